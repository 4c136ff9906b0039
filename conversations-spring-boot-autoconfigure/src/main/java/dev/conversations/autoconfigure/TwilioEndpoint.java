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

	private static final Map<String, String> EDGES = Map.of("us1", "ashburn", "ie1", "dublin", "au1", "sydney");

	private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

	private static final Pattern LOOPBACK = Pattern
		.compile("localhost|.+\\.localhost|127(\\.[0-9]{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

	private TwilioEndpoint() {
	}

	static URI of(TextProperty region, TextProperty edge) {
		String regionLabel = label(region);
		String edgeLabel = label(edge);
		if (regionLabel == null && edgeLabel == null) {
			return URI.create("https://conversations.twilio.com");
		}
		if (regionLabel == null) {
			regionLabel = "us1";
		}
		if (edgeLabel == null) {
			edgeLabel = EDGES.get(regionLabel);
		}
		if (edgeLabel == null) {
			throw new TwilioConfigurationException(
					"The property '%s' names a region whose edge is not known.".formatted(region),
					"Set the property '%s' or the environment variable %s.".formatted(edge, edge.variable()));
		}
		return URI.create("https://conversations.%s.%s.twilio.com".formatted(edgeLabel, regionLabel));
	}

	/**
	 * Whether credentials sent to a URL stay on this machine or are encrypted.
	 */
	static boolean isSecure(URI url) {
		return "https".equalsIgnoreCase(url.getScheme())
				|| LOOPBACK.matcher(url.getHost().toLowerCase(Locale.ROOT)).matches();
	}

	private static @Nullable String label(TextProperty property) {
		if (property.value() == null) {
			return null;
		}
		String label = property.value().toLowerCase(Locale.ROOT);
		TwilioConfigurationException.check(LABEL.matcher(label).matches(), property.name(),
				"must consist of letters, digits and dashes");
		return label;
	}

	/**
	 * The URL that a property holds.
	 */
	static URI parse(TextProperty property) {
		try {
			return check(property.name(), new URI(String.valueOf(property.value())));
		}
		catch (URISyntaxException ex) {
			throw new TwilioConfigurationException("The property '%s' is not a URL.".formatted(property),
					"Correct the property '%s'.".formatted(property));
		}
	}

	private static URI check(String property, URI url) {
		TwilioConfigurationException.check(
				"http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()), property,
				"must begin with 'http://' or 'https://'");
		TwilioConfigurationException.check(StringUtils.hasText(url.getHost()), property, "must have a host");
		TwilioConfigurationException.check(url.getPort() != 0 && url.getPort() <= 65535, property,
				"must have a port between 1 and 65535");
		TwilioConfigurationException.check(
				url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null, property,
				"must have neither user information nor query nor fragment");
		return url;
	}

}
