package dev.conversations.autoconfigure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Addresses at which the Conversations API is reached.
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
					"The property '%s' names a region whose edge is not known.".formatted(region), edge.advice());
		}
		return URI.create("https://conversations.%s.%s.twilio.com".formatted(edgeLabel, regionLabel));
	}

	/**
	 * Returns whether credentials sent to a URL stay on this machine or are encrypted.
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
	 * Returns the URL that a property holds. What else a URL must be is checked by the
	 * settings that it is used in.
	 */
	static URI parse(TextProperty property) {
		try {
			return new URI(String.valueOf(property.value()));
		}
		catch (URISyntaxException ex) {
			throw TwilioConfigurationException.of(property.name(), "is not a URL");
		}
	}

}
