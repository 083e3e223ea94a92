/** Animations of the street: smoke, a cart, coins, and a line between two doors that appears and fades. */
import type { Rect } from '../map/geometry.ts';
import { PALETTE } from '../map/palette.ts';
import { housesOf, type Print, streetLine } from '../map/street-print.ts';

/** Pairs of seats between which a line appears, in turn. */
const PAIRS = [
  [1, 3],
  [0, 2],
  [5, 7],
] as const;
const SMOKING = [0, 3, 6, 7] as const;
const SELLING = [1, 4, 5] as const;
const PUFFS = [0, 1, 2] as const;

export function Life({ print }: { print: Print }) {
  const { width, height } = print.layout.sheet;
  const roofs = new Map(housesOf(print).map(({ seat, house }) => [seat, house]));
  const at = (seat: number) => roofs.get(seat) ?? { x: 0, y: 0, w: 0, h: 0 };
  const way = streetLine(print);
  const path = way.map(({ x, y }, step) => `${step === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join(' ');
  return (
    <svg class="life" aria-hidden="true" viewBox={`0 0 ${width} ${height}`}>
      {PAIRS.map(([one, other], turn) => (
        <path
          key={one}
          class="life-line"
          style={{ animationDelay: `${turn * 4}s` }}
          d={between(at(one), at(other))}
          pathLength={1}
          fill="none"
          stroke={PALETTE.jade}
          stroke-width={3}
          stroke-linecap="round"
        />
      ))}
      {SMOKING.map((seat) => {
        const { x, y, w } = at(seat);
        return PUFFS.map((puff) => (
          <circle
            key={`${seat} ${puff}`}
            class="life-smoke"
            style={{ animationDelay: `${puff * 1.3 + seat * 0.4}s` }}
            cx={x + w * 0.72}
            cy={y + w * 0.08 - puff * 4}
            r={2 + puff * 0.8}
            fill={PALETTE.paperLight}
            stroke={PALETTE.inkSoft}
            stroke-width={0.7}
          />
        ));
      })}
      {SELLING.map((seat, turn) => {
        const { x, y, w, h } = at(seat);
        return (
          <g key={seat} class="life-coin" style={{ animationDelay: `${turn * 2.1 + 0.6}s` }}>
            <circle cx={x + w / 2} cy={y + h * 0.5} r={4} fill={PALETTE.gold} stroke={PALETTE.ink} stroke-width={0.8} />
            <rect x={x + w / 2 - 1.2} y={y + h * 0.5 - 1.2} width={2.4} height={2.4} fill={PALETTE.paperLight} />
          </g>
        );
      })}
      <g class="life-cart" style={{ offsetPath: `path("${path}")` }} stroke={PALETTE.ink} stroke-width={1}>
        <Cart />
      </g>
    </svg>
  );
}

/** A cart with three boxes of imported goods, centred on the origin. */
function Cart() {
  return (
    <>
      <rect x={-9} y={-9} width={7} height={6} fill={PALETTE.gold} />
      <rect x={-1} y={-9} width={7} height={6} fill={PALETTE.paperLight} />
      <rect x={-5} y={-14} width={7} height={5} fill={PALETTE.vermilion} />
      <path d="M-11 -2.5 H9 L14 -7" fill="none" />
      <circle cx={-5} cy={0} r={3} fill={PALETTE.slate} />
      <circle cx={4} cy={0} r={3} fill={PALETTE.slate} />
    </>
  );
}

/** A gently curved path from door to door. */
function between(one: Rect, other: Rect): string {
  const from = { x: one.x + one.w / 2, y: one.y + one.h * 0.6 };
  const to = { x: other.x + other.w / 2, y: other.y + other.h * 0.6 };
  const bow = { x: (from.x + to.x) / 2 + (to.y - from.y) * 0.18, y: (from.y + to.y) / 2 - (to.x - from.x) * 0.18 };
  const point = ({ x, y }: { readonly x: number; readonly y: number }) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  return `M${point(from)} Q${point(bow)} ${point(to)}`;
}
