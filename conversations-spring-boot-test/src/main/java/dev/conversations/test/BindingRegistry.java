package dev.conversations.test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The pairs of address and proxy address that are in use, each by one conversation that
 * is not closed [D]; to be used in an operation of the {@link Store}.
 */
final class BindingRegistry {

	private final Map<Pair, String> conversations = new HashMap<>();

	void claim(Binding binding, String conversationSid) {
		if (binding.isPair()) {
			String holder = this.conversations.putIfAbsent(Pair.of(binding), conversationSid);
			if (holder != null) {
				throw Refusal.bindingInUse(holder).exception();
			}
		}
	}

	/**
	 * Claims all pairs or none.
	 * @param bindings the bindings
	 * @param conversationSid the conversation that claims them
	 */
	void claimAll(List<Binding> bindings, String conversationSid) {
		List<Binding> claimed = new ArrayList<>();
		try {
			for (Binding binding : bindings) {
				claim(binding, conversationSid);
				claimed.add(binding);
			}
		}
		catch (RefusedException ex) {
			claimed.forEach(this::release);
			throw ex;
		}
	}

	void release(Binding binding) {
		if (binding.isPair()) {
			this.conversations.remove(Pair.of(binding));
		}
	}

	void clear() {
		this.conversations.clear();
	}

	/**
	 * The two addresses that are unique together.
	 *
	 * @param address the participant's own address
	 * @param proxyAddress the proxy address
	 */
	private record Pair(@Nullable String address, @Nullable String proxyAddress) {

		static Pair of(Binding binding) {
			return new Pair(binding.address(), binding.proxyAddress());
		}

		@Override
		public String toString() {
			return "Pair";
		}

	}

}
