package dev.conversations.batch;

import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

import dev.conversations.client.Page;
import dev.conversations.client.PageCursor;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.util.Assert;

/**
 * Reads the conversations of many participants, several participants at once. The
 * conversations of one participant come in their order, those of different participants
 * in none.
 * <p>
 * The position is saved with each chunk, so that a step that is started again goes on
 * with the first conversation that was not written. If the execution context holds
 * {@code from} and {@code to}, as that of a partition of a {@link ParticipantPartitioner}
 * does, then only the participants with these ordinals are read, the last one excluded.
 * <p>
 * A reader belongs to one execution of a step at a time and is not thread-safe; in a step
 * that is partitioned within one process, its bean has to be in step scope and declared
 * by this class.
 *
 * @since 0.1.0
 */
public class ParticipantConversationItemReader implements ItemStreamReader<ParticipantConversation> {

	private final ReaderState state;

	private final ParticipantClient client;

	private final ParticipantSource source;

	private final int concurrency;

	private final Paging paging;

	private final Duration retryTimeout;

	private long from;

	private long to;

	private ReadPosition position = new ReadPosition(0);

	private @Nullable PageMerge merge;

	private Iterator<ParticipantConversation> page = Collections.emptyIterator();

	private long ordinal;

	private @Nullable PageCursor nextPage;

	ParticipantConversationItemReader(String name, ParticipantClient client, ParticipantSource source, int concurrency,
			Paging paging, Duration retryTimeout) {
		this.state = new ReaderState(name);
		this.client = client;
		this.source = source;
		this.concurrency = concurrency;
		this.paging = paging;
		this.retryTimeout = retryTimeout;
	}

	/**
	 * Starts to describe a reader.
	 * @return a builder
	 */
	public static ParticipantConversationItemReaderBuilder builder() {
		return new ParticipantConversationItemReaderBuilder();
	}

	/**
	 * Begins to read, where an earlier execution has left off if there was one.
	 * @param context the execution context of the step
	 * @throws IllegalStateException if the earlier execution had other participants
	 */
	@Override
	public void open(ExecutionContext context) {
		close();
		long size = this.source.size();
		this.from = context.getLong(ReaderState.FROM, 0);
		this.to = context.getLong(ReaderState.TO, size);
		this.state.checkSource(context, this.source.fingerprint());
		Assert.state(this.from >= 0 && this.from <= this.to && this.to <= size,
				"The partition must be a part of the participants");
		ReadPosition saved = this.state.position(context);
		this.position = (saved != null) ? saved : new ReadPosition(this.from);
		this.merge = new PageMerge(this.client, this.paging, this.retryTimeout, this.concurrency,
				new ReadTasks(this.source, this.position, this.to));
	}

	/**
	 * Reads a conversation, and waits for it if need be.
	 * @return the conversation, or {@code null} if there are no more
	 * @throws ParticipantReadException if a participant cannot be read on
	 */
	@Override
	public @Nullable ParticipantConversation read() {
		PageMerge pages = this.merge;
		Assert.state(pages != null, "The reader must be opened before it is read from");
		while (!this.page.hasNext()) {
			if (!pages.hasNext()) {
				return null;
			}
			accept(pages.next());
		}
		ParticipantConversation conversation = this.page.next();
		this.position.move(this.ordinal, this.position.place(this.ordinal).after(conversation));
		turnPage(null);
		return conversation;
	}

	private void accept(ReadEvent event) {
		if (event instanceof ReadEvent.Received received) {
			begin(received.ordinal(), received.page());
			return;
		}
		this.position.finish(event.ordinal());
		if (event instanceof ReadEvent.Failed failed) {
			throw failed.failure();
		}
	}

	private void begin(long ordinal, Page<ParticipantConversation> received) {
		Place place = this.position.place(ordinal);
		List<ParticipantConversation> items = received.items();
		int delivered = place.delivered(items);
		this.ordinal = ordinal;
		this.nextPage = received.next();
		this.page = items.subList(delivered, items.size()).iterator();
		this.position.move(ordinal, new Place(place.cursor(), delivered, place.last()));
		turnPage(place.last());
	}

	/**
	 * Moves on to the next page as soon as this one is delivered.
	 * @param last the SID up to which that page, too, may hold what was delivered before,
	 * which is so where conversations were added in front of them
	 */
	private void turnPage(@Nullable String last) {
		if (!this.page.hasNext() && this.nextPage != null) {
			this.position.move(this.ordinal, new Place(this.nextPage, 0, last));
		}
	}

	@Override
	public void update(ExecutionContext context) {
		this.state.save(context, this.position, this.from, this.to);
	}

	/**
	 * Ends all requests that are under way.
	 */
	@Override
	public void close() {
		this.page = Collections.emptyIterator();
		if (this.merge != null) {
			this.merge.close();
			this.merge = null;
		}
	}

}
