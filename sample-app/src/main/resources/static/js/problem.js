import { element } from './dom.js';

/**
 * Shows a problem as a sentence, with what can be done about it.
 * @param {Object} details the problem details (RFC 9457)
 */
export function problemView(details) {
  const view = element('div', { className: 'problem', role: 'alert' },
      element('p', { className: 'problem-title' }, `${details.title}.`),
      details.remedy ? element('p', {}, details.remedy) : null);
  if (details.conversationSid) {
    view.append(element('p', {}, 'The conversation is ',
        element('a', { href: `#conversation=${details.conversationSid}` }, details.conversationSid), '.'));
  }
  if (details.retryAfter !== undefined) {
    view.append(element('p', {}, `Twilio asks to wait ${details.retryAfter} seconds.`));
  }
  const facts = factsOf(details);
  if (facts.length > 0) {
    view.append(element('dl', { className: 'facts' }, ...facts));
  }
  return view;
}

function factsOf(details) {
  const facts = [];
  if (details.detail) {
    facts.push(fact('Detail', details.detail));
  }
  if (details.code) {
    const known = /^https:\/\/www\.twilio\.com\//.test(details.type ?? '');
    facts.push(fact('Twilio’s code', known
        ? element('a', { href: details.type, target: '_blank', rel: 'noopener noreferrer' }, String(details.code))
        : String(details.code)));
  }
  if (details.requestId) {
    facts.push(fact('Request', element('code', {}, details.requestId)));
  }
  return facts;
}

function fact(name, value) {
  return element('div', {}, element('dt', {}, name), element('dd', {}, value));
}
