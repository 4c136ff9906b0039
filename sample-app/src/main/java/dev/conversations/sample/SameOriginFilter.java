package dev.conversations.sample;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Refuses what another site makes a browser send, and host names that the application is
 * not known by, which another site may have pointed at this machine. Clients that are no
 * browsers send neither header and are let through.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class SameOriginFilter implements WebFilter {

	private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

	private final Set<String> hosts;

	SameOriginFilter(@Value("${sample.hosts:localhost,127.0.0.1,[::1]}") Set<String> hosts) {
		this.hosts = hosts;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		InetSocketAddress host = request.getHeaders().getHost();
		if (host == null || !this.hosts.contains(host.getHostString())) {
			return refuse(exchange.getResponse(), HttpStatus.MISDIRECTED_REQUEST,
					"The application is not known by this host name; the property 'sample.hosts' names those it is.");
		}
		if (isApi(request) && isFromAnotherSite(request.getHeaders(), host)) {
			return refuse(exchange.getResponse(), HttpStatus.FORBIDDEN, "Another site has sent this request.");
		}
		return chain.filter(exchange);
	}

	private static boolean isApi(ServerHttpRequest request) {
		return request.getPath().pathWithinApplication().value().startsWith("/api/");
	}

	/**
	 * Browsers tell the relation of the sites where the connection is trustworthy, and
	 * the origin with every write.
	 */
	private static boolean isFromAnotherSite(HttpHeaders headers, InetSocketAddress host) {
		String site = headers.getFirst("Sec-Fetch-Site");
		String origin = headers.getFirst(HttpHeaders.ORIGIN);
		return (site != null) ? !OWN_SITES.contains(site) : origin != null && !isOrigin(origin, host);
	}

	private static boolean isOrigin(String origin, InetSocketAddress host) {
		URI uri = parse(origin);
		return uri != null && host.getHostString().equals(uri.getHost())
				&& host.getPort() == Math.max(uri.getPort(), 0);
	}

	private static @Nullable URI parse(String origin) {
		try {
			return URI.create(origin);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static Mono<Void> refuse(ServerHttpResponse response, HttpStatus status, String reason) {
		response.setStatusCode(status);
		response.getHeaders().setContentType(MediaType.TEXT_PLAIN);
		return response
			.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(reason.getBytes(StandardCharsets.UTF_8))));
	}

}
