/** The key: each sign of the map beside what it means, drawn as the map draws it. */
import { PALETTE } from './palette.ts';
import type { Say } from './words.ts';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 46;
const HEIGHT = 16;

type MapKey = Parameters<Say>[0];

export function keySamples(say: Say): readonly HTMLElement[] {
  const rows: readonly (readonly [MapKey, readonly SVGElement[]])[] = [
    ['keyCommand', [line(PALETTE.ink, 3), head(PALETTE.ink, 1)]],
    ['keyForced', [line(PALETTE.vermilionDeep, 3), head(PALETTE.vermilionDeep, 1)]],
    ['keyRelinquished', [line(PALETTE.inkSoft, 2.4, '0.1 5')]],
    ['keyKept', [line(PALETTE.jade, 3), head(PALETTE.jade, 1), head(PALETTE.jade, -1)]],
    ['keyUntested', [line(PALETTE.jade, 1.2), head(PALETTE.jade, 1), head(PALETTE.jade, -1)]],
    ['keyBroken', [...torn()]],
    ['keyState', [house(true)]],
    ['keyNonState', [house(false)]],
    ['keyTree', [crown()]],
  ];
  return rows.map(([key, signs]) => {
    const row = document.createElement('div');
    row.className = 'map-key-row';
    const picture = document.createElementNS(SVG, 'svg');
    set(picture, { width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true' });
    picture.append(...signs);
    const words = document.createElement('span');
    words.textContent = say(key);
    row.append(picture, words);
    return row;
  });
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  set(made, attributes);
  return made;
}

function set(target: SVGElement, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, String(value));
}

function line(colour: string, width: number, dash = ''): SVGElement {
  return shape('line', {
    x1: 6,
    y1: 8,
    x2: WIDTH - 6,
    y2: 8,
    stroke: colour,
    'stroke-width': width,
    'stroke-dasharray': dash,
    'stroke-linecap': 'round',
  });
}

function head(colour: string, way: 1 | -1): SVGElement {
  const tip = way === 1 ? WIDTH - 1 : 1;
  return shape('polygon', { points: `${tip},8 ${tip - way * 9},4 ${tip - way * 9},12`, fill: colour });
}

function torn(): readonly SVGElement[] {
  const zigzag = (x: number) => `${x - 1.5},2 ${x + 1.5},6 ${x - 1.5},10 ${x + 1.5},14`;
  const dash = { stroke: PALETTE.vermilion, 'stroke-width': 2, 'stroke-dasharray': '4 3', y1: 8, y2: 8 };
  return [
    shape('line', { x1: 3, x2: 18, ...dash }),
    shape('line', { x1: 29, x2: 44, ...dash }),
    ...[20.5, 26.5].map((x) =>
      shape('polyline', { points: zigzag(x), stroke: PALETTE.vermilion, fill: 'none', 'stroke-width': 1.4 }),
    ),
  ];
}

function house(state: boolean): SVGElement {
  const group = shape('g', { stroke: PALETTE.ink, 'stroke-width': 1 });
  if (state)
    group.append(
      shape('rect', { x: 16, y: 8, width: 14, height: 7, fill: PALETTE.paperLight }),
      shape('polygon', { points: '13,8 17,2 29,2 33,8', fill: PALETTE.slate }),
      shape('rect', { x: 24, y: 9.5, width: 5, height: 5, fill: PALETTE.vermilion, stroke: 'none' }),
    );
  else
    group.append(
      shape('rect', { x: 16, y: 1.5, width: 14, height: 13.5, fill: PALETTE.paperLight }),
      shape('polygon', { points: '15,6 31,6 33,9.5 13,9.5', fill: PALETTE.gold }),
    );
  return group;
}

function crown(): SVGElement {
  const group = shape('g', { stroke: PALETTE.crownLine, 'stroke-width': 1.2 });
  group.append(
    shape('rect', { x: 21, y: 10, width: 4, height: 6, fill: PALETTE.crownLine }),
    shape('path', {
      d: 'M8 10a4 4 0 0 1 2-7 6 6 0 0 1 9-1 7 7 0 0 1 9 0 6 6 0 0 1 8 1 4 4 0 0 1 2 7z',
      fill: PALETTE.crown,
    }),
  );
  return group;
}
