import { lines, request, Problem } from './api.js';
import { badge, byId, date, element, number } from './dom.js';
import { editParticipantForm, newParticipantForm } from './participant-form.js';
import * as place from './place.js';
import { problemView } from './problem.js';

/**
 * Shows a conversation and its participants, in a drawer.
 */
export class ConversationPanel {

  #dialog = byId('conversation');

  #abort = null;

  #sid = null;

  #service = null;

  constructor() {
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
   * @param {string} sid
   * @param {Object} [row] what the list knows of it
   * @param {string} [service] the service that was looked in
   */
  open(sid, row, service) {
    this.#sid = sid;
    this.#service = service;
    place.keepConversation(sid);
    this.#dialog.replaceChildren(this.#head(row), this.#facts(row), this.#participants());
    if (!this.#dialog.open) {
      this.#dialog.showModal();
    }
    this.#load();
  }

  #head(row) {
    const name = row?.conversationFriendlyName || row?.conversationUniqueName || 'Conversation';
    return element('div', { className: 'drawer-head' },
        element('h2', { id: 'conversation-title', tabIndex: -1 }, name),
        row ? badge(row.conversationState) : null,
        element('button', { type: 'button', className: 'close', 'aria-label': 'Close', onclick: () => this.#dialog.close() },
            '✕'));
  }

  #facts(row) {
    const facts = { SID: element('code', {}, this.#sid) };
    if (row?.conversationUniqueName) {
      facts['Unique name'] = row.conversationUniqueName;
    }
    if (row) {
      facts.Created = date(row.conversationDateCreated);
      facts.Updated = date(row.conversationDateUpdated);
    }
    return element('dl', { className: 'facts' }, ...Object.entries(facts).map(([name, value]) =>
      element('div', {}, element('dt', {}, name), element('dd', {}, value))));
  }

  #participants() {
    return element('section', { 'aria-labelledby': 'participants-title' },
        element('div', { className: 'card-head' },
            element('h3', { id: 'participants-title' }, 'Participants'),
            element('span', { id: 'participants-count', className: 'hint', role: 'status' }, 'Loading …'),
            element('button', { id: 'add', type: 'button', onclick: () => this.#add() }, 'Add')),
        element('div', { id: 'participants-problem' }),
        element('div', { id: 'participants-form' }),
        element('ul', { id: 'participants', className: 'participants' }));
  }

  #path(participant) {
    const path = `/api/conversations/${this.#sid}/participants${participant ? `/${participant}` : ''}`;
    return this.#service ? `${path}?service=${this.#service}` : path;
  }

  async #load() {
    this.#abort?.abort();
    this.#abort = new AbortController();
    try {
      for await (const line of lines(this.#path(), this.#abort.signal)) {
        if (line.problem) {
          throw new Problem(line.problem);
        }
        byId('participants').append(this.#item(line));
      }
      this.#count();
    } catch (error) {
      if (error instanceof Problem) {
        byId('participants-count').textContent = '';
        this.#showProblem(error);
      }
    }
  }

  #count() {
    const count = byId('participants').children.length;
    byId('participants-count').textContent = count === 0 ? 'There are none.' : number(count);
  }

  #item(participant) {
    const binding = participant.messagingBinding;
    const name = participant.identity ?? binding?.address ?? binding?.projectedAddress ?? participant.sid;
    const item = element('li', { className: 'participant', 'data-sid': participant.sid },
        element('div', { className: 'participant-text' },
            element('b', {}, name),
            element('span', { className: 'hint' }, describe(participant)),
            isEmpty(participant.attributes) ? null : element('code', { className: 'attributes' }, participant.attributes)));
    const actions = element('div', { className: 'actions' },
        element('button', { type: 'button', 'aria-label': `Edit ${name}`, onclick: () => this.#edit(item, participant) }, 'Edit'),
        element('button', { type: 'button', 'aria-label': `Remove ${name}`,
          onclick: () => this.#confirmRemoval(item, actions, participant) }, 'Remove'));
    item.append(actions);
    return item;
  }

  #add() {
    const done = () => {
      byId('participants-form').replaceChildren();
      byId('add').hidden = false;
      byId('add').focus();
    };
    const form = newParticipantForm((values) => this.#try(async () => {
      byId('participants').append(this.#item(await request('POST', this.#path(), values)));
      this.#count();
      done();
    }), done);
    byId('add').hidden = true;
    byId('participants-form').replaceChildren(form);
    form.querySelector('select').focus();
  }

  #edit(item, participant) {
    const close = (shown) => {
      const next = this.#item(shown);
      item.replaceWith(next);
      next.querySelector('button').focus();
    };
    const form = editParticipantForm(participant, (values) => this.#try(async () => {
      close(await request('PATCH', this.#path(participant.sid), values));
    }), () => close(participant));
    item.replaceChildren(form);
    form.querySelector('input, textarea').focus();
  }

  #confirmRemoval(item, actions, participant) {
    const buttons = [...actions.children];
    const keep = () => {
      actions.replaceChildren(...buttons);
      buttons[1].focus();
    };
    const remove = element('button', { type: 'button', className: 'danger', onclick: () => this.#try(async () => {
      await request('DELETE', this.#path(participant.sid));
      item.remove();
      this.#count();
      byId('add').focus();
    }) }, 'Remove');
    actions.replaceChildren(element('span', { className: 'hint' }, 'For good?'), remove,
        element('button', { type: 'button', onclick: keep }, 'Keep'));
    remove.focus();
  }

  async #try(action) {
    byId('participants-problem').replaceChildren();
    try {
      await action();
    } catch (error) {
      this.#showProblem(error);
    }
  }

  #showProblem(error) {
    byId('participants-problem').replaceChildren(problemView(error.details ?? { title: 'The page has failed' }));
  }

}

function describe(participant) {
  const binding = participant.messagingBinding ?? {};
  const parts = [binding.type ?? 'chat'];
  if (participant.identity && binding.address) {
    parts.push(binding.address);
  }
  if (binding.proxyAddress) {
    parts.push(`via ${binding.proxyAddress}`);
  }
  if (binding.projectedAddress) {
    parts.push(`projected as ${binding.projectedAddress}`);
  }
  if (participant.roleSid) {
    parts.push(participant.roleSid);
  }
  return parts.join(' · ');
}

const isEmpty = (attributes) => !attributes || attributes === '{}';
