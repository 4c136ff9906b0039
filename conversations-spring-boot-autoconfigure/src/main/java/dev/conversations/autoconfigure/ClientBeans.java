package dev.conversations.autoconfigure;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.conversations.client.ConversationClient;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.TwilioConversations;

import org.springframework.util.StringUtils;

/**
 * Names and types of the beans that each client has.
 */
final class ClientBeans {

	/**
	 * Name of the client that {@code twilio.conversations} describes.
	 */
	static final String DEFAULT = "default";

	/**
	 * Beans for resources, each of which is made from the entry.
	 */
	static final List<Resource<?>> RESOURCES = List.of(
			new Resource<>("participants", ParticipantClient.class, TwilioConversations::participants),
			new Resource<>("conversations", ConversationClient.class, TwilioConversations::conversations));

	private ClientBeans() {
	}

	/**
	 * Returns the name of the bean that owns the connections.
	 */
	static String transport(String client) {
		return name(client, "TwilioTransport");
	}

	/**
	 * Returns the name of the bean that is the entry.
	 */
	static String entry(String client) {
		return name(client, "TwilioConversations");
	}

	/**
	 * Returns the name of the bean for participants.
	 */
	static String participants(String client) {
		return name(client, ParticipantClient.class.getSimpleName());
	}

	/**
	 * Returns the names of the entry and of the resources, which applications use.
	 */
	static List<String> used(String client) {
		return Stream.concat(Stream.of(entry(client)), RESOURCES.stream().map((resource) -> resource.name(client)))
			.toList();
	}

	private static String name(String client, String suffix) {
		return client.equals(DEFAULT) ? StringUtils.uncapitalize(suffix) : client + suffix;
	}

	/**
	 * Bean for one resource of the API.
	 *
	 * @param <T> the type of the bean
	 * @param method the name of the entry's method that returns the bean
	 * @param type the type of the bean
	 * @param factory calls the method
	 */
	record Resource<T>(String method, Class<T> type, Function<TwilioConversations, T> factory) {

		/**
		 * Returns the name of the bean that a client has for this resource.
		 */
		String name(String client) {
			return ClientBeans.name(client, this.type.getSimpleName());
		}

	}

}
