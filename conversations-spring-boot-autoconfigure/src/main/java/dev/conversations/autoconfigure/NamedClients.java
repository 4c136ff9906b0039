package dev.conversations.autoconfigure;

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
import org.springframework.util.CollectionUtils;
import org.springframework.util.StringUtils;

/**
 * Reads named clients from the environment. The properties of a client are bound over
 * those of the default client, so that it inherits what it does not set.
 */
final class NamedClients {

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

	NamedClients(Environment environment) {
		this.binder = Binder.get(environment, WITHOUT_BLANKS);
	}

	/**
	 * The names, which must differ in more than dashes and case, as the environment's
	 * variables have neither.
	 */
	Set<String> names() {
		Set<String> names = this.binder
			.bind(PREFIX, Bindable.mapOf(String.class, NamedClientProperties.class), BindHandler.DEFAULT)
			.map(Map::keySet)
			.orElseGet(Set::of);
		Map<String, String> known = CollectionUtils.newLinkedHashMap(names.size());
		for (String name : names) {
			TwilioConfigurationException.check(NAME.matcher(name).matches(), PREFIX,
					"must have names of letters, digits and dashes");
			String other = known.put(name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT), name);
			if (other != null) {
				throw alike(prefix(other), prefix(name));
			}
		}
		return names;
	}

	private static TwilioConfigurationException alike(String one, String other) {
		return new TwilioConfigurationException(
				"The properties '%s' and '%s' differ in dashes or case only.".formatted(one, other), """
						Rename one of the clients, or write its name alike wherever it is set. \
						An environment variable cannot tell them apart.""");
	}

	/**
	 * What a client sets itself.
	 */
	NamedClientProperties own(String name) {
		return bind(name, new NamedClientProperties());
	}

	/**
	 * What a client sets itself over what it inherits.
	 */
	ClientProperties merged(String name) {
		NamedClientProperties properties = new NamedClientProperties();
		this.binder.bind(PARENT, Bindable.ofInstance(properties));
		return bind(name, properties);
	}

	private NamedClientProperties bind(String name, NamedClientProperties properties) {
		this.binder.bind(ConfigurationPropertyName.adapt(prefix(name), '.'), Bindable.ofInstance(properties));
		return properties;
	}

	/**
	 * What the names of a client's properties begin with.
	 */
	static String prefix(String name) {
		return PREFIX + "." + name;
	}

}
