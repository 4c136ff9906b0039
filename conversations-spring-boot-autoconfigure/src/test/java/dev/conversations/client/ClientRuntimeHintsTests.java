package dev.conversations.client;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything that is read from JSON has its hints, and they are found without any code of
 * the application.
 */
class ClientRuntimeHintsTests {

	@ParameterizedTest
	@ValueSource(classes = { Participant.class, ParticipantConversation.class, MessagingBinding.class,
			ConversationTimers.class, ConversationState.class, Conversation.class, ConversationBindings.class,
			EmailBinding.class, ErrorBody.class, AccessToken.class })
	void constructorAndAccessorsAreReflectedOn(Class<?> type) throws Exception {
		RuntimeHints hints = new RuntimeHints();
		List<RuntimeHintsRegistrar> registrars = SpringFactoriesLoader
			.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class);
		assertThat(registrars).hasAtLeastOneElementOfType(ClientRuntimeHints.class);
		new ClientRuntimeHints().registerHints(hints, getClass().getClassLoader());
		assertThat(type.getDeclaredConstructors()).allSatisfy((constructor) -> assertThat(hints)
			.matches(RuntimeHintsPredicates.reflection().onConstructorInvocation(constructor)));
		assertThat(type.getRecordComponents()).allSatisfy((component) -> assertThat(hints)
			.matches(RuntimeHintsPredicates.reflection().onMethodInvocation(component.getAccessor())));
	}

}
