package dev.conversations.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts Java processes like this one.
 */
final class JavaProcess {

	private JavaProcess() {
	}

	/**
	 * Prepares a process that writes its errors where this one does.
	 * @param arguments the main class and its arguments, with options before them
	 */
	static ProcessBuilder builder(String classPath, String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add("-classpath");
		command.add(classPath);
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
	}

}
