package dev.conversations.benchmarks;

import java.io.IOException;

/**
 * Reads the first page of a fresh process.
 */
final class ColdBenchmark implements Benchmark {

	@Override
	public Report run(Settings settings, ServerProcess server) throws IOException {
		Report report = new Report("First page of a cold JVM");
		report.paragraph("%d processes each, in turns; a page of 50 records, from the request to the last of them.",
				settings.processes());
		FreshJvms runs = FreshJvms.run(settings, server);
		runs.report(report, FreshJvm::page, FreshJvm::pageCpu);
		return report.goal(Goal.atMost("time to the first page : bare WebClient", runs.ratio(FreshJvm::page), 1.00));
	}

}
