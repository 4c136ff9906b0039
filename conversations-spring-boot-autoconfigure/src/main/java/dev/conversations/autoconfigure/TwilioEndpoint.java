package dev.conversations.autoconfigure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Where the Conversations API is reached.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/global-infrastructure/understanding-edge-locations">Edge
 * Locations</a>
 */
final class TwilioEndpoint {

	private static final String REGION = "twilio.region";

	private static final String EDGE = "twilio.edge";

	private static final String BASE_URL = "twilio.conversations.base-url";

	private static final Map<String, String> EDGES = Map.of("us1", "ashburn", "ie1", "dublin", "au1", "sydney");

	private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

	private static final Pattern LOOPBACK = Pattern
		.compile("localhost|.+\\.localhost|127(\\.[0-9]{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

	private TwilioEndpoint() {
	}

	static URI of(TwilioProperties properties) {
		String baseUrl = properties.getConversations().getBaseUrl();
		if (StringUtils.hasText(baseUrl)) {
			return parse(baseUrl.strip());
		}
		String region = label(REGION, properties.getRegion());
		String edge = label(EDGE, properties.getEdge());
		if (region == null && edge == null) {
			return URI.create("https://conversations.twilio.com");
		}
		if (region == null) {
			region = "us1";
		}
		if (edge == null) {
			edge = edgeOf(region);
		}
		return URI.create("https://conversations.%s.%s.twilio.com".formatted(edge, region));
	}

	/**
	 * Whether credentials sent to a URL stay on this machine or are encrypted.
	 */
	static boolean isSecure(URI url) {
		return "https".equalsIgnoreCase(url.getScheme())
				|| LOOPBACK.matcher(url.getHost().toLowerCase(Locale.ROOT)).matches();
	}

	private static String edgeOf(String region) {
		String edge = EDGES.get(region);
		if (edge == null) {
			throw new TwilioConfigurationException(
					"The property '%s' names a region whose edge is not known.".formatted(REGION),
					"Set the property '%s' or the environment variable TWILIO_EDGE.".formatted(EDGE));
		}
		return edge;
	}

	private static @Nullable String label(String property, @Nullable String value) {
		if (!StringUtils.hasText(value)) {
			return null;
		}
		String label = value.strip().toLowerCase(Locale.ROOT);
		TwilioConfigurationException.check(LABEL.matcher(label).matches(), property,
				"must consist of letters, digits and dashes");
		return label;
	}

	private static URI parse(String text) {
		try {
			return check(new URI(text));
		}
		catch (URISyntaxException ex) {
			throw new TwilioConfigurationException("The property '%s' is not a URL.".formatted(BASE_URL),
					"Correct the property '%s'.".formatted(BASE_URL));
		}
	}

	private static URI check(URI url) {
		TwilioConfigurationException.check(
				"http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()), BASE_URL,
				"must begin with 'http://' or 'https://'");
		TwilioConfigurationException.check(StringUtils.hasText(url.getHost()), BASE_URL, "must have a host");
		TwilioConfigurationException.check(
				url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null, BASE_URL,
				"must have neither user information nor query nor fragment");
		return url;
	}

}
