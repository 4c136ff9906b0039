package com.example;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The application of the README's examples, which are compiled and run here.
 */
@SpringBootApplication
class ExampleApplication {

}
