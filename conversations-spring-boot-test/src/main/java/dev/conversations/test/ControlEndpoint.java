package dev.conversations.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Lets programs in any language do to a simulator that runs on its own what tests in Java
 * do by its methods. No browser lets a page of another site write to it, since it takes
 * JSON only and methods that need the consent of the server.
 */
final class ControlEndpoint {

	private static final String PATH = "/simulator";

	private static final String JSON = "application/json";

	private static final int NO_CONTENT = 204;

	private final ConversationsSimulator simulator;

	private final Faults faults;

	ControlEndpoint(ConversationsSimulator simulator, Faults faults) {
		this.simulator = simulator;
		this.faults = faults;
	}

	static boolean isControl(ReceivedRequest request) {
		return request.path().equals(PATH) || request.path().startsWith(PATH + '/');
	}

	Reply reply(ReceivedRequest request) {
		try {
			return Reply.of(perform(request));
		}
		catch (UsageException | IllegalArgumentException ex) {
			return refuse(String.valueOf(ex.getMessage()));
		}
	}

	private Answer perform(ReceivedRequest request) {
		return switch (request.method() + ' ' + request.path().substring(PATH.length())) {
			case "DELETE " -> done(this.simulator::reset);
			case "POST /faults" -> done(() -> FaultSpec.of(json(request)).addTo(this.simulator));
			case "DELETE /faults" -> done(this.faults::clear);
			case "PUT /delay" -> done(() -> delay(json(request)));
			case "POST /accounts" -> account(json(request));
			case "POST /conversations" -> done(() -> seed(request));
			case "GET /requests" -> Answer.of(200, requests());
			default -> throw new UsageException("There is no such method at this path");
		};
	}

	private static Answer done(Runnable action) {
		action.run();
		return Answer.of(NO_CONTENT, null);
	}

	private void delay(SeedNode json) {
		json.requireKeys("delay");
		String text = json.text("delay");
		this.faults.delay(FaultSpec.duration("delay", (text != null) ? text : ""));
	}

	private void seed(ReceivedRequest request) {
		requireJson(request);
		SeedFile.parse("", request.body().text()).addTo(this.simulator);
	}

	private Answer account(SeedNode json) {
		json.requireKeys("account_sid", "auth_token");
		String sid = String.valueOf(json.text("account_sid"));
		String token = json.text("auth_token");
		SimulatedAccount account = (token != null) ? this.simulator.account(sid, token) : this.simulator.account(sid);
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("account_sid", account.sid());
		body.put("auth_token", account.authToken());
		body.put("api_key", account.apiKey());
		body.put("api_secret", account.apiSecret());
		body.put("access_token", account.accessToken());
		return Answer.of(201, body);
	}

	private Map<String, @Nullable Object> requests() {
		List<Map<String, @Nullable Object>> requests = this.simulator.requests()
			.stream()
			.map(ControlEndpoint::describe)
			.toList();
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("count", this.simulator.requestCount());
		body.put("requests", requests);
		return body;
	}

	private static Map<String, @Nullable Object> describe(RecordedRequest request) {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		members.put("method", request.method());
		members.put("path", request.pathTemplate());
		members.put("account", request.accountSid());
		return members;
	}

	private static SeedNode json(ReceivedRequest request) {
		requireJson(request);
		return SeedNode.parse("", request.body().text());
	}

	private static void requireJson(ReceivedRequest request) {
		if (!request.hasContentType(JSON)) {
			throw new UsageException("Content-Type: must be " + JSON);
		}
	}

	private static Reply refuse(String message) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("message", message);
		return Reply.of(Answer.of(400, body));
	}

}
