package dev.conversations.test.autoconfigure;

import java.lang.reflect.Constructor;

import dev.conversations.test.ConversationsSimulator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.beans.factory.annotation.ParameterResolutionDelegate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * {@link ParameterResolver} for the simulator. It leaves to Spring what Spring resolves
 * itself: parameters of constructors and annotated ones.
 */
class SimulatorParameterResolver implements ParameterResolver {

	@Override
	public boolean supportsParameter(ParameterContext parameterContext, ExtensionContext extensionContext) {
		return parameterContext.getParameter().getType() == ConversationsSimulator.class
				&& !(parameterContext.getDeclaringExecutable() instanceof Constructor) && !ParameterResolutionDelegate
					.isAutowirable(parameterContext.getParameter(), parameterContext.getIndex());
	}

	@Override
	public Object resolveParameter(ParameterContext parameterContext, ExtensionContext extensionContext) {
		return SpringExtension.getApplicationContext(extensionContext).getBean(ConversationsSimulator.class);
	}

}
