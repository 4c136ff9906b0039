/**
 * What the URL keeps, in its fragment, which is sent to nobody: the cursor to go on from and the SID of the open
 * conversation. Both hold no personal data; who was looked up does not stand in a URL, and stays in the tab's own
 * storage.
 */

const LOOKUP = 'lookup';

const MIN_INTERVAL = 500;

let timer = null;

function read() {
  return new URLSearchParams(location.hash.slice(1));
}

function write(name, value) {
  const place = read();
  if (value) {
    place.set(name, value);
  } else {
    place.delete(name);
  }
  const hash = place.toString();
  history.replaceState(null, '', hash ? `#${hash}` : location.pathname);
}

export const cursor = () => read().get('cursor');

export const conversation = () => read().get('conversation');

export const keepConversation = (sid) => write('conversation', sid);

/** Keeps a cursor at once. */
export function keepCursor(value) {
  clearTimeout(timer);
  timer = null;
  write('cursor', value);
}

/** Keeps a cursor soon, as browsers limit how often a page may change its URL. */
export function keepCursorSoon(latest) {
  timer ??= setTimeout(() => {
    timer = null;
    write('cursor', latest());
  }, MIN_INTERVAL);
}

export function keepLookup(lookup) {
  sessionStorage.setItem(LOOKUP, JSON.stringify(lookup));
}

export function keptLookup() {
  return JSON.parse(sessionStorage.getItem(LOOKUP) ?? 'null');
}
