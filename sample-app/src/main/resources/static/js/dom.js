/**
 * Makes elements. Whatever is shown is set as text, never as markup: names and attributes come from anybody.
 */

/**
 * @param {string} tag
 * @param {Object} properties properties of the element; those with a dash or a colon are attributes
 * @param {...(Node|string)} children
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) {
      continue;
    }
    if (name.includes('-') || name === 'role') {
      made.setAttribute(name, value);
    } else {
      made[name] = value;
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export const byId = (id) => document.getElementById(id);

const dates = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

const numbers = new Intl.NumberFormat();

export const number = (value) => numbers.format(value);

export const date = (instant) => (instant ? dates.format(new Date(instant)) : '');

const KNOWN_STATES = ['active', 'inactive', 'closed', 'initializing'];

/** A badge with the state of a conversation, also with one that is not known yet. */
export function badge(state) {
  const kind = KNOWN_STATES.includes(state) ? state : 'other';
  return element('span', { className: `badge ${kind}` }, state || 'unknown');
}

/**
 * Asks in the place of buttons whether to do what cannot be undone.
 * @param {Element} actions has the buttons
 * @param {Object} wording the question, the words for yes and no, and the action
 */
export function confirmation(actions, { question, yes, no, action }) {
  const buttons = [...actions.children];
  const asked = document.activeElement;
  const doIt = element('button', { type: 'button', className: 'danger', onclick: action }, yes);
  const keep = element('button', { type: 'button', onclick: () => {
    actions.replaceChildren(...buttons);
    asked.focus();
  } }, no);
  actions.replaceChildren(element('span', { className: 'hint' }, question), doIt, keep);
  doIt.focus();
}

/** Runs an action at most once for each frame. */
export function eachFrame(action) {
  let due = false;
  return () => {
    if (!due) {
      due = true;
      requestAnimationFrame(() => {
        due = false;
        action();
      });
    }
  };
}
