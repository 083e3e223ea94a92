/**
 * Places blocks near their wished positions without overlap.
 *
 * Each block in turn takes the free place nearest its wish. This is simple and deterministic. If a block does not fit,
 * the caller tries again with smaller ones.
 */
import { clamp, grown, type Point, type Rect, TOUCH } from './geometry.ts';

export interface Block {
  readonly w: number;
  readonly h: number;
  /** Wished centre. */
  readonly wish: Point;
  /** The part of the region that it must stay in. */
  readonly home?: Rect;
}

/** Step between tried places, as a share of the region's shorter side. */
const STEP = 1 / 45;
/** Boxes of different sizes never fill more of the region, so larger requests fail at once. */
const FILLED = 0.8;

/** Rectangles in the order of the blocks; undefined if one does not fit. `air`: free space round each. */
export function pack(
  blocks: readonly Block[],
  region: Rect,
  obstacles: readonly Rect[],
  air = 0,
): readonly Rect[] | undefined {
  const wanted = blocks.reduce((sum, block) => sum + area(block), 0);
  if (wanted > FILLED * region.w * region.h) return undefined;
  const taken = obstacles.map((rect) => grown(rect, air));
  const placed: Rect[] = [];
  for (const block of blocks) {
    const rect = nearestFree(block, block.home ?? region, taken);
    if (rect === undefined) return undefined;
    placed.push(rect);
    taken.push(grown(rect, air));
  }
  return placed;
}

/** The same with the largest placed first: more fit, but places change with sizes. */
export function packLargestFirst(...[blocks, ...where]: Parameters<typeof pack>): ReturnType<typeof pack> {
  const order = blocks.map((block, index) => ({ block, index })).sort((a, b) => area(b.block) - area(a.block));
  const packed = pack(
    order.map(({ block }) => block),
    ...where,
  );
  if (packed === undefined) return undefined;
  const places = order.map(({ index }, place) => ({ index, rect: packed[place] ?? EMPTY }));
  return places.toSorted((a, b) => a.index - b.index).map(({ rect }) => rect);
}

const EMPTY: Rect = { x: 0, y: 0, w: 0, h: 0 };

function area({ w, h }: Block): number {
  return w * h;
}

function nearestFree(block: Block, region: Rect, taken: readonly Rect[]): Rect | undefined {
  const right = region.x + region.w - block.w;
  const bottom = region.y + region.h - block.h;
  if (right < region.x || bottom < region.y) return undefined;
  const wishX = clamp(block.wish.x - block.w / 2, region.x, right);
  const wishY = clamp(block.wish.y - block.h / 2, region.y, bottom);

  const step = STEP * Math.min(region.w, region.h);
  const columns = tries(wishX, region.x, right, step);
  let best: Rect | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const y of tries(wishY, region.y, bottom, step)) {
    const dy2 = (y - wishY) ** 2;
    if (dy2 >= bestDistance) break;
    const inRow = taken.filter((other) => y < other.y + other.h - TOUCH && other.y < y + block.h - TOUCH);
    for (const x of columns) {
      const distance = (x - wishX) ** 2 + dy2;
      if (distance >= bestDistance) break;
      if (inRow.some((other) => x < other.x + other.w - TOUCH && other.x < x + block.w - TOUCH)) continue;
      best = { x, y, w: block.w, h: block.h };
      bestDistance = distance;
    }
  }
  return best;
}

/** The wish and every step to either side, nearest first, ends included. */
function tries(wish: number, low: number, high: number, step: number): readonly number[] {
  const values = [wish];
  for (let away = step; wish - away > low - step || wish + away < high + step; away += step) {
    if (wish - away > low - step) values.push(Math.max(low, wish - away));
    if (wish + away < high + step) values.push(Math.min(high, wish + away));
  }
  return values;
}
