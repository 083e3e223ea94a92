/**
 * A curve drawn by finger or mouse on ruled paper, or by arrow keys on a slider per round. Beside the real curve it is
 * read-only.
 */
import '../style/sketch.css';
import { useRef } from 'preact/hooks';
import { short, t } from '../state/language.ts';
import { Axes } from './axes.tsx';

/** The top of the paper is a multiple of this. */
const STEP = 20;

/** The paper's top: twice the first income, or the real maximum if larger, so that it reveals little of the curve. */
export function topOf(incomes: readonly number[]): number {
  const most = Math.max(2 * (incomes[0] ?? 50), ...incomes);
  return Math.ceil((most * 1.2) / STEP) * STEP;
}

/** How far a drawn curve is off, on average over the rounds. */
export function offBy(drawn: readonly number[], happened: readonly number[]): number {
  return drawn.reduce((sum, value, at) => sum + Math.abs(value - (happened[at] ?? 0)), 0) / drawn.length;
}

const WIDTH = 600;
const HEIGHT = 260;
/** Grid lines as shares from the top. */
const GRID = [0.25, 0.5, 0.75] as const;

function line(curve: readonly number[], top: number): string {
  return curve
    .map((value, index) => `${((index + 0.5) / curve.length) * WIDTH},${HEIGHT - (value / top) * HEIGHT}`)
    .join(' ');
}

function Ruling() {
  return (
    <>
      {GRID.map((share) => (
        <line key={share} class="grid" x1={0} x2={WIDTH} y1={HEIGHT * share} y2={HEIGHT * share} />
      ))}
    </>
  );
}

function Scale({ top }: { top: number }) {
  return (
    <>
      {GRID.map((share) => (
        <span key={share} class="figures" aria-hidden="true" style={{ insetBlockStart: `${share * 100}%` }}>
          {short(top * (1 - share), 0)}
        </span>
      ))}
    </>
  );
}

interface SketchProps {
  readonly label: string;
  readonly scenario: string;
  readonly curve: readonly number[];
  readonly top: number;
  readonly onDraw: (curve: readonly number[]) => void;
}

export function Sketch({ label, scenario, curve, top, onDraw }: SketchProps) {
  const sheet = useRef<SVGSVGElement>(null);
  const latest = useRef(curve);
  latest.current = curve;
  const previous = useRef<number | undefined>(undefined);
  const set = (index: number, value: number) => {
    latest.current = latest.current.with(index, Math.round(Math.min(top, Math.max(0, value))));
    onDraw(latest.current);
  };

  /** Rounds skipped between two pointer events get the value too. */
  const drawAt = (event: PointerEvent) => {
    const box = sheet.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    const across = (event.clientX - box.left) / box.width;
    const index = Math.min(curve.length - 1, Math.max(0, Math.floor(across * curve.length)));
    const value = top * (1 - (event.clientY - box.top) / box.height);
    const from = previous.current ?? index;
    for (let each = Math.min(from, index); each <= Math.max(from, index); each++)
      if (each !== from || from === index) set(each, value);
    previous.current = index;
  };

  return (
    <fieldset class="sketch">
      <legend class="label">{label}</legend>
      <Axes up={t('axes.income')} scenario={scenario} rounds={curve.length}>
        <div class="sketch-sheet">
          <svg
            ref={sheet}
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            aria-hidden="true"
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              previous.current = undefined;
              drawAt(event);
            }}
            onPointerMove={(event) => {
              if (event.currentTarget.hasPointerCapture(event.pointerId)) drawAt(event);
            }}
          >
            <Ruling />
            <polyline class="drawn" points={line(curve, top)} />
          </svg>
          <Scale top={top} />
        </div>
        <Sliders curve={curve} top={top} onSet={set} />
      </Axes>
    </fieldset>
  );
}

interface SlidersProps {
  readonly curve: readonly number[];
  readonly top: number;
  readonly onSet: (index: number, value: number) => void;
}

/** The same curve by keyboard, one slider a round. */
function Sliders({ curve, top, onSet }: SlidersProps) {
  return (
    <div class="sliders">
      {curve.map((value, index) => (
        <label key={index}>
          <input
            type="range"
            min={0}
            max={top}
            step={5}
            value={value}
            aria-label={t('prediction.round', { round: index + 1 })}
            aria-valuetext={t('prediction.height', { round: index + 1, value: short(value, 0) })}
            onInput={(event) => onSet(index, Number(event.currentTarget.value))}
          />
          <span class="small figures" aria-hidden="true">
            {index + 1}
          </span>
        </label>
      ))}
    </div>
  );
}

interface SketchBesideProps {
  /** Description for screen readers. */
  readonly label: string;
  readonly scenario: string;
  readonly sketched: readonly number[];
  readonly happened: readonly number[];
}

export function SketchBeside({ label, scenario, sketched, happened }: SketchBesideProps) {
  const top = Math.max(topOf(happened), ...sketched);
  return (
    <div class="sketch">
      <Axes up={t('axes.income')} scenario={scenario} rounds={happened.length}>
        <div class="sketch-sheet">
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
            <Ruling />
            <polyline class="drawn sketched" points={line(sketched, top)} />
            <polyline class="drawn" points={line(happened, top)} />
          </svg>
          <Scale top={top} />
        </div>
        <div class="sliders figures small" aria-hidden="true">
          {happened.map((_, index) => (
            <span key={index}>{index + 1}</span>
          ))}
        </div>
      </Axes>
    </div>
  );
}
