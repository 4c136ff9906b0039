package dev.conversations.client;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.common.KeyValue;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.ClientHttpObservationDocumentation.HighCardinalityKeyNames;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientRequestObservationContext;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.DefaultClientRequestObservationConvention;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Keeps personal data in a URI from Spring's observation and from the description of the
 * request that {@code WebClient} adds to errors: both see the template. The filter, which
 * comes first, puts the URI in its place.
 */
final class TemplateUri {

	/**
	 * Attribute in which Spring's observation looks for the template of a URI.
	 */
	static final String TEMPLATE_ATTRIBUTE = WebClient.class.getName() + ".uriTemplate";

	private static final String URI_ATTRIBUTE = TemplateUri.class.getName() + ".uri";

	private final Map<String, URI> shown = new ConcurrentHashMap<>();

	private final URI baseUrl;

	TemplateUri(URI baseUrl) {
		this.baseUrl = baseUrl;
	}

	/**
	 * Sets the URI of a request.
	 */
	WebClient.RequestBodySpec set(WebClient.RequestBodyUriSpec spec, ApiRequest request) {
		String template = request.path().template();
		return spec.uri(this.shown.computeIfAbsent(template, this::show))
			.attribute(TEMPLATE_ATTRIBUTE, template)
			.attribute(URI_ATTRIBUTE, request.uri());
	}

	private URI show(String template) {
		return URI.create(this.baseUrl + template.replace("{", "%7B").replace("}", "%7D"));
	}

	/**
	 * Puts the URI in the place of the template.
	 */
	static final class Filter implements ExchangeFilterFunction {

		@Override
		public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
			URI uri = (URI) request.attributes().get(URI_ATTRIBUTE);
			return next.exchange((uri != null) ? ClientRequest.from(request).url(uri).build() : request);
		}

	}

	/**
	 * Spring's convention, but for the URL.
	 */
	static final class Convention extends DefaultClientRequestObservationConvention {

		@Override
		protected KeyValue httpUrl(ClientRequestObservationContext context) {
			String template = context.getUriTemplate();
			return KeyValue.of(HighCardinalityKeyNames.HTTP_URL, (template != null) ? template : KeyValue.NONE_VALUE);
		}

	}

}
