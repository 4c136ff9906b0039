package dev.conversations.autoconfigure;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.conversations.client.TwilioConversations;
import dev.conversations.client.TwilioTransport;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.env.Environment;

/**
 * Registers the beans of the named clients, and removes those of the default client where
 * nothing but named clients has credentials. This happens when the application runs, as
 * names and credentials may be unknown when it is processed ahead of time. It also
 * happens after all configuration was read, as the names of the application's own beans
 * are not known earlier.
 */
class ClientBeansRegistrar implements BeanDefinitionRegistryPostProcessor {

	private final Environment environment;

	ClientBeansRegistrar(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		if (!Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
			DefaultListableBeanFactory beanFactory = (DefaultListableBeanFactory) registry;
			Set<String> names = new ClientPropertiesBinder(this.environment).names();
			boolean ownEntry = yieldToOwnEntry(beanFactory);
			names.forEach((name) -> registerClient(beanFactory, name, !ownEntry));
			names.forEach((name) -> registerAlias(beanFactory, name));
			if (!names.isEmpty() && !ownEntry && !hasCredentials(beanFactory)) {
				removeDefaultClient(beanFactory);
			}
		}
	}

	/**
	 * Makes the default entry a fallback if the application has an entry of its own,
	 * which may be a view of the default one.
	 * @return whether the application has one
	 */
	private static boolean yieldToOwnEntry(DefaultListableBeanFactory beanFactory) {
		String entry = ClientBeans.entry(ClientBeans.DEFAULT);
		boolean own = List.of(beanFactory.getBeanNamesForType(TwilioConversations.class, true, false))
			.stream()
			.anyMatch((name) -> !name.equals(entry));
		if (own && beanFactory.containsBeanDefinition(entry)) {
			beanFactory.getBeanDefinition(entry).setFallback(true);
		}
		return own;
	}

	/**
	 * Registers the beans of a named client as fallbacks, so that injection by type alone
	 * gives those of the default one. A bean that has the name already takes the place.
	 * @param entryByType whether the entry may be injected by type alone where there is
	 * no other
	 */
	private static void registerClient(DefaultListableBeanFactory beanFactory, String client, boolean entryByType) {
		String transport = ClientBeans.transport(client);
		RootBeanDefinition owner = definition(client, TwilioTransport.class,
				() -> beanFactory.getBean(TwilioTransportFactory.class).create(settings(beanFactory, client)));
		owner.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
		owner.setDefaultCandidate(false);
		owner.setDestroyMethodName("");
		register(beanFactory, transport, owner);
		String entry = ClientBeans.entry(client);
		RootBeanDefinition conversations = definition(client, TwilioConversations.class,
				() -> settings(beanFactory, client)
					.conversations(beanFactory.getBean(transport, TwilioTransport.class)));
		conversations.setDefaultCandidate(entryByType);
		register(beanFactory, entry, conversations);
		ClientBeans.RESOURCES.forEach((resource) -> register(beanFactory, resource.name(client),
				definition(client, resource, () -> beanFactory.getBean(entry, TwilioConversations.class))));
	}

	private static ClientSettings settings(DefaultListableBeanFactory beanFactory, String client) {
		return beanFactory.getBean(ClientSettingsResolver.class).get(client);
	}

	private static <T> RootBeanDefinition definition(String client, ClientBeans.Resource<T> resource,
			Supplier<TwilioConversations> entry) {
		return definition(client, resource.type(), () -> resource.factory().apply(entry.get()));
	}

	/**
	 * Returns a definition whose qualifier is the name of the client. A qualified element
	 * leaves the name of the bean valid as a qualifier, which the qualifier of a
	 * definition would not.
	 */
	private static <T> RootBeanDefinition definition(String client, Class<T> type, Supplier<T> supplier) {
		RootBeanDefinition definition = new RootBeanDefinition(type, supplier);
		definition.setLazyInit(true);
		definition.setFallback(true);
		definition.setAttribute(ClientBeans.class.getName(), client);
		definition.setQualifiedElement(qualifier(client));
		return definition;
	}

	private static AnnotatedElement qualifier(String client) {
		return AnnotatedElementUtils
			.forAnnotations(MergedAnnotation.of(Qualifier.class, Map.of(MergedAnnotation.VALUE, client)).synthesize());
	}

	private static void register(DefaultListableBeanFactory beanFactory, String name, RootBeanDefinition definition) {
		if (!beanFactory.isBeanNameInUse(name)) {
			beanFactory.registerBeanDefinition(name, definition);
		}
	}

	/**
	 * Registers a named client's plain name as an alias of its participant client, unless
	 * a bean has that name.
	 */
	private static void registerAlias(DefaultListableBeanFactory beanFactory, String client) {
		if (!beanFactory.isBeanNameInUse(client)) {
			beanFactory.registerAlias(ClientBeans.participants(client), client);
		}
	}

	private boolean hasCredentials(DefaultListableBeanFactory beanFactory) {
		return beanFactory.getBeanNamesForType(ConversationsConnectionDetails.class, true, false).length > 1
				|| Binder.get(this.environment)
					.bind("twilio", TwilioProperties.class)
					.map((properties) -> TwilioAccount.of("twilio", properties).hasCredentials())
					.orElse(false);
	}

	private static void removeDefaultClient(DefaultListableBeanFactory beanFactory) {
		ClientBeans.used(ClientBeans.DEFAULT)
			.stream()
			.filter((name) -> ClientSettingsCheck.isOwn(beanFactory, name))
			.forEach(beanFactory::removeBeanDefinition);
	}

}
