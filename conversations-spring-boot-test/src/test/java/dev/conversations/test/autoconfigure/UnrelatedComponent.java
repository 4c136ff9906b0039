package dev.conversations.test.autoconfigure;

import org.springframework.stereotype.Component;

/**
 * A component that a slice leaves out.
 */
@Component
class UnrelatedComponent {

}
