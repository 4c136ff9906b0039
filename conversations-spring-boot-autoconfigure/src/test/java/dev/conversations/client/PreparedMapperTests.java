package dev.conversations.client;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.DeserializerCache;

import org.springframework.beans.BeanUtils;
import org.springframework.core.OverridingClassLoader;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A mapper that was prepared reads its first answers without a lock: event loops, which
 * read errors and tokens, do not wait for each other.
 */
class PreparedMapperTests {

	@Test
	void firstAnswersAreReadWithoutALock() throws Exception {
		Class<?> firstAnswers = new FreshClasses().loadClass(FirstAnswers.class.getName());
		assertThat((List<?>) ((Callable<?>) BeanUtils.instantiateClass(firstAnswers)).call())
			.hasSize(Answers.TYPES.size())
			.doesNotContainNull();
	}

	/**
	 * Loads the client again, whose mapper has read nothing yet.
	 */
	private static final class FreshClasses extends OverridingClassLoader {

		FreshClasses() {
			super(PreparedMapperTests.class.getClassLoader());
		}

		@Override
		protected boolean isEligibleForOverriding(String className) {
			return className.startsWith("dev.conversations.client.");
		}

	}

	/**
	 * Reads an answer of each type, with values of each type and of none that is due,
	 * while another thread has the lock under which the mapper makes readers.
	 */
	static final class FirstAnswers implements Callable<List<?>> {

		private static final Map<Class<?>, String> TEXTS = Map.of(Participant.class,
				"{\"sid\":1,\"date_created\":\"2026-11-26T00:00:00Z\",\"last_read_message_index\":5,\"links\":{\"a\":7}}",
				ParticipantConversation.class, "{\"conversation_sid\":1.5,\"conversation_state\":\"active\"}",
				Conversation.class, "{\"sid\":true,\"timers\":{\"date_closed\":null}}", ErrorBody.class,
				"{\"code\":20404,\"message\":5}", AccessToken.class,
				"{\"access_token\":\"t\",\"expires_in\":\"3600\"}");

		@Override
		public List<?> call() throws Exception {
			Json.prepare(Answers.TYPES);
			Lock lock = lock();
			lock.lock();
			try {
				return CompletableFuture.supplyAsync(FirstAnswers::read).get(30, TimeUnit.SECONDS);
			}
			finally {
				lock.unlock();
			}
		}

		private static Lock lock() {
			DeserializationContext context = Json.MAPPER._deserializationContext();
			DeserializerCache cache = (DeserializerCache) ReflectionTestUtils.getField(context, "_cache");
			return (Lock) ReflectionTestUtils.getField(cache, "_incompleteDeserializersLock");
		}

		private static List<?> read() {
			return Answers.TYPES.stream().map(FirstAnswers::read).toList();
		}

		private static Object read(Class<?> type) {
			return Json.read(new ByteArrayInputStream(TEXTS.get(type).getBytes(StandardCharsets.UTF_8)), type);
		}

	}

}
