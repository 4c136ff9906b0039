package dev.conversations.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

/**
 * Links of one list. Whatever a link says, a request goes to the configured base URL and
 * to this list: of a link only the raw path and the raw query are used, byte for byte.
 */
final class PageLinks {

	private static final Pattern TWILIO_HOST = Pattern
		.compile("(?i)conversations\\.(?:[a-z0-9-]+\\.[a-z0-9-]+\\.)?twilio\\.com");

	/**
	 * Parameters that nearly every link has, none of which is a filter.
	 */
	private static final Set<String> PAGING = Set.of("PageSize", "Page", "PageToken");

	private static final Pattern PAGE_SIZE = Pattern.compile("PageSize=[0-9]{1,4}");

	private final URI baseUrl;

	private final ResourcePath path;

	private final List<ListFilter> filters;

	private final CursorMarks marks;

	/**
	 * Creates links.
	 * @param filters what narrows the list down, always in the same order, since a cursor
	 * is bound to them
	 * @param owner the SID that signs cursors
	 */
	PageLinks(URI baseUrl, ResourcePath path, List<ListFilter> filters, Supplier<String> owner) {
		this.baseUrl = baseUrl;
		this.path = path;
		this.filters = List.copyOf(filters);
		this.marks = new CursorMarks(owner, path.encoded() + "?" + filterParameters());
	}

	URI first(int pageSize) {
		return request(this.path.encoded(), withFilters("PageSize=" + pageSize));
	}

	/**
	 * Where a cursor points to.
	 * @throws IllegalArgumentException if the cursor is one of another list
	 */
	URI at(PageCursor cursor) {
		Assert.isTrue(this.marks.isOwn(cursor) && parameters(cursor.query()).noneMatch(PageLinks::isFilter),
				"'start' must be a cursor of this list");
		return request(this.path.encoded(), withFilters(cursor.query()));
	}

	/**
	 * Returns how many records a link asks for, or 0 if it does not say it.
	 */
	int pageSize(URI link) {
		return parameters(rawQuery(link)).filter((parameter) -> parameter.startsWith("PageSize="))
			.filter((parameter) -> PAGE_SIZE.matcher(parameter).matches())
			.mapToInt((parameter) -> Integer.parseInt(parameter.substring(parameter.indexOf('=') + 1)))
			.findFirst()
			.orElse(0);
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
		checkFilters(query);
		return request(linkPath, query);
	}

	/**
	 * Checks that a link has each filter of this list and no other one.
	 */
	private void checkFilters(String query) throws InvalidLinkException {
		List<String> parameters = parameters(query).filter(PageLinks::isFilter).toList();
		InvalidLinkException.check(parameters.stream().allMatch(this::isOwnFilter), "has another filter");
		InvalidLinkException.check(
				this.filters.stream().allMatch((filter) -> parameters.stream().anyMatch((own) -> is(filter, own))),
				"has lost its filter");
	}

	private static URI parse(String text) throws InvalidLinkException {
		try {
			URI link = new URI(text);
			InvalidLinkException.check(!link.isOpaque(), "is unreadable");
			InvalidLinkException.check(!link.getRawPath().isEmpty() || !rawQuery(link).isEmpty(),
					"has neither path nor query");
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
		return this.filters.stream().anyMatch((filter) -> is(filter, parameter));
	}

	private static boolean is(ListFilter filter, String parameter) {
		return filter.matches(decode(name(parameter)), parameter.substring(parameter.indexOf('=') + 1));
	}

	private URI request(String path, String query) {
		return URI.create(this.baseUrl + path + (query.isEmpty() ? "" : "?" + query));
	}

	private String withFilters(String query) {
		return Stream.of(filterParameters(), query).filter((part) -> !part.isEmpty()).collect(Collectors.joining("&"));
	}

	private String filterParameters() {
		return this.filters.stream().map(ListFilter::parameter).collect(Collectors.joining("&"));
	}

	/**
	 * Tells whether a parameter may be a filter. A server on the way may take a semicolon
	 * for the end of a parameter.
	 */
	private static boolean isFilter(String parameter) {
		if (parameter.indexOf(';') == -1 && PAGING.contains(name(parameter))) {
			return false;
		}
		return Arrays.stream(parameter.split(";")).anyMatch((part) -> ListFilter.isName(decode(name(part))));
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
