package dev.conversations.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The link at the end of a body is found, and nothing else is taken for it.
 */
class NextLinkTests {

	private static final String BASE_URL = "https://conversations.twilio.com";

	private static final String PATH = "/v1/ParticipantConversations";

	private final PageLinks links = new PageLinks(URI.create(BASE_URL),
			ResourcePath.ROOT.append("ParticipantConversations"), List.of(), () -> "AC1");

	private NextLink guess(String body) {
		return NextLink.guess(DefaultDataBufferFactory.sharedInstance.wrap(body.getBytes(StandardCharsets.UTF_8)),
				this.links);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"conversations\":[],\"meta\":{\"next_page_url\":\"%s\",\"key\":\"conversations\"}}",
			"{\"meta\": {\"next_page_url\" :\n\t\"%s\"}, \"conversations\": [{\"attributes\": \"{\\\"next_page_url\\\":\\\"x\\\"}\"}]}",
			"{\"next_page_url\":\"first\",\"meta\":{\"next_page_url\":\"%s\"}}", "\"next_page_url\":\"%s\"" })
	void linkIsFoundAndFollowed(String body) {
		String link = BASE_URL + PATH + "?PageSize=50&Page=1&PageToken=PT%2B._:1";
		NextLink guess = guess(body.replace("%s", link));
		assertThat(guess.text()).isEqualTo(link);
		assertThat(guess.target()).hasToString(link);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{\"meta\":{\"next_page_url\":null}}", "{\"meta\":{\"next_page_url\":\"\"}}",
			"{\"meta\":{\"next_page_url\":\"?Page=1", "{\"meta\":{\"next_page_url\":7}}",
			"{\"meta\":{\"next_page_url\":\"?Page=1\\u0026PageToken=2\"}}",
			"{\"meta\":{\"next_page_url\":\"?Page=é\"}}", "{\"meta\":{\"next_page_url\":\"?Page= 1\"}}",
			"{\"meta\":{\"next_page_url\":\"https://example.com/?Page=1\"}}",
			"{\"meta\":{\"xnext_page_url\":\"?Page=1\"}}",
			"{\"attributes\":\"{\\\"next_page_url\\\":\\\"?Page=1\\\"}\"}" })
	void anythingElseIsNoGuess(String body) {
		assertThat(guess(body)).isEqualTo(new NextLink(null, null));
	}

	@Test
	void linkFarFromTheEndIsNotLookedFor() {
		assertThat(guess("{\"next_page_url\":\"?Page=1\"}" + " ".repeat(900)).text()).isEqualTo("?Page=1");
		assertThat(guess("{\"next_page_url\":\"?Page=1\"}" + " ".repeat(1_100)).text()).isNull();
	}

	@Test
	void bodyIsLeftAsItWas() {
		DataBuffer body = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT)
			.wrap(Unpooled.wrappedBuffer("xx{\"next_page".getBytes(StandardCharsets.US_ASCII),
					"_url\":\"?Page=1\"}".getBytes(StandardCharsets.US_ASCII)));
		body.readPosition(2);
		assertThat(NextLink.guess(body, this.links).text()).isEqualTo("?Page=1");
		assertThat(body.readPosition()).isEqualTo(2);
		assertThat(body.toString(StandardCharsets.US_ASCII)).isEqualTo("{\"next_page_url\":\"?Page=1\"}");
	}

}
