package dev.conversations.test.faults;

import java.net.InetSocketAddress;
import java.util.List;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Server with a certificate of its own in front of another server without TLS.
 */
final class TlsFront implements AutoCloseable {

	private static final List<String> FORWARDED = List.of("Authorization", "Content-Type");

	private final X509Bundle certificate;

	private final DisposableServer server;

	private final String origin;

	TlsFront(String origin) {
		this.origin = origin;
		try {
			this.certificate = new CertificateBuilder().subject("CN=127.0.0.1")
				.addSanIpAddress("127.0.0.1")
				.setIsCertificateAuthority(true)
				.buildSelfSigned();
			SslContext context = SslContextBuilder
				.forServer(this.certificate.getKeyPair().getPrivate(), this.certificate.getCertificatePath())
				.build();
			this.server = HttpServer.create()
				.host("127.0.0.1")
				.port(0)
				.secure((spec) -> spec.sslContext(context))
				.handle(this::forward)
				.bindNow();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Publisher<Void> forward(HttpServerRequest request, HttpServerResponse response) {
		return HttpClient.newConnection().headers((headers) -> FORWARDED.forEach((name) -> {
			if (request.requestHeaders().contains(name)) {
				headers.set(name, request.requestHeaders().get(name));
			}
		}))
			.request(request.method())
			.uri(this.origin + request.uri())
			.send(ByteBufMono.fromString(request.receive().aggregate().asString().defaultIfEmpty("")))
			.responseSingle((answer, body) -> body.asString().defaultIfEmpty("").map((text) -> {
				response.status(answer.status());
				return text.replace(this.origin, url());
			}))
			.flatMap((text) -> text.isEmpty() ? response.send().then() : response.sendString(Mono.just(text)).then());
	}

	String url() {
		return "https://127.0.0.1:" + this.server.port();
	}

	InetSocketAddress address() {
		return (InetSocketAddress) this.server.address();
	}

	/**
	 * A context that trusts this server only.
	 */
	SslContext clientContext() {
		try {
			return SslContextBuilder.forClient().trustManager(this.certificate.getCertificate()).build();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

}
