import { lines, request, Problem } from './api.js';

/** How many records the server may be ahead of what is read here: two pages. */
const WINDOW = 100;

/**
 * A stream of conversations that is read page by page, at a pace, with pauses. What is read is told to the server,
 * which asks Twilio for no page that there is no room for: the buffers between a browser and its page hold
 * megabytes, and would hide that nobody reads.
 *
 * Dispatches 'change' whenever a figure or the state has changed, and 'page' with the records of each page.
 */
export class ConversationStream extends EventTarget {

  state = 'connecting';

  records = 0;

  pages = 0;

  requests = 0;

  firstAfter = null;

  id = null;

  cursor = null;

  problem = null;

  pace = 0;

  #abort = new AbortController();

  #started = performance.now();

  #reading = 0;

  #resumed = null;

  #mark = null;

  constructor(query, cursor) {
    super();
    this.query = query;
    this.cursor = cursor ?? null;
  }

  get isOpen() {
    return ['connecting', 'streaming', 'paused'].includes(this.state);
  }

  /** Milliseconds that were spent reading, without pauses. */
  get readingTime() {
    return this.#reading + (this.#resumed === null ? 0 : performance.now() - this.#resumed);
  }

  async run() {
    this.#resumed = performance.now();
    try {
      for await (const line of lines(this.#path(), this.#abort.signal)) {
        if (line.problem) {
          throw new Problem(line.problem);
        }
        await this.#take(line);
        if (!this.isOpen) {
          return;
        }
      }
      this.cursor = null;
      this.#end('done');
    } catch (error) {
      this.#fail(error);
    }
  }

  pause() {
    if (this.state === 'streaming') {
      this.#stopClock();
      this.#change('paused');
    }
  }

  resume() {
    if (this.state === 'paused') {
      this.#resumed = performance.now();
      this.#change('streaming');
      this.dispatchEvent(new Event('resume'));
    }
  }

  stop() {
    this.#abort.abort();
    if (this.isOpen) {
      this.#end('stopped');
    }
  }

  /** Takes note of requests that were sent since the last page came. */
  requested(count) {
    if (count > this.requests) {
      this.requests = count;
      this.dispatchEvent(new Event('change'));
    }
  }

  #path() {
    const query = new URLSearchParams({ ...this.query, window: WINDOW });
    if (this.cursor) {
      query.set('cursor', this.cursor);
    }
    return `/api/participant-conversations/pages?${query}`;
  }

  async #take(line) {
    await this.#whilePaused();
    if (!this.isOpen) {
      return;
    }
    this.firstAfter ??= performance.now() - this.#started;
    this.id = line.stream;
    this.records += line.items.length;
    this.pages++;
    this.requests = Math.max(this.requests, line.requests);
    this.cursor = line.next ?? null;
    if (this.state === 'connecting') {
      this.state = 'streaming';
    }
    this.dispatchEvent(new CustomEvent('page', { detail: line.items }));
    this.dispatchEvent(new Event('change'));
    await this.#rest(line.items.length);
    this.#tell();
  }

  /** Waits as the pace has it, and while paused. */
  async #rest(records) {
    if (this.pace > 0) {
      await this.#until((done) => setTimeout(done, (records / this.pace) * 1000));
    }
    await this.#whilePaused();
  }

  async #whilePaused() {
    while (this.state === 'paused') {
      await this.#until((done) => this.addEventListener('resume', done, { once: true }));
    }
  }

  #until(wait) {
    return new Promise((resolve) => {
      this.#abort.signal.addEventListener('abort', resolve, { once: true });
      wait(resolve);
    });
  }

  /** Tells the server how much was read; what is read meanwhile is told afterwards, in one. */
  async #tell() {
    const running = this.#mark !== null;
    this.#mark = this.records;
    if (running) {
      return;
    }
    try {
      for (let told = -1; told !== this.#mark && this.isOpen;) {
        told = this.#mark;
        await request('PUT', `/api/streams/${this.id}`, { read: told });
      }
    } catch {
      // The stream has ended, of which its last line tells
    }
    this.#mark = null;
  }

  #fail(error) {
    if (!this.isOpen) {
      return;
    }
    this.problem = error instanceof Problem ? error.details : { title: 'The page has failed', detail: error.message };
    this.cursor = this.problem.cursor ?? this.cursor;
    this.#end('failed');
  }

  #end(state) {
    this.#stopClock();
    this.#change(state);
  }

  #stopClock() {
    if (this.#resumed !== null) {
      this.#reading += performance.now() - this.#resumed;
      this.#resumed = null;
    }
  }

  #change(state) {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }

}
