package dev.conversations.benchmarks;

import java.time.Duration;
import java.util.function.Function;

import reactor.core.publisher.Mono;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Application in a fresh process, which tells how long its start and its first page took.
 */
final class FreshApplication {

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private FreshApplication() {
	}

	/**
	 * An application without a server that logs nothing.
	 */
	static SpringApplicationBuilder quiet(SpringApplicationBuilder application, String... properties) {
		return application.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.properties(properties);
	}

	/**
	 * Starts an application, makes its client, tells that it is ready and what CPU that
	 * took, reads the first page, and tells how long that took. The parent ends the
	 * process.
	 * @param client makes the client and answers what reads the first page
	 */
	static void run(Class<?> application, Function<ConfigurableApplicationContext, Mono<Long>> client,
			String... properties) {
		ConfigurableApplicationContext context = quiet(new SpringApplicationBuilder(application), properties).run();
		Mono<Long> page = client.apply(context);
		System.out.println(Meter.cpu());
		long cpu = Meter.cpu();
		long start = System.nanoTime();
		page.block(LIMIT);
		long time = System.nanoTime() - start;
		System.out.println(time);
		System.out.println(Meter.cpu() - cpu);
	}

}
