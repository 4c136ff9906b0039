import { request, Problem } from './api.js';
import { badge, byId, confirmation, date, element } from './dom.js';
import { newConversationForm } from './new-conversation.js';
import { Participants } from './participants.js';
import * as place from './place.js';
import { problemView } from './problem.js';

const GATEWAY_TIMEOUT = 504;

/**
 * Shows a conversation with its participants, in a drawer, or a form for a new one.
 */
export class ConversationPanel {

  #dialog = byId('conversation');

  #abort = null;

  #sid = null;

  #service = null;

  #listener;

  /**
   * @param {Object} listener is told by {@code changed} and {@code deleted}
   */
  constructor(listener) {
    this.#listener = listener;
    this.#dialog.addEventListener('close', () => {
      this.#abort?.abort();
      this.#sid = null;
      place.keepConversation(null);
    });
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) {
        this.#dialog.close();
      }
    });
  }

  get sid() {
    return this.#sid;
  }

  /**
   * Opens a conversation.
   * @param {Object} known what is known of it, its SID at least
   * @param {string} [service] the service that it is in
   */
  open(known, service) {
    this.#sid = known.sid;
    this.#service = service;
    place.keepConversation(known.sid);
    const participants = new Participants((participant) => this.#path('participants', participant));
    this.#draw(this.#head('Conversation'), element('div', { id: 'conversation-facts' }),
        element('div', { id: 'conversation-problem' }), this.#actions(), participants.section);
    this.#show(known);
    this.#follow(participants, this.#abort.signal);
  }

  /**
   * Opens a form for a new conversation.
   * @param {string} [service] the service to create it in
   */
  create(service) {
    this.#sid = null;
    this.#service = service;
    const form = newConversationForm((values) => this.#try(async () => {
      this.open(await request('POST', this.#query('/api/conversations'), values), service);
    }), () => this.#dialog.close());
    this.#draw(this.#head('New conversation'), element('div', { id: 'conversation-problem' }), form);
    form.querySelector('input').focus();
  }

  #draw(...sections) {
    this.#abort?.abort();
    this.#abort = new AbortController();
    this.#dialog.replaceChildren(...sections);
    if (!this.#dialog.open) {
      this.#dialog.showModal();
    }
  }

  #head(title) {
    return element('div', { className: 'drawer-head' },
        element('h2', { id: 'conversation-title', tabIndex: -1 }, title),
        element('span', { id: 'conversation-state', role: 'status' }),
        element('button', { type: 'button', className: 'close', 'aria-label': 'Leave',
          onclick: () => this.#dialog.close() }, '✕'));
  }

  #actions() {
    const actions = element('div', { id: 'conversation-actions', className: 'actions' });
    actions.append(
        element('button', { id: 'close-conversation', type: 'button', onclick: () => confirmation(actions,
            { question: 'It cannot be opened again.', yes: 'Close', no: 'Keep open', action: () => this.#close() }) },
            'Close conversation'),
        element('button', { id: 'delete-conversation', type: 'button', onclick: () => confirmation(actions,
            { question: 'With all its messages?', yes: 'Delete', no: 'Keep', action: () => this.#delete() }) },
            'Delete conversation'));
    return actions;
  }

  /** Shows a conversation as it is now. */
  #show(conversation) {
    const { state } = conversation;
    byId('conversation-title').textContent = conversation.friendlyName || conversation.uniqueName || 'Conversation';
    byId('conversation-state').replaceChildren(...(state ? [badge(state)] : []));
    byId('conversation-facts').replaceChildren(facts(conversation));
    byId('close-conversation').disabled = !state || state === 'closed' || state === 'initializing';
    byId('delete-conversation').disabled = !state || state === 'initializing';
  }

  /** Reads the conversation, waits until it is initialised, and then reads its participants. */
  async #follow(participants, signal) {
    await this.#try(async () => {
      let conversation = await request('GET', this.#path(), undefined, signal);
      this.#show(conversation);
      while (conversation.state === 'initializing') {
        conversation = await this.#initialized(conversation, signal);
        this.#show(conversation);
      }
      await participants.load(signal);
    });
  }

  async #initialized(conversation, signal) {
    try {
      return await request('GET', this.#path('initialized'), undefined, signal);
    } catch (error) {
      if (error.details?.status === GATEWAY_TIMEOUT) {
        return conversation;
      }
      if (error instanceof Problem) {
        this.#show({ ...conversation, state: 'closed' });
      }
      throw error;
    }
  }

  #close() {
    return this.#try(async () => {
      const closed = await request('PATCH', this.#path(), { state: 'closed' });
      byId('conversation-actions').replaceWith(this.#actions());
      this.#show(closed);
      byId('delete-conversation').focus();
      this.#listener.changed(closed);
    });
  }

  #delete() {
    const sid = this.#sid;
    return this.#try(async () => {
      await request('DELETE', this.#path());
      this.#dialog.close();
      this.#listener.deleted(sid);
    });
  }

  #path(...parts) {
    return this.#query(['/api/conversations', this.#sid, ...parts].filter(Boolean).join('/'));
  }

  #query(path) {
    return this.#service ? `${path}?service=${this.#service}` : path;
  }

  async #try(action) {
    byId('conversation-problem').replaceChildren();
    try {
      await action();
    } catch (error) {
      if (error.name !== 'AbortError') {
        byId('conversation-problem').replaceChildren(problemView(error.details ?? { title: 'The page has failed' }));
      }
    }
  }

}

function facts(conversation) {
  const { timers } = conversation;
  const shown = {
    SID: element('code', {}, conversation.sid),
    'Unique name': conversation.uniqueName,
    Created: date(conversation.dateCreated),
    Updated: date(conversation.dateUpdated),
    'Becomes inactive': date(timers?.dateInactive),
    Closes: date(timers?.dateClosed),
    'E-mail': conversation.bindings?.email?.projectedAddress,
  };
  return element('dl', { className: 'facts' }, ...Object.entries(shown).filter(([, value]) => value)
      .map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))));
}
