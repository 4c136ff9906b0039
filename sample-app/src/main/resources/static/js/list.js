import { badge, date, eachFrame, element, number } from './dom.js';

const SPARE_ROWS = 6;

/**
 * A list of any length that draws only the rows in sight. It is one stop for the tabulator key; the arrow keys move
 * the active row, and Enter opens it.
 */
export class ConversationList {

  #items = [];

  #active = -1;

  #box;

  #sizer;

  #rows = new Map();

  #onOpen;

  #draw = eachFrame(() => this.#drawNow());

  constructor(box, onOpen) {
    this.#box = box;
    this.#sizer = box.querySelector('.sizer');
    this.#onOpen = onOpen;
    box.addEventListener('scroll', this.#draw, { passive: true });
    box.addEventListener('keydown', (event) => this.#onKey(event));
    box.addEventListener('click', (event) => this.#onClick(event));
    new ResizeObserver(this.#draw).observe(box);
  }

  get length() {
    return this.#items.length;
  }

  get rowHeight() {
    return parseFloat(getComputedStyle(this.#box).getPropertyValue('--row-height'));
  }

  clear() {
    this.#items = [];
    this.#active = -1;
    this.#box.scrollTop = 0;
    this.#rows.forEach((row) => row.remove());
    this.#rows.clear();
    this.#box.removeAttribute('aria-activedescendant');
    this.#drawNow();
  }

  append(items) {
    // Not push(...items), whose arguments have a limit
    items.forEach((item) => this.#items.push(item));
    this.#draw();
  }

  /** Draws a conversation anew, as after it was closed. */
  update(sid, change) {
    this.#items = this.#items.map((item) => (item.conversationSid === sid ? { ...item, ...change } : item));
    this.#redraw();
  }

  remove(sid) {
    this.#items = this.#items.filter((item) => item.conversationSid !== sid);
    this.#active = Math.min(this.#active, this.#items.length - 1);
    this.#redraw();
  }

  find(sid) {
    return this.#items.find((item) => item.conversationSid === sid);
  }

  #redraw() {
    this.#rows.forEach((row) => row.remove());
    this.#rows.clear();
    this.#drawNow();
  }

  #drawNow() {
    const height = this.rowHeight;
    this.#sizer.style.height = `${this.#items.length * height}px`;
    const first = Math.max(0, Math.floor(this.#box.scrollTop / height) - SPARE_ROWS);
    const last = Math.min(this.#items.length,
        Math.ceil((this.#box.scrollTop + this.#box.clientHeight) / height) + SPARE_ROWS);
    for (const [index, row] of this.#rows) {
      if (index < first || index >= last) {
        row.remove();
        this.#rows.delete(index);
      }
    }
    for (let index = first; index < last; index++) {
      this.#row(index, height);
    }
  }

  #row(index, height) {
    let row = this.#rows.get(index);
    if (!row) {
      row = this.#make(index);
      this.#rows.set(index, row);
      this.#sizer.append(row);
    }
    row.style.transform = `translateY(${index * height}px)`;
    row.setAttribute('aria-setsize', this.#items.length);
    row.setAttribute('aria-selected', index === this.#active);
  }

  #make(index) {
    const item = this.#items[index];
    const binding = item.participantMessagingBinding;
    const who = [item.participantIdentity, binding?.address, binding?.proxyAddress && `via ${binding.proxyAddress}`]
        .filter(Boolean).join(' ');
    return element('div', { className: 'row', role: 'option', id: `row-${index}`, 'aria-posinset': index + 1,
      'data-index': index },
        element('span', { className: 'row-number', 'aria-hidden': 'true' }, number(index + 1)),
        element('span', { className: 'row-name' }, item.conversationFriendlyName || item.conversationUniqueName
            || item.conversationSid),
        badge(item.conversationState),
        element('span', { className: 'row-who' }, who),
        element('time', { className: 'row-date', dateTime: item.conversationDateUpdated ?? '' },
            date(item.conversationDateUpdated)));
  }

  #onKey(event) {
    const page = Math.max(1, Math.floor(this.#box.clientHeight / this.rowHeight) - 1);
    const end = this.#items.length - 1;
    const target = {
      ArrowDown: this.#active + 1, ArrowUp: this.#active - 1, PageDown: this.#active + page,
      PageUp: this.#active - page, Home: 0, End: end,
    }[event.key];
    if (target !== undefined && this.#items.length > 0) {
      event.preventDefault();
      this.#activate(Math.max(0, Math.min(end, target)));
    } else if ((event.key === 'Enter' || event.key === ' ') && this.#active >= 0) {
      event.preventDefault();
      this.#onOpen(this.#items[this.#active]);
    }
  }

  #onClick(event) {
    const row = event.target.closest('.row');
    if (row) {
      this.#activate(Number(row.dataset.index));
      this.#onOpen(this.#items[this.#active]);
    }
  }

  #activate(index) {
    this.#active = index;
    const height = this.rowHeight;
    const top = index * height;
    if (top < this.#box.scrollTop) {
      this.#box.scrollTop = top;
    } else if (top + height > this.#box.scrollTop + this.#box.clientHeight) {
      this.#box.scrollTop = top + height - this.#box.clientHeight;
    }
    this.#drawNow();
    this.#box.setAttribute('aria-activedescendant', `row-${index}`);
  }

}
