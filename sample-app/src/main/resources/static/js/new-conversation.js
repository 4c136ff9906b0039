import { element } from './dom.js';
import { formWith, kindFields, withoutBlanks } from './participant-form.js';

const MAX_PARTICIPANTS = 10;

function textField(name, label, placeholder) {
  return element('label', { className: 'field' }, label,
      element('input', { name, placeholder, maxLength: 256, autocomplete: 'off', spellcheck: false }));
}

/** A form for a conversation and the participants to create it with. */
export function newConversationForm(onSubmit, onCancel) {
  const list = element('ul', { id: 'new-participants', className: 'participants' });
  const add = element('button', { id: 'add-new', type: 'button' }, 'Add another');
  const show = () => {
    add.disabled = list.children.length >= MAX_PARTICIPANTS;
    [...list.children].forEach((item, index) => {
      item.setAttribute('aria-label', `Participant ${index + 1}`);
      item.querySelector('.remove').setAttribute('aria-label', `Remove participant ${index + 1}`);
    });
  };
  const addParticipant = () => {
    const item = element('li', { className: 'participant' }, element('div', { className: 'participant-form' },
        ...kindFields(), element('div', { className: 'actions' },
            element('button', { type: 'button', className: 'remove', onclick: () => {
              item.remove();
              show();
              add.focus();
            } }, 'Remove'))));
    list.append(item);
    show();
    return item;
  };
  add.addEventListener('click', () => addParticipant().querySelector('select').focus());
  addParticipant();
  const participants = element('section', { 'aria-labelledby': 'new-participants-title' },
      element('div', { className: 'card-head' },
          element('h3', { id: 'new-participants-title' }, 'Participants'), add), list);
  return formWith([textField('friendlyName', 'Name', 'Order 17'), textField('uniqueName', 'Unique name', 'order-17'),
    participants], 'Create', (values, form) => onSubmit(bodyOf(form)), onCancel);
}

/** The body of the request; without participants the conversation is created at once. */
function bodyOf(form) {
  const { friendlyName, uniqueName } = form.elements;
  const participants = [...form.querySelectorAll('#new-participants > li')].map((item) => withoutBlanks(
      Object.fromEntries([...item.querySelectorAll('input')].map((input) => [input.name, input.value.trim()]))));
  const names = withoutBlanks({ friendlyName: friendlyName.value.trim(), uniqueName: uniqueName.value.trim() });
  return participants.length > 0 ? { ...names, participants } : names;
}
