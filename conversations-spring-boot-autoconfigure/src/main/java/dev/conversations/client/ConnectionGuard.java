package dev.conversations.client;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Keeps the answers on a connection of Reactor Netty apart, since Reactor Netty itself
 * gives a connection back to its pool though an answer may still come.
 * <ul>
 * <li>Interim answers (1xx, RFC 9110, section 15.2) are skipped, so that the final answer
 * reaches the request it belongs to.</li>
 * <li>A connection on which more than the answer comes in, be it in the same read or
 * while nobody waits for one, is closed and never used again.</li>
 * <li>The location of a redirect is removed, so that no connector follows one.</li>
 * </ul>
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class ConnectionGuard extends ChannelDuplexHandler {

	private static final String NAME = ConnectionGuard.class.getName();

	private boolean awaiting;

	private boolean interim;

	private @Nullable Object end;

	private ConnectionGuard() {
	}

	/**
	 * Installs a guard for the life of a connection.
	 */
	static void install(ChannelPipeline pipeline) {
		if (pipeline.get(NAME) == null && pipeline.get(NettyPipeline.ReactiveBridge) != null) {
			pipeline.addBefore(NettyPipeline.ReactiveBridge, NAME, new ConnectionGuard());
		}
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		if (message instanceof HttpRequest) {
			this.awaiting = true;
		}
		context.write(message, promise);
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof HttpResponse response && this.awaiting) {
			begin(response);
		}
		if (!this.awaiting) {
			ReferenceCountUtil.release(message);
			context.close();
		}
		else if (this.interim) {
			skip(context, message);
		}
		else if (message instanceof LastHttpContent) {
			this.end = message;
			this.awaiting = false;
		}
		else {
			context.fireChannelRead(message);
		}
	}

	private void begin(HttpResponse response) {
		HttpResponseStatus status = response.status();
		this.interim = status.codeClass() == HttpStatusClass.INFORMATIONAL
				&& !status.equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
		if (status.codeClass() == HttpStatusClass.REDIRECTION) {
			response.headers().remove(HttpHeaderNames.LOCATION);
		}
	}

	/**
	 * Skips a part of an interim answer. Reactor Netty reads on demand, and nobody else
	 * demands what follows the interim answer.
	 */
	private void skip(ChannelHandlerContext context, Object message) {
		this.interim = !(message instanceof LastHttpContent);
		ReferenceCountUtil.release(message);
		if (!this.interim) {
			context.read();
		}
	}

	/**
	 * Passes the end of an answer on after everything that came with it was seen.
	 */
	@Override
	public void channelReadComplete(ChannelHandlerContext context) {
		Object end = this.end;
		if (end != null) {
			this.end = null;
			context.fireChannelRead(end);
		}
		context.fireChannelReadComplete();
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext context) {
		ReferenceCountUtil.release(this.end);
		this.end = null;
	}

}
