package dev.conversations.client;

import java.net.URI;

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
final class TemplateUri implements ExchangeFilterFunction {

	private static final String URI_ATTRIBUTE = TemplateUri.class.getName() + ".uri";

	/**
	 * Where Spring's observation looks for the template of a URI.
	 */
	static final String TEMPLATE_ATTRIBUTE = WebClient.class.getName() + ".uriTemplate";

	static WebClient.RequestBodySpec set(WebClient.RequestBodyUriSpec spec, URI baseUrl, ApiRequest request) {
		String template = request.path().template();
		URI shown = URI.create(baseUrl + template.replace("{", "%7B").replace("}", "%7D"));
		return spec.uri(shown).attribute(TEMPLATE_ATTRIBUTE, template).attribute(URI_ATTRIBUTE, request.uri());
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		URI uri = (URI) request.attributes().get(URI_ATTRIBUTE);
		return next.exchange((uri != null) ? ClientRequest.from(request).url(uri).build() : request);
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
