/**
 * The paper's three figures, small and in its notation. Circles of three sizes are the three levels. Solid one-way
 * arrows are control, dotted lines relinquished control, solid two-way lines cooperation.
 */
import { useId } from 'preact/hooks';
import type { Figure } from '../../shared/engine/figure-reading.ts';
import { t } from '../state/language.ts';

const HEADS = ['down', 'across'] as const;

type Point = readonly [x: number, y: number];
type Tie = readonly [from: number, to: number];

const TOP: Point = [80, 16];
const MIDDLE: readonly Point[] = [
  [34, 56],
  [80, 56],
  [126, 56],
];
const LOWER: readonly Point[] = [
  [14, 100],
  [40, 100],
  [66, 100],
  [94, 100],
  [120, 100],
  [146, 100],
];
const NODES: readonly Point[] = [TOP, ...MIDDLE, ...LOWER];
const RADII = [10, 7.5, 7.5, 7.5, 5, 5, 5, 5, 5, 5] as const;

const DOWN: readonly Tie[] = [
  [0, 1],
  [0, 2],
  [0, 3],
  [1, 4],
  [1, 5],
  [2, 6],
  [2, 7],
  [3, 8],
  [3, 9],
];
const FEW: readonly Tie[] = [
  [4, 5],
  [7, 8],
];
const MANY: readonly Tie[] = [
  [1, 2],
  [2, 3],
  [4, 5],
  [5, 6],
  [6, 7],
  [7, 8],
  [8, 9],
  [2, 5],
  [2, 8],
];

/** From rim to rim, so that arrowheads touch the circles. */
function span([from, to]: Tie) {
  const [x1, y1] = NODES[from] ?? TOP;
  const [x2, y2] = NODES[to] ?? TOP;
  const length = Math.hypot(x2 - x1, y2 - y1);
  const cut = (radius: number) => (radius + 2) / length;
  const [start, end] = [cut(RADII[from] ?? 0), cut(RADII[to] ?? 0)];
  return {
    x1: x1 + (x2 - x1) * start,
    y1: y1 + (y2 - y1) * start,
    x2: x2 - (x2 - x1) * end,
    y2: y2 - (y2 - y1) * end,
  };
}

interface FigureDrawingProps {
  readonly figure: Figure;
  readonly isolated?: boolean;
  /** Decorative, since text beside it says the same. */
  readonly plain?: boolean;
}

export function FigureDrawing({ figure, isolated = false, plain = false }: FigureDrawingProps) {
  const id = useId();
  const across = figure === '2' || isolated ? [] : figure === '3' ? FEW : MANY;
  const solidDown = figure === '2' ? DOWN : figure === '3' ? DOWN.slice(0, 3) : [];
  const dottedDown = DOWN.filter((tie) => !solidDown.includes(tie));
  return (
    <svg
      class="figure"
      viewBox="0 0 160 112"
      role="img"
      aria-hidden={plain}
      aria-label={plain ? undefined : t(`glossary.figure${figure}`)}
    >
      <defs>
        {HEADS.map((head) => (
          <marker
            key={head}
            id={`${id}-${head}`}
            viewBox="0 0 6 6"
            refX="5.5"
            refY="3"
            markerWidth="7"
            markerHeight="7"
            markerUnits="userSpaceOnUse"
            orient="auto-start-reverse"
          >
            <path d="M0 0 6 3 0 6z" class={`figure-head-${head}`} />
          </marker>
        ))}
      </defs>
      {dottedDown.map((tie) => (
        <line key={tie.join()} class="figure-dotted" {...span(tie)} />
      ))}
      {solidDown.map((tie) => (
        <line key={tie.join()} class="figure-down" marker-end={`url(#${id}-down)`} {...span(tie)} />
      ))}
      {across.map((tie) => (
        <line
          key={tie.join()}
          class="figure-across"
          marker-start={`url(#${id}-across)`}
          marker-end={`url(#${id}-across)`}
          {...span(tie)}
        />
      ))}
      {NODES.map(([cx, cy], index) => (
        <circle key={`${cx},${cy}`} class="figure-node" cx={cx} cy={cy} r={RADII[index]} />
      ))}
    </svg>
  );
}
