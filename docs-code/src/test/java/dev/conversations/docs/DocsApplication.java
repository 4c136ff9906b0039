package dev.conversations.docs;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Application that the tests start.
 */
@SpringBootApplication
class DocsApplication {

}
