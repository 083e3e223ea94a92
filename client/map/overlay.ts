/** The parts of the map in the page's DOM: caption and skip button, zoom buttons, key, card of a seat. */

import type { Language } from '../../shared/i18n/messages.ts';
import type { Card } from './describe.ts';
import type { Point, Rect } from './geometry.ts';
import { keySamples, mainSamples } from './key.ts';
import { inkStyles } from './palette.ts';
import './map.css';
import type { Size } from './camera.ts';
import type { Sheet } from './sheet.ts';
import { mapWords } from './words.ts';

export interface OverlayCallbacks {
  zoomIn(): void;
  zoomOut(): void;
  zoomAll(): void;
  skip(): void;
}

export interface Overlay {
  /** Over the reader's own house, to draw a line from it. */
  readonly handle: HTMLElement;
  setHandle(box: Rect | undefined): void;
  setLanguage(language: Language): void;
  setZoomed(zoomed: boolean): void;
  setSheet(sheet: Sheet): void;
  caption(text: string | undefined): void;
  card(card: Card | undefined, beside?: Rect, size?: Size): void;
  destroy(): void;
}

export function openOverlay(parent: HTMLElement, callbacks: OverlayCallbacks, first: Language): Overlay {
  let language = first;
  const parts = makeParts();
  const { root, handle, tools, keyButton, nearer, farther, all, key, legend, strip, words, skip, card } = parts;
  const label = () => labelParts(parts, language);
  keyButton.addEventListener('click', () => {
    key.hidden = !key.hidden;
    label();
  });
  nearer.addEventListener('click', callbacks.zoomIn);
  farther.addEventListener('click', callbacks.zoomOut);
  all.addEventListener('click', callbacks.zoomAll);
  skip.addEventListener('click', callbacks.skip);
  inkStyles(parent);
  parent.append(root);
  label();

  return {
    handle,
    setHandle(box) {
      handle.hidden = box === undefined;
      if (box !== undefined) lay(handle, box);
    },
    setLanguage(next) {
      language = next;
      label();
    },
    setZoomed(zoomed) {
      all.hidden = !zoomed;
    },
    setSheet({ portrait, miniature, wall, story }) {
      root.classList.toggle('map-portrait', portrait);
      root.classList.toggle('map-wall', wall);
      tools.hidden = miniature;
      legend.classList.toggle('map-legend-none', portrait || wall);
      lay(strip, story);
      lay(legend, story);
    },
    caption(text) {
      strip.hidden = text === undefined;
      legend.hidden = text !== undefined;
      // Called with every frame of the story; touches the DOM only if the text changes.
      if (text !== undefined && text !== words.textContent) words.textContent = text;
    },
    card(facts, beside, size) {
      card.hidden = facts === undefined;
      if (facts !== undefined && beside !== undefined && size !== undefined) showCard(card, facts, beside, size);
    },
    destroy() {
      root.remove();
    },
  };
}

type Parts = ReturnType<typeof makeParts>;

function makeParts() {
  const root = element('div', 'map-overlay');
  const tools = element('div', 'map-tools');
  const keyButton = button('map-tool map-tool-key');
  const nearer = button('map-tool map-tool-zoom');
  const farther = button('map-tool map-tool-zoom');
  const all = button('map-tool map-tool-all');
  const key = element('div', 'map-key');
  const legend = element('div', 'map-legend');
  const strip = element('div', 'map-caption');
  const words = element('p', 'map-caption-words');
  const skip = button('map-skip');
  const card = element('div', 'map-card');
  const handle = element('div', 'map-handle');

  tools.append(keyButton, nearer, farther, all);
  strip.append(words, skip);
  root.append(handle, tools, legend, key, strip, card);
  for (const later of [handle, key, strip, card, all]) later.hidden = true;
  key.tabIndex = 0;
  key.setAttribute('role', 'group');
  key.id = `map-key-${Math.trunc(performance.now() * 1000)}`;
  keyButton.setAttribute('aria-controls', key.id);
  card.setAttribute('aria-hidden', 'true');
  // The key has the same content in full.
  legend.setAttribute('aria-hidden', 'true');
  nearer.textContent = '+';
  farther.textContent = '−';
  all.textContent = '⤢';
  return { root, handle, tools, keyButton, nearer, farther, all, key, legend, strip, words, skip, card };
}

function labelParts({ keyButton, key, nearer, farther, all, skip, legend }: Parts, language: Language): void {
  const say = mapWords(language);
  keyButton.textContent = say('key');
  key.setAttribute('aria-label', say('key'));
  keyButton.setAttribute('aria-expanded', String(!key.hidden));
  for (const [target, word] of [
    [nearer, 'zoomIn'],
    [farther, 'zoomOut'],
    [all, 'zoomAll'],
  ] as const) {
    target.setAttribute('aria-label', say(word));
    target.title = say(word);
  }
  skip.textContent = say('skip');
  key.replaceChildren(...keySamples(say));
  legend.replaceChildren(...mainSamples(say));
}

function showCard(card: HTMLElement, { title, lines }: Card, beside: Rect, size: Size): void {
  const heading = element('strong', 'map-card-title');
  heading.textContent = title;
  const rows = lines.map((line) => {
    const row = element('span', 'map-card-line');
    row.textContent = line;
    return row;
  });
  card.replaceChildren(heading, ...rows);
  const corner = besides(beside, size, { width: card.offsetWidth, height: card.offsetHeight });
  card.style.left = `${corner.x}px`;
  card.style.top = `${corner.y}px`;
}

function lay({ style }: HTMLElement, box: Rect): void {
  style.left = `${box.x}px`;
  style.top = `${box.y}px`;
  style.width = `${box.w}px`;
  style.height = `${box.h}px`;
}

/** Right of a box, else left, above or below; always inside. */
function besides(box: Rect, size: Size, card: Size): Point {
  const gap = 8;
  const y = Math.max(4, Math.min(box.y, size.height - card.height - 4));
  if (box.x + box.w + gap + card.width < size.width) return { x: box.x + box.w + gap, y };
  if (box.x - gap - card.width > 0) return { x: box.x - gap - card.width, y };
  const x = Math.max(4, Math.min(box.x, size.width - card.width - 4));
  const under = box.y + box.h + gap;
  return { x, y: under + card.height < size.height ? under : Math.max(4, box.y - gap - card.height) };
}

function element(tag: string, name: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = name;
  return made;
}

function button(name: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = name;
  return made;
}
