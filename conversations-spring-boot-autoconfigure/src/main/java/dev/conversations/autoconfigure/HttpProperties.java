package dev.conversations.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * Properties that say how requests are sent.
 *
 * @since 0.1.0
 */
public class HttpProperties {

	/**
	 * Time that it may take to connect. Unless set, that of 'spring.http.clients' applies
	 * where it is set.
	 */
	private @Nullable Duration connectTimeout;

	/**
	 * Time that one attempt may take, its body included. Where it is set, the read
	 * time-out of 'spring.http.clients' does not apply.
	 */
	private @Nullable Duration responseTimeout;

	/**
	 * Name of the SSL bundle to use, with the authorities to trust and maybe the
	 * certificate to present.
	 */
	private @Nullable String sslBundle;

	/**
	 * Whether answers may be compressed.
	 */
	private Boolean compression = true;

	/**
	 * Connections that may be open at once.
	 */
	private @Nullable Integer maxConnections;

	/**
	 * Time that a connection may be idle before it is closed.
	 */
	private Duration maxIdleTime = Duration.ofSeconds(20);

	/**
	 * Size that an answer may have.
	 */
	private @Nullable DataSize maxInMemorySize;

	private final Proxy proxy = new Proxy();

	public @Nullable Duration getConnectTimeout() {
		return this.connectTimeout;
	}

	public void setConnectTimeout(@Nullable Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
	}

	public @Nullable Duration getResponseTimeout() {
		return this.responseTimeout;
	}

	public void setResponseTimeout(@Nullable Duration responseTimeout) {
		this.responseTimeout = responseTimeout;
	}

	public @Nullable String getSslBundle() {
		return this.sslBundle;
	}

	public void setSslBundle(@Nullable String sslBundle) {
		this.sslBundle = sslBundle;
	}

	public Boolean getCompression() {
		return this.compression;
	}

	public void setCompression(Boolean compression) {
		this.compression = compression;
	}

	public @Nullable Integer getMaxConnections() {
		return this.maxConnections;
	}

	public void setMaxConnections(@Nullable Integer maxConnections) {
		this.maxConnections = maxConnections;
	}

	public Duration getMaxIdleTime() {
		return this.maxIdleTime;
	}

	public void setMaxIdleTime(Duration maxIdleTime) {
		this.maxIdleTime = maxIdleTime;
	}

	public @Nullable DataSize getMaxInMemorySize() {
		return this.maxInMemorySize;
	}

	public void setMaxInMemorySize(@Nullable DataSize maxInMemorySize) {
		this.maxInMemorySize = maxInMemorySize;
	}

	public Proxy getProxy() {
		return this.proxy;
	}

	/**
	 * Forward proxy that requests go through.
	 *
	 * @since 0.1.0
	 */
	public static class Proxy {

		/**
		 * Host of a forward proxy.
		 */
		private @Nullable String host;

		/**
		 * Port of the proxy.
		 */
		private @Nullable Integer port;

		/**
		 * User name for the proxy, if it asks for one.
		 */
		private @Nullable String username;

		/**
		 * Password for the proxy.
		 */
		private @Nullable String password;

		public @Nullable String getHost() {
			return this.host;
		}

		public void setHost(@Nullable String host) {
			this.host = host;
		}

		public @Nullable Integer getPort() {
			return this.port;
		}

		public void setPort(@Nullable Integer port) {
			this.port = port;
		}

		public @Nullable String getUsername() {
			return this.username;
		}

		public void setUsername(@Nullable String username) {
			this.username = username;
		}

		public @Nullable String getPassword() {
			return this.password;
		}

		public void setPassword(@Nullable String password) {
			this.password = password;
		}

	}

}
