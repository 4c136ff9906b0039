package dev.conversations.autoconfigure.search;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor.Version;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.slf4j.LoggerFactory;

import org.springframework.core.SpringVersion;

/**
 * Collects all that an application lets out: logs of every logger at every level,
 * observations as a tracer sees them, meters, errors and what else is added.
 */
final class OutputCollector extends AppenderBase<ILoggingEvent> implements ObservationHandler<Observation.Context> {

	private static final boolean QUERIES_ARE_LOGGED = Version.parse(SpringVersion.getVersion())
		.compareTo(Version.parse("7.0.7")) < 0;

	private final Queue<String> seen = new ConcurrentLinkedQueue<>();

	private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

	private final Queue<String> paths = new ConcurrentLinkedQueue<>();

	private final List<Appender<ILoggingEvent>> others = new ArrayList<>();

	private static Logger root() {
		return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	/**
	 * Takes the place of all other appenders.
	 */
	void startLogging() {
		root().iteratorForAppenders().forEachRemaining(this.others::add);
		this.others.forEach(root()::detachAppender);
		setContext(root().getLoggerContext());
		start();
		root().addAppender(this);
		root().setLevel(Level.TRACE);
	}

	void stopLogging() {
		root().setLevel(Level.INFO);
		root().detachAppender(this);
		this.others.forEach(root()::addAppender);
	}

	/**
	 * The wire log is the user's own choice. Spring's own log of its client shows paths,
	 * which is kept apart, and in older versions queries.
	 */
	@Override
	protected void append(ILoggingEvent event) {
		String logger = event.getLoggerName();
		String text = logger + ": " + event.getFormattedMessage() + " " + event.getMDCPropertyMap();
		if (logger.startsWith("org.springframework.web.reactive.function.client.ExchangeFunctions")) {
			check(QUERIES_ARE_LOGGED ? text.replaceAll("\\?[^,]*,", ",") : text, this.paths);
		}
		else if (!logger.startsWith("reactor.netty") && !logger.startsWith("io.netty")) {
			IThrowableProxy failure = event.getThrowableProxy();
			add("log", (failure != null) ? text + ThrowableProxyUtil.asString(failure) : text);
		}
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return true;
	}

	@Override
	public void onEvent(Observation.Event event, Observation.Context context) {
		add("event", event.getName() + " " + event.getContextualName());
	}

	@Override
	public void onStop(Observation.Context context) {
		add("observation", context.getName() + " " + context.getContextualName() + " " + context.getAllKeyValues());
		if (context.getError() != null) {
			addError(context.getError());
		}
	}

	void addMeters(MeterRegistry registry) {
		registry.getMeters()
			.forEach((meter) -> add("meter",
					meter.getId() + " " + meter.getId().getDescription() + " " + meter.getId().getBaseUnit()));
	}

	/**
	 * Adds an error with its stack trace, its causes, what it suppresses, and what its
	 * methods tell.
	 */
	void addError(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		Arrays.stream(failure.getClass().getMethods())
			.filter((method) -> method.getDeclaringClass().getName().startsWith("dev.conversations"))
			.filter((method) -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
			.forEach((method) -> text.append(' ').append(method.getName()).append('=').append(call(method, failure)));
		add("error", text.toString());
	}

	private static String call(Method method, Object target) {
		try {
			return String.valueOf(method.invoke(target));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void add(String kind, Object text) {
		String output = kind + " " + text;
		this.seen.add(output.substring(0, Math.min(output.length(), 120)));
		check(output, this.leaks);
	}

	private static void check(String output, Queue<String> found) {
		Marks.in(output).forEach((mark) -> {
			int position = output.indexOf(mark);
			found.add(mark + ": " + output.substring(0, Math.min(output.length(), 120)) + " … "
					+ output.substring(Math.max(0, position - 120), Math.min(output.length(), position + 120)));
		});
	}

	/**
	 * The beginning of each output.
	 */
	Queue<String> seen() {
		return this.seen;
	}

	/**
	 * Outputs that show marks, less the logs that show paths.
	 */
	Queue<String> leaks() {
		return this.leaks;
	}

	/**
	 * Marks in the logs that show paths.
	 */
	Queue<String> paths() {
		return this.paths;
	}

}
