package dev.conversations.test;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How a participant exchanges messages with a conversation; at least one address is set.
 *
 * @param address the participant's own address
 * @param proxyAddress the number that the participant is in contact with
 * @param projectedAddress the number that masks a chat participant in Group MMS
 */
record Binding(@Nullable String address, @Nullable String proxyAddress, @Nullable String projectedAddress) {

	static final Binding NONE = new Binding(null, null, null);

	boolean isEmpty() {
		return equals(NONE);
	}

	boolean isPair() {
		return this.address != null && this.proxyAddress != null;
	}

	/**
	 * Returns the address in Group MMS, in which no proxy address takes part [D].
	 * @return the address, or {@code null} outside of Group MMS
	 */
	@Nullable String groupAddress() {
		if (this.proxyAddress != null) {
			return null;
		}
		return (this.address != null) ? this.address : this.projectedAddress;
	}

	/**
	 * Returns the channel, which is the prefix of an address, or {@code sms} without one.
	 * @return the channel
	 */
	String type() {
		String any = (this.address != null) ? this.address : String.valueOf(this.projectedAddress);
		int colon = any.indexOf(':');
		return (colon != -1) ? any.substring(0, colon).toLowerCase(Locale.ROOT) : "sms";
	}

	Binding withProxyAddress(@Nullable String proxyAddress) {
		return new Binding(this.address, proxyAddress, this.projectedAddress);
	}

	Binding withProjectedAddress(@Nullable String projectedAddress) {
		return new Binding(this.address, this.proxyAddress, projectedAddress);
	}

	@Override
	public String toString() {
		return "Binding";
	}

}
