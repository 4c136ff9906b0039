package dev.conversations.test.faults;

import java.util.function.Consumer;

import dev.conversations.test.SimulatedFault;

/**
 * One row of the matrix.
 *
 * @param name how the table names it
 * @param reaction what the client has to make of it
 * @param reason what the message of the error holds
 * @param carriedOut whether the simulator carries out what is befallen
 * @param times how many requests it befalls
 * @param stage brings it about
 */
record Fault(String name, Reaction reaction, String reason, boolean carriedOut, int times,
		Consumer<Scene.Builder> stage) {

	private static final int FOR_EVER = Integer.MAX_VALUE;

	/**
	 * Fault of an answer.
	 */
	static Fault answer(String name, Reaction reaction, Consumer<SimulatedFault> fault) {
		return staged(name, reaction, (scene) -> scene.answer(fault));
	}

	/**
	 * Fault of a connection.
	 */
	static Fault line(String name, Reaction reaction, Switchboard.Line line) {
		return staged(name, reaction, (scene) -> scene.detour(line));
	}

	/**
	 * Answer in bytes, on a connection of its own.
	 */
	static Fault bytes(String name, Reaction reaction, RawServer.Script script) {
		return staged(name, reaction, (scene) -> scene.detour(script));
	}

	static Fault staged(String name, Reaction reaction, Consumer<Scene.Builder> stage) {
		return new Fault(name, reaction, reaction.reason(), false, FOR_EVER, stage);
	}

	Fault afterProcessing() {
		return new Fault(this.name, this.reaction, this.reason, true, this.times, this.stage);
	}

	Fault because(String reason) {
		return new Fault(this.name, this.reaction, reason, this.carriedOut, this.times, this.stage);
	}

	Fault once() {
		return new Fault(this.name, this.reaction, this.reason, this.carriedOut, 1, this.stage);
	}

	Fault with(Consumer<Scene.Builder> more) {
		return new Fault(this.name, this.reaction, this.reason, this.carriedOut, this.times, this.stage.andThen(more));
	}

	boolean isPassing() {
		return this.times == 1;
	}

	/**
	 * Whether the status gets through.
	 */
	boolean isInBody() {
		return this.name.endsWith("in the body");
	}

	boolean befalls(Operation operation) {
		return operation.isList() || (this.reaction != Reaction.MISLED && this.reaction != Reaction.OVERSIZED);
	}

	@Override
	public String toString() {
		return this.name + (isPassing() ? ", once" : "");
	}

}
