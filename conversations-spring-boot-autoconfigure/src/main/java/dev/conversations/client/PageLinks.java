package dev.conversations.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

/**
 * Links of one list. Whatever a link says, a request goes to the configured base URL and
 * to this list: of a link only the raw path and the raw query are used, byte for byte.
 */
final class PageLinks {

	private static final Pattern FILTER = Pattern.compile("(?i)identity|address");

	private static final Pattern TWILIO_HOST = Pattern
		.compile("(?i)conversations\\.(?:[a-z0-9-]+\\.[a-z0-9-]+\\.)?twilio\\.com");

	private final URI baseUrl;

	private final ResourcePath path;

	private final @Nullable ParticipantIdentifier filter;

	private final CursorMarks marks;

	PageLinks(URI baseUrl, ResourcePath path, @Nullable ParticipantIdentifier filter, Supplier<String> owner) {
		this.baseUrl = baseUrl;
		this.path = path;
		this.filter = filter;
		this.marks = new CursorMarks(owner, path.encoded() + "?" + filterParameter());
	}

	URI first(int pageSize) {
		return request(this.path.encoded(), withFilter("PageSize=" + pageSize));
	}

	/**
	 * Where a cursor points to.
	 * @throws IllegalArgumentException if the cursor is one of another list
	 */
	URI at(PageCursor cursor) {
		Assert.isTrue(this.marks.isOwn(cursor) && parameters(cursor.query()).noneMatch(PageLinks::isFilter),
				"'start' must be a cursor of this list");
		return request(this.path.encoded(), withFilter(cursor.query()));
	}

	/**
	 * Makes a cursor, which holds no filter: that always comes from the call.
	 */
	PageCursor cursor(URI link, int position) {
		String query = parameters(rawQuery(link)).filter((parameter) -> !isFilter(parameter))
			.collect(Collectors.joining("&"));
		return this.marks.mark(query, position);
	}

	/**
	 * Where a next link leads to.
	 * @throws InvalidLinkException if the link must not be followed
	 */
	URI follow(String text) throws InvalidLinkException {
		URI link = parse(text);
		if (link.isAbsolute() || link.getRawAuthority() != null) {
			checkOrigin(link);
		}
		String linkPath = listPath(link);
		String query = rawQuery(link);
		InvalidLinkException.check(PageCursor.isQuery(query), "is unreadable");
		InvalidLinkException.check(parameters(query).filter(PageLinks::isFilter).allMatch(this::isOwnFilter),
				"leads to the list of another participant");
		return request(linkPath, query);
	}

	private static URI parse(String text) throws InvalidLinkException {
		try {
			URI link = new URI(text);
			InvalidLinkException.check(!link.isOpaque(), "is unreadable");
			return link;
		}
		catch (URISyntaxException ex) {
			throw new InvalidLinkException("is unreadable");
		}
	}

	private void checkOrigin(URI link) throws InvalidLinkException {
		String scheme = (link.getScheme() != null) ? link.getScheme() : this.baseUrl.getScheme();
		String host = link.getHost();
		InvalidLinkException.check(link.getRawUserInfo() == null, "has user information");
		InvalidLinkException.check(host != null, "is unreadable");
		boolean own = host.equalsIgnoreCase(this.baseUrl.getHost()) && scheme.equalsIgnoreCase(this.baseUrl.getScheme())
				&& port(scheme, link.getPort()) == port(scheme, this.baseUrl.getPort());
		boolean twilio = TWILIO_HOST.matcher(host).matches() && scheme.equalsIgnoreCase("https")
				&& port(scheme, link.getPort()) == 443;
		InvalidLinkException.check(own || twilio, "leads to another origin");
	}

	/**
	 * The raw path of a link, less the path of the base URL.
	 */
	private String listPath(URI link) throws InvalidLinkException {
		String linkPath = link.getRawPath();
		if (linkPath.isEmpty() && !link.isAbsolute()) {
			return this.path.encoded();
		}
		if (!linkPath.startsWith("/")) {
			linkPath = parentPath() + linkPath;
		}
		if (this.path.matches(linkPath)) {
			return linkPath;
		}
		String basePath = this.baseUrl.getRawPath();
		boolean based = linkPath.startsWith(basePath) && this.path.matches(linkPath.substring(basePath.length()));
		InvalidLinkException.check(based, "leads to another list");
		return linkPath.substring(basePath.length());
	}

	private String parentPath() {
		return this.path.encoded().substring(0, this.path.encoded().lastIndexOf('/') + 1);
	}

	private boolean isOwnFilter(String parameter) {
		if (this.filter == null) {
			return true;
		}
		String value = parameter.substring(parameter.indexOf('=') + 1);
		return decode(name(parameter)).equalsIgnoreCase(filterName(this.filter))
				&& (decode(value).equals(this.filter.value())
						|| decode(value.replace('+', ' ')).equals(this.filter.value()));
	}

	private URI request(String path, String query) {
		return URI.create(this.baseUrl + path + (query.isEmpty() ? "" : "?" + query));
	}

	private String withFilter(String query) {
		return Stream.of(filterParameter(), query).filter((part) -> !part.isEmpty()).collect(Collectors.joining("&"));
	}

	private String filterParameter() {
		return (this.filter != null) ? filterName(this.filter) + "=" + ResourcePath.encode(this.filter.value()) : "";
	}

	private static String filterName(ParticipantIdentifier filter) {
		return (filter instanceof ParticipantIdentifier.Identity) ? "Identity" : "Address";
	}

	/**
	 * Whether a parameter may name a participant, in whatever spelling a server on the
	 * way may understand.
	 */
	private static boolean isFilter(String parameter) {
		return Arrays.stream(parameter.split(";")).anyMatch((part) -> FILTER.matcher(decode(name(part))).find());
	}

	private static String name(String parameter) {
		int end = parameter.indexOf('=');
		return (end != -1) ? parameter.substring(0, end) : parameter;
	}

	private static Stream<String> parameters(String query) {
		return Arrays.stream(query.split("&")).filter((parameter) -> !parameter.isEmpty());
	}

	private static String rawQuery(URI link) {
		return (link.getRawQuery() != null) ? link.getRawQuery() : "";
	}

	private static String decode(String text) {
		return UriUtils.decode(text, StandardCharsets.UTF_8);
	}

	private static int port(String scheme, int port) {
		if (port != -1) {
			return port;
		}
		return "https".equalsIgnoreCase(scheme) ? 443 : 80;
	}

}
