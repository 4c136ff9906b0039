import { byId, element, number } from './dom.js';

const MAX_ENTRIES = 50;

const times = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

const REASONS = { 429: 'refused with 429', '5xx': 'failed with a 5xx', connection: 'lost its connection',
  timeout: 'took too long', any: 'failed' };

/** Adds a line to what happened. */
export function report(text, kind = '') {
  const log = byId('log');
  log.prepend(element('p', { className: kind }, element('time', {}, times.format(new Date())), element('span', {}, text)));
  while (log.children.length > MAX_ENTRIES) {
    log.lastElementChild.remove();
  }
}

/**
 * Follows the meters of the client: what is under way, what waits, what was sent again. The state of the gate shows
 * in them: it is closed while requests wait and none is under way, and probing when the first one goes alone.
 */
export class Meters {

  #events = null;

  #last = null;

  #gate = 'open';

  #onStreamRequests;

  constructor(onStreamRequests) {
    this.#onStreamRequests = onStreamRequests;
    this.follow(null);
  }

  /** How many requests were sent again so far. */
  get retries() {
    return Object.values(this.#last?.retries ?? {}).reduce((sum, count) => sum + count, 0);
  }

  /** Follows the requests of a stream, too. */
  follow(stream) {
    this.#events?.close();
    this.#events = new EventSource(stream ? `/api/meters?stream=${stream}` : '/api/meters');
    this.#events.onmessage = (event) => this.#read(JSON.parse(event.data));
  }

  #read(reading) {
    byId('active').textContent = number(reading.active);
    byId('waiting').textContent = number(reading.waiting);
    byId('permits').textContent = number(reading.permits);
    if (reading.streamRequests !== null) {
      this.#onStreamRequests(reading.streamRequests);
    }
    this.#readGate(reading);
    if (this.#last) {
      this.#readRetries(this.#last.retries, reading.retries);
    }
    this.#last = reading;
  }

  #readGate({ active, waiting, permits }) {
    let gate = 'open';
    if (waiting > 0 && active === 0) {
      gate = 'closed';
    } else if (this.#gate !== 'open' && active === 1 && permits <= (this.#last?.permits ?? permits)) {
      gate = 'probing';
    }
    if (gate !== this.#gate) {
      this.#gate = gate;
      this.#showGate(gate, waiting);
    }
  }

  #showGate(gate, waiting) {
    const pill = byId('gate');
    pill.textContent = { open: 'Gate open', closed: 'Gate closed', probing: 'Probing' }[gate];
    pill.className = `pill ${gate}`;
    report({ open: 'The gate is open again', probing: 'One request goes first, as a probe',
      closed: `The gate is closed: ${number(waiting)} waiting` }[gate], gate === 'open' ? 'good' : 'bad');
  }

  #readRetries(before, now) {
    for (const [reason, count] of Object.entries(now)) {
      const more = count - (before[reason] ?? 0);
      if (more > 0) {
        report(`${more === 1 ? 'A request' : `${more} requests`} ${REASONS[reason] ?? reason}: sent again`, 'bad');
      }
    }
  }

}
