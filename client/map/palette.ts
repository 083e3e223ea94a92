/** Inks of the map. It is a print on paper in every colour scheme. */

const INK = '#2b2620';
export const PAPER = '#f4ead3';

export const PALETTE = {
  paper: PAPER,
  paperLight: '#faf3e2',
  paperShade: '#e8dabb',
  ink: INK,
  inkSoft: '#6f6455',
  inkFaint: '#b3a68d',
  vermilion: '#c23a22',
  vermilionDeep: '#8f2514',
  jade: '#12806a',
  jadeDeep: '#0b5a4a',
  jadePale: '#bcd6c6',
  water: '#b9d0cd',
  gold: '#c79a3e',
  crown: '#a9b78f',
  crownLine: '#4c5a35',
  slate: '#a09a8c',
  plum: '#6d3b63',
} as const;

/** `'#c23a22'` → `0xc23a22`, as Phaser's Graphics needs it. */
export function toNumber(colour: string): number {
  return Number.parseInt(colour.slice(1), 16);
}

/** The page's serif faces. */
export const SERIF =
  '"Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Noto Serif SC", "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", STSong, SimSun, serif';

/** The same for the style sheet of the parts in the page's DOM. */
const IN_STYLES = {
  '--map-ink': PALETTE.ink,
  '--map-paper': PALETTE.paperLight,
  '--map-mark': PALETTE.vermilion,
  '--map-mark-deep': PALETTE.vermilionDeep,
  '--map-serif': SERIF,
} as const;

export function inkStyles(element: HTMLElement): void {
  for (const [name, value] of Object.entries(IN_STYLES)) element.style.setProperty(name, value);
}
