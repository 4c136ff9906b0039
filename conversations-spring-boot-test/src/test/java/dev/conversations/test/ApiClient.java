package dev.conversations.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to a simulator as plainly as can be.
 */
final class ApiClient {

	static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final JsonMapper MAPPER = new JsonMapper();

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
		String encoded = IntStream.range(0, form.length / 2)
			.mapToObj((i) -> PercentCodec.encode(form[2 * i]) + '=' + PercentCodec.encode(form[2 * i + 1]))
			.collect(Collectors.joining("&"));
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(encoded)));
	}

	Response delete(String path) {
		return send(request(path).DELETE());
	}

	HttpRequest.Builder request(String pathOrUrl) {
		URI uri = URI.create(pathOrUrl.startsWith("/") ? this.baseUrl + pathOrUrl : pathOrUrl);
		return HttpRequest.newBuilder(uri).timeout(TIMEOUT).header("Authorization", this.authorization);
	}

	Response send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.http.send(request.build(), BodyHandlers.ofString());
			return new Response(response.statusCode(), response,
					MAPPER.readTree(response.body().isEmpty() ? "null" : response.body()));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
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

		int code() {
			return this.body.path("code").asInt();
		}

		String header(String name) {
			return this.http.headers().firstValue(name).orElse("");
		}

	}

}
