package dev.conversations.test;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The resource that a path leads to.
 *
 * @param resource the resource
 * @param service the SID of the service, or {@code null} on the plain paths
 * @param values the values of the variables of the resource's template
 */
record Route(Resource resource, @Nullable String service, List<String> values) {

	private static final String VERSION = "/v1";

	private static final String SERVICES = "Services";

	static Route of(String rawPath) {
		List<String> segments = rawPath.startsWith(VERSION + "/") ? segments(unversioned(rawPath)) : List.of();
		boolean inService = segments.size() > 2 && segments.get(0).equals(SERVICES) && !segments.get(1).isEmpty();
		List<String> rest = inService ? segments.subList(2, segments.size()) : segments;
		for (Resource resource : Resource.values()) {
			List<String> values = resource.match(rest);
			if (values != null) {
				return new Route(resource, inService ? segments.get(1) : null, values);
			}
		}
		throw new UnknownResourceException();
	}

	/**
	 * Returns the template of a path, which shows nothing of its values.
	 * @param rawPath the path of a request
	 * @return the template, or {@code null} for the path of no resource
	 */
	static @Nullable String template(String rawPath) {
		try {
			Route route = of(rawPath);
			String service = (route.service != null) ? '/' + SERVICES + "/{ChatServiceSid}/" : "/";
			return VERSION + service + route.resource.template();
		}
		catch (UnknownResourceException | RefusedException ex) {
			return null;
		}
	}

	/**
	 * Returns a path as the messages of errors show it: without the version.
	 * @param rawPath the path of a request
	 * @return the shortened path
	 */
	static String unversioned(String rawPath) {
		return rawPath.startsWith(VERSION + "/") ? rawPath.substring(VERSION.length()) : rawPath;
	}

	/**
	 * Returns the SID or the unique name of the conversation.
	 * @return the first value
	 */
	String conversation() {
		return this.values.get(0);
	}

	/**
	 * Returns the SID or the identity of the participant.
	 * @return the second value
	 */
	String participant() {
		return this.values.get(1);
	}

	private static List<String> segments(String path) {
		List<String> segments = new ArrayList<>();
		for (String segment : path.substring(1).split("/", -1)) {
			segments.add(PercentCodec.decodeSegment(segment));
		}
		return segments;
	}

	@Override
	public String toString() {
		return this.resource.name();
	}

}
