package dev.conversations.benchmarks;

import java.io.IOException;

/**
 * Starts applications until their client is ready.
 */
final class StartupBenchmark implements Benchmark {

	@Override
	public Report run(Settings settings, ServerProcess server) throws IOException {
		Report report = new Report("Start of an application");
		report.paragraph("%d processes each, in turns, until the client is made.", settings.processes());
		FreshJvms runs = FreshJvms.run(settings, server);
		runs.report(report, FreshJvm::start, FreshJvm::startCpu);
		return report.goal(Goal.atMost("time to start : bare WebClient", runs.ratio(FreshJvm::start), 1.03));
	}

}
