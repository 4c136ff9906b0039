package dev.conversations.test.faults;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every fault befalls every operation. The table is printed and written to
 * {@code target/faults.md}.
 */
@Tag("long")
class FaultMatrixTests {

	private static final int THREADS = 12;

	private static final ExecutorService EXECUTOR = Executors.newFixedThreadPool(THREADS);

	private static final Map<Cell, CompletableFuture<String>> RESULTS = new LinkedHashMap<>();

	@TestFactory
	Stream<DynamicTest> cells() {
		for (Cell cell : (Iterable<Cell>) Faults.all().stream().flatMap(FaultMatrixTests::row)::iterator) {
			RESULTS.put(cell, CompletableFuture.supplyAsync(cell::run, EXECUTOR));
		}
		return RESULTS.entrySet()
			.stream()
			.map((result) -> DynamicTest.dynamicTest(result.getKey() + ", read-ahead " + result.getKey().readAhead(),
					() -> result.getValue().get(2, TimeUnit.MINUTES)));
	}

	private static Stream<Cell> row(Fault fault) {
		List<Cell> cells = new ArrayList<>();
		for (Operation operation : Operation.values()) {
			if (operation.isList()) {
				for (int page : new int[] { 0, 2 }) {
					cells.add(new Cell(fault, operation, page, true));
					cells.add(new Cell(fault, operation, page, false));
				}
			}
			else if (fault.befalls(operation)) {
				cells.add(new Cell(fault, operation, 0, true));
			}
		}
		return cells.stream();
	}

	@AfterAll
	static void print() throws IOException {
		EXECUTOR.shutdownNow();
		Set<String> columns = RESULTS.keySet()
			.stream()
			.map(Cell::column)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		Map<String, Map<String, Collection<String>>> rows = new LinkedHashMap<>();
		RESULTS
			.forEach((cell, result) -> rows.computeIfAbsent(cell.fault().toString(), (fault) -> new LinkedHashMap<>())
				.computeIfAbsent(cell.column(), (column) -> new TreeSet<>())
				.add(result.isCompletedExceptionally() ? "FAILED" : result.getNow("?")));
		String table = rows.entrySet()
			.stream()
			.map((row) -> line(row.getKey(),
					columns.stream().map((column) -> row.getValue().getOrDefault(column, List.of("–")))))
			.collect(Collectors.joining("",
					line("fault", columns.stream().map(List::of)) + "|---".repeat(columns.size() + 1) + "|\n", ""));
		Files.writeString(Path.of("target", "faults.md"), table);
		new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8).println(table);
	}

	private static String line(String head, Stream<? extends Collection<String>> cells) {
		return cells.map((cell) -> String.join(" or ", cell))
			.collect(Collectors.joining(" | ", "| " + head + " | ", " |\n"));
	}

}
