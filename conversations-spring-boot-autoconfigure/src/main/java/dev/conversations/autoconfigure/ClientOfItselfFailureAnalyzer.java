package dev.conversations.autoconfigure;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * An {@link AbstractFailureAnalyzer} for a client of the application that asks for a
 * client of its own type. As it takes the place of the auto-configured one, it asks for
 * itself.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClientOfItselfFailureAnalyzer extends AbstractFailureAnalyzer<BeanCurrentlyInCreationException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BeanCurrentlyInCreationException cause) {
		UnsatisfiedDependencyException dependency = innermost(rootFailure);
		InjectionPoint point = (dependency != null) ? dependency.getInjectionPoint() : null;
		if (dependency == null || point == null) {
			return null;
		}
		Class<?> asked = asked(point);
		return ClientBeans.RESOURCES.stream()
			.filter((resource) -> resource.type() == asked && resource.type().isAssignableFrom(made(point)))
			.findFirst()
			.map((resource) -> analysis(resource, dependency.getBeanName(), cause))
			.orElse(null);
	}

	private static @Nullable UnsatisfiedDependencyException innermost(Throwable failure) {
		UnsatisfiedDependencyException innermost = null;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnsatisfiedDependencyException dependency) {
				innermost = dependency;
			}
		}
		return innermost;
	}

	private static @Nullable Class<?> asked(InjectionPoint point) {
		MethodParameter parameter = point.getMethodParameter();
		Field field = point.getField();
		if (parameter != null) {
			return parameter.getParameterType();
		}
		return (field != null) ? field.getType() : null;
	}

	/**
	 * Returns the type of the bean that asks: what a bean method returns, or else the
	 * class of the constructor, method or field.
	 */
	private static Class<?> made(InjectionPoint point) {
		Member member = point.getMember();
		return (member instanceof Method method && method.getReturnType() != void.class) ? method.getReturnType()
				: member.getDeclaringClass();
	}

	private static FailureAnalysis analysis(ClientBeans.Resource<?> resource, @Nullable String bean, Throwable cause) {
		String type = resource.type().getSimpleName();
		return new FailureAnalysis("""
				The bean '%s' is a %s and asks for a %s, by which it asks for itself: a %s of the application takes \
				the place of the one that is auto-configured.""".formatted(bean, type, type, type), """
				Ask for TwilioConversations instead, and make the client from it:

				    @Bean
				    %s %s(TwilioConversations twilio) {
				        return twilio.inService("IS…").%s();
				    }""".formatted(type, bean, resource.method()), cause);
	}

}
