package dev.conversations.test;

import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.ParticipantConversation;
import com.twilio.rest.conversations.v1.service.conversation.Participant;
import com.twilio.rest.conversations.v1.service.conversation.ParticipantCreator;
import com.twilio.rest.conversations.v1.service.conversation.ParticipantUpdater;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Twilio's own Java client decodes the errors of the {@link ConversationsSimulator}.
 */
class TwilioJavaErrorTests {

	private static final Map<String, BiConsumer<ParticipantCreator, String>> CREATE = Map.of("Identity",
			ParticipantCreator::setIdentity, "Attributes", ParticipantCreator::setAttributes, "RoleSid",
			ParticipantCreator::setRoleSid, "MessagingBinding.Address", ParticipantCreator::setMessagingBindingAddress,
			"MessagingBinding.ProxyAddress", ParticipantCreator::setMessagingBindingProxyAddress,
			"MessagingBinding.ProjectedAddress", ParticipantCreator::setMessagingBindingProjectedAddress);

	private static final Map<String, BiConsumer<ParticipantUpdater, String>> UPDATE = Map.of("Identity",
			ParticipantUpdater::setIdentity, "Attributes", ParticipantUpdater::setAttributes, "RoleSid",
			ParticipantUpdater::setRoleSid, "MessagingBinding.ProxyAddress",
			ParticipantUpdater::setMessagingBindingProxyAddress, "MessagingBinding.ProjectedAddress",
			ParticipantUpdater::setMessagingBindingProjectedAddress);

	private final ConversationsSimulator simulator = ConversationsSimulator.start();

	private final TwilioRestClient client = TwilioJava.client(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@ParameterizedTest(name = "{0}")
	@CsvFileSource(resources = "errors.csv", numLinesToSkip = 1)
	void writeWhenRefusedIsDecoded(ArgumentsAccessor line) {
		ErrorCase error = ErrorCase.of(line);
		String participant = error.addParticipant(this.simulator);
		if (error.form().containsValue("null")) {
			// twilio-java 13.0.1 leaves out a parameter whose value is this text
			this.simulator.next().error(error.status(), error.code(), "Failed to remove");
		}
		assertError(error.status(), error.code(), () -> write(error, participant));
	}

	@Test
	void filterWhenNotOneIsDecoded() {
		assertError(400, 50451,
				() -> ParticipantConversation.reader().setIdentity("ada").setAddress("+15550001").read(this.client));
		assertError(400, 20001, () -> ParticipantConversation.reader().read(this.client));
	}

	@Test
	void accessWhenDeniedIsDecoded() {
		TwilioRestClient wrong = TwilioJava.client(this.simulator, "wrong");
		assertError(401, 20003, () -> ParticipantConversation.reader().setIdentity("ada").read(wrong));
		this.simulator.suspendAccount();
		assertError(403, 20403, () -> ParticipantConversation.reader().setIdentity("ada").read(this.client));
	}

	@Test
	void overloadAndFailureAreDecoded() {
		Stream.of(429, 500, 503).forEach((status) -> {
			this.simulator.when((request) -> true).error(status, 20000 + status, "Not now");
			assertError(status, 20000 + status,
					() -> ParticipantConversation.reader().setIdentity("ada").read(this.client));
			this.simulator.reset();
		});
	}

	private void write(ErrorCase error, String participant) {
		if (error.isCreate()) {
			ParticipantCreator creator = Participant.creator(ErrorCase.SERVICE, ErrorCase.CONVERSATION);
			error.form().forEach((name, value) -> required(CREATE, name).accept(creator, value));
			creator.create(this.client);
		}
		else {
			ParticipantUpdater updater = Participant.updater(ErrorCase.SERVICE, ErrorCase.CONVERSATION, participant);
			error.form().forEach((name, value) -> required(UPDATE, name).accept(updater, value));
			updater.update(this.client);
		}
	}

	private static <T> BiConsumer<T, String> required(Map<String, BiConsumer<T, String>> setters, String name) {
		return Objects.requireNonNull(setters.get(name));
	}

	private static void assertError(int status, int code, ThrowingCallable call) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(call)
			.returns(status, ApiException::getStatusCode)
			.returns(code, ApiException::getCode)
			.returns("https://www.twilio.com/docs/errors/" + code, ApiException::getMoreInfo);
	}

}
