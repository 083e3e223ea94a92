/** Position of the flag over one's own house: right, unless it would cover a name. */
import { overlap, type Rect } from './geometry.ts';
import type { MapLayout, PlacedActor } from './layout.ts';

/** Above the roof to one side, or beside the wall. */
export const HANGS = ['right', 'left', 'low'] as const;
export type Hang = (typeof HANGS)[number];

export function flagSize(font: number): number {
  return font * 0.86;
}

/** Box of pole and cloth. */
export function flagBox({ x, y, w }: Rect, word: string, font: number, hang: Hang): Rect {
  const size = flagSize(font);
  const width = size * (word.length > 1 ? 0.62 * word.length + 0.7 : 1.5);
  const height = size * 1.3;
  if (hang === 'low') return { x: x + w, y: y + size * 0.6, w: width, h: height };
  const top = y - size * 0.95;
  return { x: hang === 'left' ? x + w / 2 - width : x + w / 2, y: top, w: width, h: height };
}

export function nameBox({ box, house, label }: PlacedActor, font: number): Rect {
  const h = (font + 1.5) * label.lines.length;
  return { x: box.x + box.w / 2 - label.width / 2, y: house.y + house.h + 2, w: label.width, h };
}

export function hangOf({ actors, sheet }: MapLayout, own: PlacedActor, word: string): Hang {
  const names = actors.filter((actor) => actor !== own).map((actor) => nameBox(actor, sheet.font));
  const { frame } = sheet;
  const free = HANGS.find((hang) => {
    const flag = flagBox(own.house, word, sheet.font, hang);
    const inside = flag.x >= frame.x && flag.x + flag.w <= frame.x + frame.w;
    return inside && !names.some((name) => overlap(flag, name));
  });
  return free ?? 'right';
}
