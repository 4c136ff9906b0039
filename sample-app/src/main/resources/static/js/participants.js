import { lines, request, Problem } from './api.js';
import { byId, confirmation, element, number } from './dom.js';
import { editParticipantForm, newParticipantForm } from './participant-form.js';
import { problemView } from './problem.js';

/**
 * Shows the participants of a conversation, which can be added, edited and removed.
 */
export class Participants {

  #pathOf;

  /**
   * @param {function(string=): string} pathOf the path of a participant, or of them all
   */
  constructor(pathOf) {
    this.#pathOf = pathOf;
    this.section = element('section', { 'aria-labelledby': 'participants-title' },
        element('div', { className: 'card-head' },
            element('h3', { id: 'participants-title' }, 'Participants'),
            element('span', { id: 'participants-count', className: 'hint', role: 'status' }),
            element('button', { id: 'add', type: 'button', disabled: true, onclick: () => this.#add() }, 'Add')),
        element('div', { id: 'participants-problem' }),
        element('div', { id: 'participants-form' }),
        element('ul', { id: 'participants', className: 'participants' }));
  }

  /** Reads them all. */
  async load(signal) {
    byId('participants-count').textContent = 'Loading …';
    try {
      for await (const line of lines(this.#pathOf(), signal)) {
        if (line.problem) {
          throw new Problem(line.problem);
        }
        byId('participants').append(this.#item(line));
      }
      this.#count();
      byId('add').disabled = false;
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
      byId('participants').append(this.#item(await request('POST', this.#pathOf(), values)));
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
      close(await request('PATCH', this.#pathOf(participant.sid), values));
    }), () => close(participant));
    item.replaceChildren(form);
    form.querySelector('input, textarea').focus();
  }

  #confirmRemoval(item, actions, participant) {
    confirmation(actions, { question: 'For good?', yes: 'Remove', no: 'Keep', action: () => this.#try(async () => {
      await request('DELETE', this.#pathOf(participant.sid));
      item.remove();
      this.#count();
      byId('add').focus();
    }) });
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
