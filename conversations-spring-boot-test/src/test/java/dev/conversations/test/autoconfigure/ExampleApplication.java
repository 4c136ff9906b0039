package dev.conversations.test.autoconfigure;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * An application whose tests use the simulator.
 */
@SpringBootApplication
class ExampleApplication {

}
