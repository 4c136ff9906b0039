import { eachFrame, number } from './dom.js';

const SVG = 'http://www.w3.org/2000/svg';

const WIDTH = 300;

const HEIGHT = 100;

const MAX_POINTS = 400;

/**
 * Draws how many pages were requested and how many were received, over time.
 */
export class Chart {

  #points = [];

  #lines;

  #svg;

  #span;

  #start = 0;

  #draw = eachFrame(() => this.#drawNow());

  constructor(svg, span) {
    this.#svg = svg;
    this.#span = span;
    this.#lines = ['requested', 'received'].map((name) => {
      const line = document.createElementNS(SVG, 'path');
      line.setAttribute('class', `line ${name}`);
      line.setAttribute('vector-effect', 'non-scaling-stroke');
      svg.append(line);
      return line;
    });
  }

  clear() {
    this.#points = [];
    this.#start = performance.now();
    this.#draw();
  }

  add(requested, received) {
    const time = performance.now() - this.#start;
    this.#points.push({ time, requested, received });
    if (this.#points.length > MAX_POINTS) {
      this.#points = this.#points.filter((point, index) => index % 2 === 1);
    }
    this.#draw();
  }

  #drawNow() {
    const last = this.#points.at(-1) ?? { time: 0, requested: 0, received: 0 };
    const x = (point) => (WIDTH * point.time) / Math.max(1, last.time);
    const y = (pages) => HEIGHT - 2 - ((HEIGHT - 4) * pages) / Math.max(1, last.requested, last.received);
    ['requested', 'received'].forEach((name, index) => {
      const steps = this.#points.map((point) => `H${x(point).toFixed(1)}V${y(point[name]).toFixed(1)}`);
      this.#lines[index].setAttribute('d', `M0 ${y(0)}${steps.join('')}`);
    });
    this.#span.textContent = this.#points.length ? `${(last.time / 1000).toFixed(1)} s` : '';
    this.#svg.setAttribute('aria-label', `Over ${(last.time / 1000).toFixed(1)} seconds ${number(last.requested)} pages `
        + `were requested and ${number(last.received)} received`);
  }

}
