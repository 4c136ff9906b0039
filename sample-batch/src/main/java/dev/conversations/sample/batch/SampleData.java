package dev.conversations.sample.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.IntStream;

import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.RecordedRequest;

/**
 * The participants {@code user-0}, {@code user-1} and so on. Each is in 1 to 5
 * conversations, and one in a thousand cannot be read.
 */
final class SampleData {

	private static final int MOST = 5;

	private static final int UNREADABLE = 1000;

	private SampleData() {
	}

	/**
	 * Adds the participants to a simulator.
	 * @param factor how many times as many conversations each of them is in
	 */
	static ConversationsSimulator addTo(ConversationsSimulator simulator, int participants, int factor,
			Duration latency) {
		for (int i = 0; i < participants; i++) {
			for (int j = 0; j < factor * conversations(i); j++) {
				simulator.conversation().chatParticipant(identity(i)).add();
			}
		}
		simulator.when(SampleData::isUnreadable).delay(latency).error(404, 20404, "The resource was not found");
		simulator.when((request) -> true).delay(latency).proceed();
		return simulator;
	}

	private static boolean isUnreadable(RecordedRequest request) {
		String identity = request.queryParameter("Identity");
		return identity != null && isUnreadable(Integer.parseInt(identity.substring(identity.indexOf('-') + 1)));
	}

	private static boolean isUnreadable(int participant) {
		return participant % UNREADABLE == UNREADABLE - 1;
	}

	/**
	 * Returns how many conversations an export has to write.
	 */
	static long expectedRows(int participants) {
		return IntStream.range(0, participants)
			.filter((i) -> !isUnreadable(i))
			.mapToLong(SampleData::conversations)
			.sum();
	}

	static long expectedFailures(int participants) {
		return participants / UNREADABLE;
	}

	private static int conversations(int participant) {
		return 1 + participant % MOST;
	}

	private static String identity(int participant) {
		return "user-" + participant;
	}

	/**
	 * Writes the list of participants, unless it is there already.
	 */
	static Path writeList(Path directory, int participants) throws IOException {
		Path file = directory.resolve("participants-%d.txt".formatted(participants));
		if (Files.notExists(file)) {
			Files.createDirectories(directory);
			Path temporary = Files.createTempFile(directory, "participants", ".tmp");
			Files.write(temporary,
					IntStream.range(0, participants).mapToObj((i) -> "identity:" + identity(i)).toList());
			Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
		}
		return file;
	}

}
