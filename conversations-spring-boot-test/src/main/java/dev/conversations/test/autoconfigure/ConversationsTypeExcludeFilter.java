package dev.conversations.test.autoconfigure;

import java.util.Set;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/**
 * {@link TypeExcludeFilter} for {@link ConversationsTest @ConversationsTest}.
 */
class ConversationsTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<ConversationsTest> {

	private static final Class<?>[] NO_COMPONENTS = {};

	private final Class<?>[] components;

	ConversationsTypeExcludeFilter(Class<?> testClass) {
		super(testClass);
		this.components = getAnnotation().getValue("components", Class[].class).orElse(NO_COMPONENTS);
	}

	@Override
	protected Set<Class<?>> getComponentIncludes() {
		return Set.of(this.components);
	}

}
