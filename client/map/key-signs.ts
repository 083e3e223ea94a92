/** Signs of the key, drawn as on the map. */
import { LEAVES } from './paint/street.ts';
import { PALETTE } from './palette.ts';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 46;
const HEIGHT = 16;

export function picture(signs: readonly SVGElement[]): SVGElement {
  return shape(
    'svg',
    { width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true' },
    signs,
  );
}

function shape(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  parts: readonly SVGElement[] = [],
): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [each, value] of Object.entries(attributes)) made.setAttribute(each, String(value));
  made.append(...parts);
  return made;
}

export function line(colour: string, width: number, dash = ''): SVGElement {
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

export function head(colour: string, way: 1 | -1): SVGElement {
  const tip = way === 1 ? WIDTH - 1 : 1;
  return shape('polygon', { points: `${tip},8 ${tip - way * 9},4 ${tip - way * 9},12`, fill: colour });
}

export function torn(): readonly SVGElement[] {
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

export function house(state: boolean): SVGElement {
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

export function crown(): SVGElement {
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

export function robot(): SVGElement {
  const eye = (cx: number) => shape('circle', { cx, cy: 8, r: 1.2, fill: PALETTE.ink, stroke: 'none' });
  return shape('g', { stroke: PALETTE.ink, 'stroke-width': 1.1, fill: PALETTE.paperLight }, [
    shape('line', { x1: 23, x2: 23, y1: 1.5, y2: 5 }),
    shape('rect', { x: 18, y: 5, width: 10, height: 8.6 }),
    eye(20.8),
    eye(25.2),
    shape('line', { x1: 20.8, x2: 25.2, y1: 11.3, y2: 11.3 }),
  ]);
}

export function tick(): SVGElement {
  return shape('g', { fill: 'none', 'stroke-width': 1.5 }, [
    shape('circle', { cx: 23, cy: 8, r: 6, fill: PALETTE.jade, stroke: PALETTE.jadeDeep }),
    shape('polyline', { points: '20,8 22.4,10.4 26.2,5.4', stroke: PALETTE.paperLight }),
  ]);
}

export function times(): SVGElement {
  const sign = shape('text', {
    x: 23,
    y: 12.5,
    'text-anchor': 'middle',
    fill: PALETTE.vermilionDeep,
    'font-weight': 700,
  });
  sign.textContent = '×2';
  return sign;
}

export function crate(): SVGElement {
  return shape('g', { stroke: PALETTE.ink, 'stroke-width': 1.1, fill: PALETTE.gold }, [
    shape('rect', { x: 18.5, y: 3.5, width: 9, height: 9 }),
    shape('line', { x1: 18.5, x2: 27.5, y1: 8, y2: 8 }),
  ]);
}

export function coin(): SVGElement {
  return shape('g', { stroke: PALETTE.ink, 'stroke-width': 1.1 }, [
    shape('circle', { cx: 23, cy: 8, r: 5.5, fill: PALETTE.gold }),
    shape('rect', { x: 21.2, y: 6.2, width: 3.6, height: 3.6, fill: 'none' }),
  ]);
}

export function spark(): SVGElement {
  return shape('g', { stroke: PALETTE.jadeDeep, 'stroke-width': 1.4 }, [
    shape('line', { x1: 6, x2: 40, y1: 8, y2: 8, stroke: PALETTE.jade, 'stroke-width': 2.4 }),
    ...[16, 30].map((cx) => shape('circle', { cx, cy: 8, r: 3, fill: PALETTE.paperLight })),
  ]);
}

/** Leaves in spring, summer and autumn; bare in winter. */
export function seasons(): SVGElement {
  const leaves = [LEAVES.spring, LEAVES.summer, LEAVES.autumn];
  return shape(
    'g',
    { stroke: PALETTE.inkSoft, 'stroke-width': 0.7 },
    leaves.flatMap((fill, place) => [
      shape('line', { x1: 10 + place * 13, x2: 10 + place * 13, y1: 8, y2: 14.5 }),
      shape('circle', { cx: 10 + place * 13, cy: 6.5, r: 4, fill }),
    ]),
  );
}

/** A small and a large house. */
export function sizes(): SVGElement {
  const at = (x: number, scale: number) =>
    shape('g', { transform: `translate(${x} ${15.5 - 15.5 * scale}) scale(${scale})` }, [house(false)]);
  return shape('g', {}, [at(-4, 0.55), at(8, 1)]);
}

/** The street with firms on both sides. */
export function places(): SVGElement {
  const dot = (cx: number, cy: number) => shape('circle', { cx, cy, r: 2, fill: PALETTE.gold, stroke: PALETTE.ink });
  return shape('g', { stroke: PALETTE.inkSoft, 'stroke-width': 0.9 }, [
    shape('line', { x1: 21, x2: 21, y1: 1, y2: 15 }),
    shape('line', { x1: 25, x2: 25, y1: 1, y2: 15 }),
    ...[dot(16, 3), dot(11, 8), dot(16, 13), dot(30, 3), dot(35, 8), dot(30, 13)],
  ]);
}

export function stamp(): SVGElement {
  const box = shape('rect', { x: 16, y: 1, width: 14, height: 14, rx: 1.5, fill: PALETTE.vermilion });
  const letter = shape('text', {
    x: 23,
    y: 12.5,
    'text-anchor': 'middle',
    'font-size': 11,
    'font-weight': 700,
    fill: PALETTE.paperLight,
    lang: 'zh',
  });
  letter.textContent = '证';
  return shape('g', {}, [box, letter]);
}
