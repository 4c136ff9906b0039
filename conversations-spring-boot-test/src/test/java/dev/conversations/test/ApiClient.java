package dev.conversations.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Talks to a simulator as plainly as can be, and holds each answer against the schemas.
 */
final class ApiClient {

	static final Duration TIMEOUT = Duration.ofSeconds(10);

	static final JsonMapper MAPPER = new JsonMapper();

	private final HttpClient http = HttpClient.newHttpClient();

	private final String baseUrl;

	private final String authorization;

	ApiClient(ConversationsSimulator simulator) {
		this(simulator, simulator.accountSid(), simulator.authToken());
	}

	ApiClient(ConversationsSimulator simulator, String username, String password) {
		this(simulator.baseUrl(), username, password);
	}

	private ApiClient(String baseUrl, String username, String password) {
		this.baseUrl = baseUrl;
		byte[] credentials = (username + ':' + password).getBytes(StandardCharsets.UTF_8);
		this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
	}

	static ApiClient of(JsonNode line) {
		return new ApiClient(line.path("baseUrl").asString(), line.path("accountSid").asString(),
				line.path("authToken").asString());
	}

	Response get(String pathOrUrl) {
		return send(request(pathOrUrl));
	}

	Response post(String path, String... form) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (int i = 0; i < form.length; i += 2) {
			parameters.put(form[i], form[i + 1]);
		}
		return post(path, parameters);
	}

	Response post(String path, Map<String, String> form) {
		String encoded = form.entrySet()
			.stream()
			.map((entry) -> PercentCodec.encode(entry.getKey()) + '=' + PercentCodec.encode(entry.getValue()))
			.collect(Collectors.joining("&"));
		return send(form(path, encoded));
	}

	HttpRequest.Builder form(String path, String encoded) {
		return request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(encoded));
	}

	Response delete(String path) {
		return send(request(path).DELETE());
	}

	/**
	 * Reads a list to its end.
	 * @param first the path of the first page
	 * @param key the name of the array
	 * @param member the member of each record to return
	 * @return the members
	 */
	List<String> follow(String first, String key, String member) {
		List<String> values = new ArrayList<>();
		String next = first;
		while (!next.isEmpty()) {
			Response page = get(next);
			values.addAll(page.values(key, member));
			next = page.body().at("/meta/next_page_url").asString("");
		}
		return values;
	}

	HttpRequest.Builder request(String pathOrUrl) {
		URI uri = URI.create(pathOrUrl.startsWith("/") ? this.baseUrl + pathOrUrl : pathOrUrl);
		return HttpRequest.newBuilder(uri).timeout(TIMEOUT).header("Authorization", this.authorization);
	}

	Response send(HttpRequest.Builder request) {
		Response response = exchange(request);
		assertThat(AnswerSchemas.check(response.http())).isEmpty();
		return response;
	}

	/**
	 * Sends a request whose answer is not held against the schemas.
	 * @param request the request
	 * @return the response
	 */
	Response exchange(HttpRequest.Builder request) {
		Response text = exchangeText(request);
		String body = text.http().body();
		return new Response(text.status(), text.http(), MAPPER.readTree(body.isEmpty() ? "null" : body));
	}

	/**
	 * Sends a request whose answer need not be JSON.
	 * @param request the request
	 * @return the response, without a JSON body
	 */
	Response exchangeText(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.http.send(request.build(), BodyHandlers.ofString());
			return new Response(response.statusCode(), response, NullNode.instance);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	byte[] bytes(String path, String acceptedEncoding) {
		HttpRequest request = request(path).header("Accept-Encoding", acceptedEncoding).build();
		return this.http.sendAsync(request, BodyHandlers.ofByteArray())
			.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS)
			.join()
			.body();
	}

	CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
		return this.http.sendAsync(request.build(), BodyHandlers.ofString())
			.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
	}

	/**
	 * What came back.
	 *
	 * @param status the status
	 * @param http the response
	 * @param body the body as JSON
	 */
	record Response(int status, HttpResponse<String> http, JsonNode body) {

		String text(String pointer) {
			return this.body.at(pointer).asString();
		}

		List<String> values(String key, String member) {
			return this.body.path(key).valueStream().map((record) -> record.path(member).asString()).toList();
		}

		int code() {
			return this.body.path("code").asInt(0);
		}

		String header(String name) {
			return this.http.headers().firstValue(name).orElse("");
		}

	}

}
