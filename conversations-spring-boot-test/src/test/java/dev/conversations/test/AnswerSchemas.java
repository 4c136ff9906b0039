package dev.conversations.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/**
 * Tells whether an answer has the form that Twilio has published, as {@code schemas.json}
 * describes it.
 */
final class AnswerSchemas {

	private static final String ID = "https://conversations.dev/schemas.json";

	private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
			(builder) -> builder.schemas(Map.of(ID, read())));

	private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

	private AnswerSchemas() {
	}

	static List<Error> check(HttpResponse<String> response) {
		return (response.statusCode() == 204) ? List.of()
				: check(name(response.request().method(), response.request().uri().getRawPath(), response.statusCode()),
						response.body());
	}

	static List<Error> check(String name, String body) {
		return SCHEMAS.computeIfAbsent(name, (key) -> REGISTRY.getSchema(SchemaLocation.of(ID + "#/$defs/" + key)))
			.validate(body, InputFormat.JSON);
	}

	private static String name(String method, String path, int status) {
		if (status >= 400) {
			return "error";
		}
		if (path.endsWith("/ParticipantConversations")) {
			return "participant_conversations";
		}
		String kind = path.startsWith("/v1/Services/") ? "service_" : "plain_";
		boolean participants = path.matches(".*/Conversations/[^/]+/Participants(/.*)?");
		boolean list = method.equals("GET") && (path.endsWith("/Conversations") || path.endsWith("/Participants"));
		return kind + (participants ? "participant" : "conversation") + (list ? "s" : "");
	}

	private static String read() {
		try (InputStream stream = AnswerSchemas.class.getResourceAsStream("schemas.json")) {
			return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
