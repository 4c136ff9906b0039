package dev.conversations.batch;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * An application whose tests use the simulator.
 */
@SpringBootApplication(proxyBeanMethods = false)
class ExampleApplication {

}
