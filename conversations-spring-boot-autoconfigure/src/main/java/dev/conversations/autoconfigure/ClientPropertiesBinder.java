package dev.conversations.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Binds the properties of each client from the environment. Those of a named client are
 * bound over those of the default client, so that it inherits what it does not set.
 */
final class ClientPropertiesBinder {

	private static final String PARENT = "twilio.conversations";

	private static final String PREFIX = PARENT + ".clients";

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

	private static final BindHandler WITHOUT_BLANKS = new AbstractBindHandler() {

		@Override
		public @Nullable Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
				Object result) {
			return (result instanceof String text && !StringUtils.hasText(text)) ? null : result;
		}

	};

	private final Binder binder;

	ClientPropertiesBinder(Environment environment) {
		this.binder = Binder.get(environment, WITHOUT_BLANKS);
	}

	/**
	 * Returns the names of the named clients. They must differ in more than dashes and
	 * case, as the environment's variables have neither.
	 */
	Set<String> names() {
		Set<String> names = this.binder
			.bind(PREFIX, Bindable.mapOf(String.class, NamedClientProperties.class), BindHandler.DEFAULT)
			.map(Map::keySet)
			.orElseGet(Set::of);
		Map<String, String> known = new LinkedHashMap<>();
		for (String name : names) {
			TwilioConfigurationException.check(NAME.matcher(name).matches(), PREFIX,
					"must have names of letters, digits and dashes");
			String normalized = name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
			checkNotDefault(normalized, name);
			String other = known.put(normalized, name);
			if (other != null) {
				throw alike(prefix(other), prefix(name));
			}
		}
		return names;
	}

	private static void checkNotDefault(String normalized, String name) {
		if (normalized.equals(ClientBeans.DEFAULT)) {
			throw new TwilioConfigurationException(
					"The property '%s' has the name of the default client.".formatted(prefix(name)),
					"Set the properties of the default client at '%s', or rename this one.".formatted(PARENT));
		}
	}

	private static TwilioConfigurationException alike(String one, String other) {
		return new TwilioConfigurationException(
				"The properties '%s' and '%s' differ in dashes or case only.".formatted(one, other), """
						Rename one of the clients, or write its name alike wherever it is set. \
						An environment variable cannot tell them apart.""");
	}

	/**
	 * Returns what a named client sets itself.
	 */
	NamedClientProperties own(String client) {
		return bind(client, new NamedClientProperties());
	}

	/**
	 * Returns what a named client sets itself over what it inherits.
	 */
	ClientProperties merged(String client) {
		NamedClientProperties properties = new NamedClientProperties();
		this.binder.bind(PARENT, Bindable.ofInstance(properties));
		return bind(client, properties);
	}

	private NamedClientProperties bind(String client, NamedClientProperties properties) {
		this.binder.bind(ConfigurationPropertyName.adapt(prefix(client), '.'), Bindable.ofInstance(properties));
		return properties;
	}

	/**
	 * Returns the rules for the properties of a client.
	 */
	PropertyRules rules(String client) {
		return client.equals(ClientBeans.DEFAULT) ? new PropertyRules(List.of(PARENT), this::isSet)
				: new PropertyRules(List.of(prefix(client), PARENT), this::isSet);
	}

	private boolean isSet(String property) {
		return this.binder.bind(ConfigurationPropertyName.adapt(property, '.'), Bindable.of(String.class)).isBound();
	}

	/**
	 * Returns what the names of a named client's properties begin with.
	 */
	static String prefix(String client) {
		return PREFIX + "." + client;
	}

}
