import { request } from './api.js';
import { byId, element, number } from './dom.js';
import { report } from './meters.js';

/**
 * Shows what the embedded simulator has to offer: examples to look up, and trouble. There is none when the
 * application talks to Twilio.
 */
export async function offerSimulator(onExample) {
  let status;
  try {
    status = await request('GET', '/api/simulator');
  } catch (problem) {
    if (problem.details?.status === 404) {
      showServer('Twilio');
    }
    return;
  }
  showServer('Simulator');
  offerExamples(status.examples, onExample);
  offerTrouble(status.trouble);
}

function showServer(name) {
  const server = byId('server');
  server.textContent = name;
  server.hidden = false;
}

function offerExamples(examples, onExample) {
  const buttons = examples.map((example) => element('button', { type: 'button', className: 'example',
    onclick: () => onExample(example) }, element('b', {}, example.value), ` in ${number(example.conversations)}`));
  byId('examples').append('Examples ', ...buttons);
  byId('examples').hidden = false;
}

function offerTrouble(current) {
  const buttons = [...document.querySelectorAll('[data-trouble]')];
  const show = (trouble) => buttons.forEach((button) => {
    button.setAttribute('aria-pressed', button.dataset.trouble === trouble);
  });
  buttons.forEach((button) => button.addEventListener('click', async () => {
    const pressed = button.getAttribute('aria-pressed') === 'true';
    const status = await request('PUT', '/api/simulator/trouble', { trouble: pressed ? 'NONE' : button.dataset.trouble });
    report(pressed ? `Trouble ended: ${button.textContent}` : `Trouble: ${button.textContent}`);
    show(status.trouble);
    if (status.trouble !== 'NONE') {
      untilOver(show);
    }
  }));
  show(current);
  byId('trouble').hidden = false;
}

/** Some trouble is over by itself. */
async function untilOver(show) {
  let trouble;
  do {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    ({ trouble } = await request('GET', '/api/simulator'));
    show(trouble);
  } while (['RATE_LIMIT', 'BAD_PAGE', 'CREDENTIALS'].includes(trouble));
}
