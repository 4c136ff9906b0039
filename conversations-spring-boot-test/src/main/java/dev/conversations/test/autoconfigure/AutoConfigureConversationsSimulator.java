package dev.conversations.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.conversations.autoconfigure.ConversationsConnectionDetails;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.SimulatorSettings;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Annotation that gives a test its own Twilio: a {@link ConversationsSimulator} that runs
 * as long as the application context and takes the place of any
 * {@link ConversationsConnectionDetails}, so that the application's clients talk to it.
 * <p>
 * The simulator is a bean, and a parameter of test and life-cycle methods. It is reset
 * after each test method, so what a test needs is to be added by the test itself or
 * before each of them. Test methods that share a context, and thereby a simulator, run
 * one after the other even where JUnit runs tests in parallel. A bean of type
 * {@link SimulatorSettings} sets its clock, limits and credentials.
 * <p>
 * An application with tenants reaches the simulator as any of them that the test has
 * registered by {@link ConversationsSimulator#account(String, String)}.
 *
 * @since 0.1.0
 * @see ConversationsTest
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(SimulatorParameterResolver.class)
@ImportAutoConfiguration
public @interface AutoConfigureConversationsSimulator {

}
