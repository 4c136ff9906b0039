package dev.conversations.test.autoconfigure;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;
import org.springframework.test.context.TestContextBootstrapper;

/**
 * {@link TestContextBootstrapper} for {@link ConversationsTest @ConversationsTest}.
 */
class ConversationsTestContextBootstrapper extends TestSliceTestContextBootstrapper<ConversationsTest> {

}
