import { Chart } from './chart.js';
import { ConversationPanel } from './conversation.js';
import { byId, eachFrame, number } from './dom.js';
import { ConversationList } from './list.js';
import { Meters, report } from './meters.js';
import * as place from './place.js';
import { problemView } from './problem.js';
import { ConversationStream } from './stream.js';
import { offerSimulator } from './trouble.js';

const STATES = {
  connecting: () => 'Waiting for the first page …',
  streaming: (count) => `${count} so far`,
  paused: (count) => `Paused at ${count}`,
  stopped: (count) => `Stopped at ${count}`,
  done: (count) => `${count}, that is all`,
  failed: (count) => `Ended early at ${count}`,
};

const form = byId('lookup');
const panel = new ConversationPanel({
  changed: ({ sid, state, dateUpdated }) => list.update(sid, { conversationState: state, conversationDateUpdated: dateUpdated }),
  deleted: (sid) => {
    list.remove(sid);
    if (stream) {
      showNow();
    }
  },
});
const list = new ConversationList(byId('rows'), (row) => panel.open(known(row), form.elements.service.value));
const chart = new Chart(byId('chart'), byId('span'));
const meters = new Meters((requests) => stream?.requested(requests));

let stream = null;
let announced = 0;
let retriesBefore = 0;

function queryOf() {
  const { kind, value, limit, service } = form.elements;
  const query = { [kind.value]: value.value };
  if (limit.value) {
    query.limit = limit.value;
  }
  if (service.value) {
    query.service = service.value;
  }
  return query;
}

/** What a row of the list tells about its conversation. */
function known(row) {
  return { sid: row.conversationSid, friendlyName: row.conversationFriendlyName, uniqueName: row.conversationUniqueName,
    state: row.conversationState, dateCreated: row.conversationDateCreated, dateUpdated: row.conversationDateUpdated };
}

/** Starts a stream, from a cursor if there is one. What a stream before it has brought stays when it goes on. */
function start(cursor, keepRows) {
  stream?.stop();
  if (!keepRows) {
    list.clear();
  }
  chart.clear();
  retriesBefore = meters.retries;
  byId('problem').hidden = true;
  place.keepCursor(cursor);
  place.keepLookup({ ...Object.fromEntries(new FormData(form)) });
  const own = new ConversationStream(queryOf(), cursor);
  stream = own;
  own.pace = Number(byId('pace').value);
  own.addEventListener('page', (event) => {
    if (own.pages === 1) {
      meters.follow(own.id);
    }
    list.append(event.detail);
    place.keepCursorSoon(() => stream.cursor);
  });
  own.addEventListener('change', () => {
    if (own === stream) {
      chart.add(own.requests, own.pages);
      show();
    }
  });
  own.run().then(() => finish(own));
  showNow();
}

function finish(own) {
  if (own !== stream) {
    return;
  }
  meters.follow(null);
  place.keepCursor(own.cursor);
  if (own.problem) {
    byId('problem').replaceChildren(problemView(own.problem));
    byId('problem').hidden = false;
    report(`${own.problem.title}${own.problem.code ? ` (${own.problem.code})` : ''}`, 'bad');
  }
  showNow();
}

const show = eachFrame(showNow);

function showNow() {
  const { state, records, pages, requests, firstAfter, readingTime } = stream;
  byId('records').textContent = number(records);
  byId('pages').textContent = number(pages);
  byId('requests').textContent = number(requests);
  byId('first').textContent = firstAfter === null ? '–' : `${Math.round(firstAfter)} ms`;
  byId('rate').textContent = readingTime > 0 && records > 0 ? number(Math.round(records / (readingTime / 1000))) : '–';
  const again = meters.retries - retriesBefore;
  byId('ahead').textContent = pages === 0 ? '–' : number(Math.max(0, requests - pages - again));
  byId('pause').textContent = state === 'paused' ? 'Resume' : 'Pause';
  byId('pause').disabled = !['streaming', 'paused'].includes(state);
  byId('stop').disabled = !stream.isOpen;
  byId('continue').hidden = stream.isOpen || !stream.cursor;
  showEmpty(state);
  announce(state, STATES[state](`${number(list.length)} conversation${list.length === 1 ? '' : 's'}`));
  byId('rows').setAttribute('aria-busy', stream.isOpen);
  document.body.dataset.state = state;
}

function showEmpty(state) {
  const empty = byId('empty');
  empty.hidden = list.length > 0 || state === 'connecting' || state === 'failed';
  if (state === 'done') {
    empty.querySelector('.empty-title').textContent = 'No conversations';
    empty.querySelector('p:last-child').textContent = 'Nobody of that name takes part in any, in this service.';
  }
}

/** Tells the state: at once when it changes, else about once a second, as it is read aloud. */
function announce(state, text) {
  const now = performance.now();
  if (state !== 'streaming' || now - announced > 1000) {
    announced = now;
    byId('state').textContent = text;
  }
}

function labelValue() {
  const address = form.elements.kind.value === 'address';
  byId('value-label').textContent = address ? 'Address' : 'Identity';
  form.elements.value.placeholder = address ? '+375255555555 or whatsapp:+375…' : 'ada';
}

function lookUp({ kind, value }) {
  form.elements.kind.value = kind;
  form.elements.value.value = value;
  form.elements.limit.value = '';
  labelValue();
  start(null, false);
}

function openFromPlace() {
  const sid = place.conversation();
  if (sid && sid !== panel.sid && /^CH[0-9a-fA-F]{32}$/.test(sid)) {
    const row = list.find(sid);
    panel.open(row ? known(row) : { sid }, form.elements.service.value);
  }
}

function offerToContinue() {
  const lookup = place.keptLookup();
  if (!lookup) {
    return;
  }
  Object.entries(lookup).forEach(([name, value]) => {
    form.elements[name].value = value;
  });
  if (place.cursor()) {
    byId('continue').hidden = false;
    byId('state').textContent = 'A stream ended before its end: it can go on from there';
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  start(null, false);
});
form.addEventListener('change', labelValue);
byId('pause').addEventListener('click', () => (stream.state === 'paused' ? stream.resume() : stream.pause()));
byId('stop').addEventListener('click', () => {
  stream.stop();
  place.keepCursor(stream.cursor);
});
byId('continue').addEventListener('click', () => start(stream?.cursor ?? place.cursor(), true));
byId('new').addEventListener('click', () => panel.create(form.elements.service.value));
byId('pace').addEventListener('change', () => {
  if (stream) {
    stream.pace = Number(byId('pace').value);
  }
});
addEventListener('hashchange', openFromPlace);
addEventListener('pagehide', () => {
  if (stream) {
    place.keepCursor(stream.cursor);
  }
});

offerToContinue();
labelValue();
openFromPlace();
offerSimulator(lookUp);
