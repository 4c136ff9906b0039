package dev.conversations.sample;

import java.util.Set;
import java.util.TreeSet;

import dev.conversations.client.NewParticipant;
import dev.conversations.client.ParticipantUpdate;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Reads participants from the JSON of a request. In an update {@code null} removes an
 * address, which is why it must be told apart from a field that is absent.
 */
final class ParticipantBody {

	private static final String IDENTITY = "identity";

	private static final String ADDRESS = "address";

	private static final String PROXY_ADDRESS = "proxyAddress";

	private static final String PROJECTED_ADDRESS = "projectedAddress";

	private static final String ATTRIBUTES = "attributes";

	private static final String ROLE_SID = "roleSid";

	private ParticipantBody() {
	}

	static NewParticipant toNewParticipant(JsonNode body) {
		checkFields(body, Set.of(IDENTITY, ADDRESS, PROXY_ADDRESS, PROJECTED_ADDRESS, ATTRIBUTES, ROLE_SID));
		NewParticipant participant = byAddresses(body);
		if (body.has(ATTRIBUTES)) {
			participant = participant.withAttributes(attributes(body.get(ATTRIBUTES)));
		}
		if (body.has(ROLE_SID)) {
			participant = participant.withRoleSid(text(body, ROLE_SID));
		}
		return participant;
	}

	private static NewParticipant byAddresses(JsonNode body) {
		Set<String> given = new TreeSet<>(body.propertyNames());
		given.retainAll(Set.of(IDENTITY, ADDRESS, PROXY_ADDRESS, PROJECTED_ADDRESS));
		return switch (String.join("+", given)) {
			case "identity" -> NewParticipant.chat(text(body, IDENTITY));
			case "address+proxyAddress" -> NewParticipant.messaging(text(body, ADDRESS), text(body, PROXY_ADDRESS));
			case "address" -> NewParticipant.groupMms(text(body, ADDRESS));
			case "identity+projectedAddress" ->
				NewParticipant.groupMmsChat(text(body, IDENTITY), text(body, PROJECTED_ADDRESS));
			case "projectedAddress" -> NewParticipant.groupMmsProjected(text(body, PROJECTED_ADDRESS));
			default -> throw new IllegalArgumentException("The body must have 'identity', 'address' with "
					+ "'proxyAddress', 'address', 'identity' with 'projectedAddress', or 'projectedAddress'");
		};
	}

	static ParticipantUpdate toUpdate(JsonNode body) {
		checkFields(body, Set.of(IDENTITY, PROXY_ADDRESS, PROJECTED_ADDRESS, ATTRIBUTES, ROLE_SID));
		ParticipantUpdate update = ParticipantUpdate.create();
		if (body.has(IDENTITY)) {
			update = update.withIdentity(text(body, IDENTITY));
		}
		if (body.has(PROXY_ADDRESS)) {
			update = body.get(PROXY_ADDRESS).isNull() ? update.withoutProxyAddress()
					: update.withProxyAddress(text(body, PROXY_ADDRESS));
		}
		if (body.has(PROJECTED_ADDRESS)) {
			update = body.get(PROJECTED_ADDRESS).isNull() ? update.withoutProjectedAddress()
					: update.withProjectedAddress(text(body, PROJECTED_ADDRESS));
		}
		if (body.has(ATTRIBUTES)) {
			update = update.withAttributes(attributes(body.get(ATTRIBUTES)));
		}
		return body.has(ROLE_SID) ? update.withRoleSid(text(body, ROLE_SID)) : update;
	}

	private static void checkFields(JsonNode body, Set<String> known) {
		Assert.isTrue(body.isObject(), "The body must be a JSON object");
		Assert.isTrue(known.containsAll(body.propertyNames()), () -> "The fields of the body must be among " + known);
	}

	static String attributes(JsonNode attributes) {
		return attributes.isString() ? attributes.asString() : attributes.toString();
	}

	private static String text(JsonNode body, String name) {
		Assert.isTrue(body.get(name).isString(), () -> "'" + name + "' must be a string");
		return body.get(name).asString();
	}

}
