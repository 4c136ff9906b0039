package dev.conversations.sample;

import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Tells browsers to run nothing but the application's own scripts, to show it in no
 * frame, and to keep no copy of personal data.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class SecurityHeadersFilter implements WebFilter {

	private static final Map<String, String> HEADERS = Map.of("Content-Security-Policy",
			"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
					+ "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
					+ "require-trusted-types-for 'script'; trusted-types 'none'",
			"X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "no-referrer",
			"Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy", "same-origin",
			"Permissions-Policy", "camera=(), geolocation=(), microphone=()");

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		HttpHeaders headers = exchange.getResponse().getHeaders();
		HEADERS.forEach(headers::set);
		if (exchange.getRequest().getPath().pathWithinApplication().value().startsWith("/api/")) {
			headers.setCacheControl("no-store");
		}
		return chain.filter(exchange);
	}

}
