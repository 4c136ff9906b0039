package dev.conversations.benchmarks;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Stream;

import dev.conversations.autoconfigure.ConversationsWebClientCustomizer;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import reactor.core.publisher.Flux;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The client of this project, as the starter makes it in an application.
 */
final class StarterClient implements ReactiveClient, AutoCloseable {

	static final String ACCOUNT_SID = "AC00000000000000000000000000000000";

	static final String NAME = "this client";

	private final ConfigurableApplicationContext context;

	private final ParticipantClient client;

	private final String name;

	private StarterClient(String name, ConfigurableApplicationContext context) {
		this.name = name;
		this.context = context;
		this.client = context.getBean(ParticipantClient.class);
	}

	/**
	 * The client as properties below {@code twilio.conversations} make it.
	 */
	static StarterClient create(URI baseUrl, String... properties) {
		return new StarterClient(NAME,
				context(new SpringApplicationBuilder(StarterApplication.class), baseUrl, properties));
	}

	/**
	 * The client in an application that observes.
	 */
	static StarterClient observed(URI baseUrl) {
		return new StarterClient(NAME + ", observed", context(
				new SpringApplicationBuilder(StarterApplication.class, ObservationConfiguration.class), baseUrl));
	}

	/**
	 * The client in an application that is told of each request.
	 */
	static StarterClient listening(URI baseUrl, Runnable onRequest) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(StarterApplication.class).initializers(
				(context) -> context.getBeanFactory().registerSingleton("requestListener", listener(onRequest)));
		return new StarterClient(NAME, context(application, baseUrl));
	}

	private static ConversationsWebClientCustomizer listener(Runnable onRequest) {
		return (builder) -> builder.filter((request, next) -> {
			onRequest.run();
			return next.exchange(request);
		});
	}

	private static ConfigurableApplicationContext context(SpringApplicationBuilder application, URI baseUrl,
			String... properties) {
		return FreshApplication
			.quiet(application,
					Stream
						.concat(Stream.of("twilio.account-sid=" + ACCOUNT_SID, "twilio.auth-token=none",
								"twilio.conversations.base-url=" + baseUrl),
								Arrays.stream(properties).map((property) -> "twilio.conversations." + property))
						.toArray(String[]::new))
			.run();
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Flux<?> records(ServedList list) {
		Paging paging = Paging.defaults().withPageSize(list.pageSize());
		return switch (list.kind()) {
			case CONVERSATIONS -> this.client.listConversations(ParticipantIdentifier.identity(list.key()), paging);
			case PARTICIPANTS -> this.client.list(list.key(), paging);
		};
	}

	@Override
	public void close() {
		this.context.close();
	}

}
