import { element } from './dom.js';

/** The kinds of participants that Twilio knows, by what is given. */
const KINDS = {
  chat: { label: 'Chat user', fields: ['identity'] },
  messaging: { label: 'SMS, WhatsApp or another channel', fields: ['address', 'proxyAddress'] },
  groupMms: { label: 'Group MMS: phone', fields: ['address'] },
  groupMmsChat: { label: 'Group MMS: chat user', fields: ['identity', 'projectedAddress'] },
  groupMmsProjected: { label: 'Group MMS: projected address', fields: ['projectedAddress'] },
};

const FIELDS = {
  identity: { label: 'Identity', placeholder: 'ada', maxLength: 256 },
  address: { label: 'Address', placeholder: '+375255555555' },
  proxyAddress: { label: 'Proxy address', placeholder: '+15550000001' },
  projectedAddress: { label: 'Projected address', placeholder: '+15550000002' },
  roleSid: { label: 'Role', placeholder: 'RL…', pattern: 'RL[0-9a-fA-F]{32}', title: 'RL and 32 hexadecimal digits' },
};

let ids = 0;

function field(name, value, required) {
  const { label, ...properties } = FIELDS[name];
  return element('label', { className: 'field', 'data-field': name }, label,
      element('input', { name, value: value ?? '', required, autocomplete: 'off', spellcheck: false, ...properties }));
}

/** A field for attributes, which says while one types whether they are JSON. */
function attributesField(value) {
  const id = `attributes-hint-${++ids}`;
  const hint = element('span', { id, className: 'hint', role: 'status' });
  const text = element('textarea', { name: 'attributes', rows: 3, maxLength: 4096, spellcheck: false,
    value: value ?? '', placeholder: '{"tier": "gold"}', 'aria-describedby': id });
  const check = () => {
    const error = jsonError(text.value);
    text.setCustomValidity(error ? 'Attributes must be JSON' : '');
    text.setAttribute('aria-invalid', Boolean(error));
    hint.textContent = error ?? (text.value.trim() ? 'Valid JSON' : '');
    hint.classList.toggle('bad', Boolean(error));
  };
  text.addEventListener('input', check);
  return element('div', { className: 'field' }, element('label', {}, 'Attributes', text), hint);
}

function jsonError(text) {
  if (!text.trim()) {
    return null;
  }
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return `Not yet JSON: ${error.message}`;
  }
}

function valuesOf(form) {
  return Object.fromEntries([...new FormData(form)].filter(([name]) => name !== 'kind')
      .map(([name, value]) => [name, value.trim()]));
}

export function formWith(fields, label, onSubmit, onCancel) {
  const submit = element('button', { type: 'submit', className: 'primary' }, label);
  const form = element('form', { className: 'participant-form' }, ...fields,
      element('div', { className: 'actions' }, submit,
          element('button', { type: 'button', onclick: onCancel }, 'Cancel')));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    submit.disabled = true;
    await onSubmit(valuesOf(form), form);
    submit.disabled = false;
  });
  return form;
}

/** Fields for the kind of a participant, and for what that kind needs. */
export function kindFields() {
  const kind = element('select', { name: 'kind' },
      ...Object.entries(KINDS).map(([value, { label }]) => element('option', { value }, label)));
  const own = element('div', { className: 'own' });
  const show = () => own.replaceChildren(...KINDS[kind.value].fields.map((name) => field(name, '', true)));
  kind.addEventListener('change', show);
  show();
  return [element('label', { className: 'field' }, 'Kind', kind), own];
}

/** A form to add a participant, which asks for what its kind needs. */
export function newParticipantForm(onSubmit, onCancel) {
  const fields = [...kindFields(), attributesField(), field('roleSid')];
  return formWith(fields, 'Add', (values) => onSubmit(withoutBlanks(values)), onCancel);
}

export const withoutBlanks = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

/** A form to change a participant. It sends what was changed; an address that is left blank is removed. */
export function editParticipantForm(participant, onSubmit, onCancel) {
  const binding = participant.messagingBinding ?? {};
  const before = { identity: participant.identity ?? '', proxyAddress: binding.proxyAddress ?? '',
    projectedAddress: binding.projectedAddress ?? '', attributes: participant.attributes ?? '',
    roleSid: participant.roleSid ?? '' };
  const fields = [];
  if (!before.identity && before.projectedAddress) {
    fields.push(field('identity', ''));
  }
  if (binding.address || before.projectedAddress) {
    fields.push(field('proxyAddress', before.proxyAddress), field('projectedAddress', before.projectedAddress));
  }
  fields.push(attributesField(before.attributes), field('roleSid', before.roleSid));
  return formWith(fields, 'Save', (values) => onSubmit(changes(before, values)), onCancel);
}

function changes(before, values) {
  const changed = Object.entries(values).filter(([name, value]) => value !== before[name]);
  return Object.fromEntries(changed.map(([name, value]) => [name, value === '' && name.endsWith('Address') ? null : value])
      .filter(([, value]) => value !== ''));
}
