/**
 * The animated signs over the two houses: coins, books, hands and the line between them. With reduced motion all are at
 * their end.
 */
import { CLOSE_UP } from '../map/close-up.ts';
import { PALETTE } from '../map/palette.ts';
import type { Step, StepContent } from './steps.ts';

const { width, height } = CLOSE_UP;
const BASE = height - 13;
const MIRRORED = `translate(${width} 0) scale(-1 1)`;

export function Moves({ step, tale }: { step: Step; tale: StepContent }) {
  const { before, after, together } = tale;
  return (
    <svg class={`moves moves-${step}`} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <Line step={step} />
      <Goods step={step} />
      <Hands step={step} />
      <Coins before={before.own.cash} after={after.own.cash} />
      <Books before={before.own.knowledge} after={after.own.knowledge} />
      {together && (
        <g transform={MIRRORED}>
          <Coins before={before.theirs.cash} after={after.theirs.cash} />
          <Books before={before.theirs.knowledge} after={after.theirs.knowledge} />
        </g>
      )}
    </svg>
  );
}

const STACK = 4;

/** Stacks of old coins with square holes, one per unit of cash. */
function Coins({ before, after }: { before: number; after: number }) {
  const [was, is] = [Math.round(before), Math.round(after)];
  return (
    <g fill={PALETTE.gold} stroke={PALETTE.ink} stroke-width={0.7}>
      {Array.from({ length: Math.max(was, is) }, (_, coin) => {
        const x = 34 + Math.floor(coin / STACK) * 16;
        const y = BASE - (coin % STACK) * 4.2;
        return (
          <g
            key={coin}
            class={coin >= is ? 'gone' : coin >= was ? 'come' : undefined}
            style={{ animationDelay: `${Math.max(0, coin - was) * 110}ms` }}
          >
            <path d={`M${x - 7} ${y - 3} v3 a7 2.8 0 0 0 14 0 v-3`} />
            <ellipse cx={x} cy={y - 3} rx={7} ry={2.8} />
            <path d={`M${x - 1.8} ${y - 3} l1.8 -1 l1.8 1 l-1.8 1 z`} fill={PALETTE.paperLight} stroke-width={0.5} />
          </g>
        );
      })}
    </g>
  );
}

/** One book per unit of knowledge; the last one yellows when knowledge fades. */
function Books({ before, after }: { before: number; after: number }) {
  const [was, is] = [Math.round(before), Math.round(after)];
  const most = Math.max(was, is);
  const fades = after < before;
  return (
    <g stroke={PALETTE.ink} stroke-width={0.7}>
      {Array.from({ length: most }, (_, book) => {
        const x = 100 + book * 5.4;
        const tall = 21 - ((book * 5) % 3) * 2;
        const old = fades && book === most - 1;
        return (
          <g key={book} class={book >= is ? 'gone' : book >= was ? 'come' : undefined}>
            <rect x={x} y={BASE - tall} width={4.6} height={tall} fill={PALETTE.jade} />
            {old && <rect class="old" x={x} y={BASE - tall} width={4.6} height={tall} fill={PALETTE.gold} />}
            <path d={`M${x + 1} ${BASE - tall + 4} h2.6`} stroke={PALETTE.paperLight} />
          </g>
        );
      })}
    </g>
  );
}

/** Three imported computers before the door, which are carried off when sold. */
function Goods({ step }: { step: Step }) {
  if (step !== 'sell' && step !== 'sold') return null;
  return (
    <g class={step === 'sold' ? 'sold' : undefined} stroke={PALETTE.ink} stroke-width={1} stroke-linejoin="round">
      {[134, 164, 194].map((x) => (
        <g key={x} transform={`translate(${x} 117)`}>
          <rect x={2} y={0} width={20} height={16} fill={PALETTE.paperShade} />
          <rect x={4.5} y={2.5} width={13} height={10} fill={PALETTE.jadePale} />
          <path d="M7 6 h6 M7 9 h4" stroke={PALETTE.jadeDeep} />
          <path d="M0 23 l2.5 -7 h19 l2.5 7 z" fill={PALETTE.paperLight} />
        </g>
      ))}
    </g>
  );
}

const PLAIN = 'M122 72 C150 46 210 46 238 72';
/** The same line torn in two, with curled ends. */
const TORN = ['M122 72 C140 55 156 52 167 53 q4 5 -2 9', 'M238 72 C220 55 204 52 193 53 q-4 5 2 9'] as const;

function Line({ step }: { step: Step }) {
  const ink = { fill: 'none', stroke: PALETTE.jade, 'stroke-width': 3.4, 'stroke-linecap': 'round' } as const;
  if (step === 'shared') return <path class="drawn" d={PLAIN} pathLength={1} {...ink} />;
  if (step === 'promise') return <path d={PLAIN} {...ink} />;
  if (step !== 'alone' && step !== 'nobody') return null;
  return (
    <g class="torn">
      <path d={TORN[0]} {...ink} stroke={PALETTE.inkSoft} />
      <path d={TORN[1]} {...ink} stroke={PALETTE.inkSoft} />
    </g>
  );
}

/** `undefined`: no hand. `fist`: still closed. A number: open, with that many points. */
type Hand = number | 'fist' | undefined;

const HANDS: Readonly<Record<Step, readonly [own: Hand, theirs: Hand]>> = {
  sell: [undefined, undefined],
  sold: [undefined, undefined],
  offer: [undefined, 3],
  shared: [3, 3],
  promise: ['fist', 'fist'],
  alone: [3, 0],
  nobody: [0, 0],
  end: [undefined, undefined],
};

const POINTS = [
  [22, -10],
  [31, -10],
  [26.5, -17.5],
] as const;

function Hands({ step }: { step: Step }) {
  const [own, theirs] = HANDS[step];
  return (
    <>
      <Arm hand={own} />
      <g transform={MIRRORED}>
        <Arm hand={theirs} />
      </g>
    </>
  );
}

function Arm({ hand }: { hand: Hand }) {
  if (hand === undefined) return null;
  const skin = {
    fill: PALETTE.paperLight,
    stroke: PALETTE.ink,
    'stroke-width': 1.2,
    'stroke-linejoin': 'round',
  } as const;
  return (
    <g transform="translate(134 110)">
      <g class="arm">
        <rect x={-18} y={-8} width={18} height={17} fill={PALETTE.slate} stroke={PALETTE.ink} stroke-width={1.2} />
        {hand === 'fist' ? (
          <g {...skin}>
            <path d="M0 -7 L9 -9 Q25 -11 26 -1 Q26 8 13 9 L0 8 Z" />
            <path d="M14 -9 q3 4 0 7 M20 -7 q3 4 0 7 M9 -1 h8" fill="none" />
          </g>
        ) : (
          <g {...skin}>
            <path d="M7 -6 Q8 -16 13 -17 Q17 -16 15 -11 L15 -6 Z" />
            <path d="M0 -6 L12 -7 Q24 -4 36 -6 Q45 -8 46 -4 Q46 0 38 3 Q28 9 14 8 L0 8 Z" />
            {POINTS.slice(0, hand).map(([x, y], point) => (
              <circle
                key={x}
                class="point"
                style={{ animationDelay: `${300 + point * 120}ms` }}
                cx={x}
                cy={y}
                r={3.9}
                fill={PALETTE.jade}
                stroke={PALETTE.jadeDeep}
              />
            ))}
          </g>
        )}
      </g>
    </g>
  );
}
