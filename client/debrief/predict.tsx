/**
 * What the class believed, before it looks: the figure, and the curve of the district's income, drawn with a finger, a
 * mouse or the arrow keys. The reveal lays all guesses over what happened. On this screen only; nothing is sent.
 */
import { signal } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import { findingsOf } from '../../shared/debrief/findings.ts';
import { FIGURES, type Figure } from '../../shared/engine/figures.ts';
import { figureTextOf } from '../../shared/i18n/terms.ts';
import { short, t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { FigureDrawing } from '../ui/figure.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Chart, type Curve } from './plot.tsx';
import { findingText } from './sentences.ts';
import { district, revealed, series } from './state.ts';

interface Guess {
  readonly name: string;
  readonly figure: Figure;
  /** Income by round. */
  readonly curve: readonly number[];
}

const guesses = signal<readonly Guess[]>([]);

/** The paper is ruled for twice what the start brings, or for what was, whichever is more; it says nothing of the curve. */
function topOf(incomes: readonly number[]): number {
  const most = Math.max(2 * (incomes[0] ?? 50), ...incomes);
  return Math.ceil((most * 1.2) / 50) * 50;
}

export function Predict() {
  const rows = series.value;
  const incomes = rows.map(({ income }) => income);
  const start = Math.round(incomes[0] ?? 0);
  const flat = () => incomes.map(() => start);
  const [curve, setCurve] = useState<readonly number[]>(flat);
  const [figure, setFigure] = useState<Figure>('3');
  const [name, setName] = useState('');
  if (district.value === undefined) return null;
  const top = topOf(incomes);

  return (
    <div class="stack">
      <p class="prose">{t('debrief.predictIntro')}</p>
      {revealed.value ? (
        <Outcome incomes={incomes} />
      ) : (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            guesses.value = [...guesses.value, { name: name.trim(), figure, curve }];
            setCurve(flat());
            setName('');
          }}
        >
          <fieldset class="row">
            <legend class="label">{t('debrief.predictFigure')}</legend>
            {FIGURES.map((each) => (
              <label key={each} class="choice">
                <input type="radio" name="figure" checked={figure === each} onChange={() => setFigure(each)} />
                {t(`glossary.figure${each}`)}
              </label>
            ))}
          </fieldset>
          <Sketch key={incomes.length} curve={curve} top={top} onDraw={setCurve} />
          <div class="inline">
            <TextField label={t('debrief.predictName')} value={name} maxLength={40} onInput={setName} />
          </div>
          <div class="row">
            <Button look="strong" type="submit">
              {t('debrief.predictAdd')}
            </Button>
            <span aria-live="polite">{t('debrief.predictCount', { count: guesses.value.length })}</span>
          </div>
        </form>
      )}
      <div class="row">
        <Button
          onClick={() => {
            revealed.value = !revealed.value;
          }}
        >
          {revealed.value ? t('debrief.hideAgain') : t('debrief.reveal')}
        </Button>
        {guesses.value.length > 0 && (
          <Button
            look="quiet"
            onClick={() => {
              guesses.value = [];
              revealed.value = false;
            }}
          >
            {t('debrief.predictClear')}
          </Button>
        )}
      </div>
    </div>
  );
}

const WIDTH = 600;
const HEIGHT = 260;
/** Lines of the ruled paper, from the top. */
const GRID = [0.25, 0.5, 0.75] as const;

interface SketchProps {
  readonly curve: readonly number[];
  readonly top: number;
  readonly onDraw: (curve: readonly number[]) => void;
}

function Sketch({ curve, top, onDraw }: SketchProps) {
  const sheet = useRef<SVGSVGElement>(null);
  const latest = useRef(curve);
  latest.current = curve;
  const previous = useRef<number | undefined>(undefined);
  const toX = (index: number) => ((index + 0.5) / curve.length) * WIDTH;
  const toY = (value: number) => HEIGHT - (value / top) * HEIGHT;

  const set = (index: number, value: number) => {
    latest.current = latest.current.with(index, Math.round(Math.min(top, Math.max(0, value))));
    onDraw(latest.current);
  };

  /** Rounds the finger passed over between two events take the value too. */
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
      <legend class="label">{t('debrief.predictDraw')}</legend>
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
          {GRID.map((share) => (
            <line key={share} class="grid" x1={0} x2={WIDTH} y1={HEIGHT * share} y2={HEIGHT * share} />
          ))}
          <polyline class="drawn" points={curve.map((value, index) => `${toX(index)},${toY(value)}`).join(' ')} />
        </svg>
        {GRID.map((share) => (
          <span key={share} class="figures" aria-hidden="true" style={{ insetBlockStart: `${share * 100}%` }}>
            {short(top * (1 - share), 0)}
          </span>
        ))}
      </div>
      <div class="sliders">
        {curve.map((value, index) => (
          <label key={index}>
            <input
              type="range"
              min={0}
              max={top}
              step={5}
              value={value}
              aria-label={t('debrief.momentOf', { round: index + 1, phase: t('debrief.metric-income') })}
              aria-valuetext={t('debrief.predictKeys', { round: index + 1, value: short(value, 0) })}
              onInput={(event) => set(index, Number(event.currentTarget.value))}
            />
            <span class="small figures" aria-hidden="true">
              {index + 1}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Outcome({ incomes }: { incomes: readonly number[] }) {
  const chronicle = district.value?.chronicle;
  const reading = chronicle?.final.history.at(-1)?.figure;
  const handed = guesses.value.map((guess, index) => ({
    ...guess,
    name: guess.name === '' ? t('debrief.guess', { number: index + 1 }) : guess.name,
    error: guess.curve.reduce((sum, value, at) => sum + Math.abs(value - (incomes[at] ?? 0)), 0) / guess.curve.length,
  }));
  const [nearest] = handed.toSorted((one, other) => one.error - other.error);
  const curves: readonly Curve[] = [
    ...handed.map(({ name, curve }): Curve => ({ name, look: 'faint', values: curve })),
    { name: t('debrief.whatHappened'), look: 'model', values: incomes },
  ];
  return (
    <div class="stack" aria-live="polite">
      <Chart title={t('debrief.metric-income')} curves={curves} height={320} named />
      {chronicle !== undefined && reading !== undefined && (
        <div class="figures-by-round">
          <FigureDrawing figure={reading.figure} isolated={reading.isolated} />
          <div class="stack-tight">
            <h3>{t(`figures.${figureTextOf(reading)}Name`)}</h3>
            <p>{t(`figures.${figureTextOf(reading)}Sentence`)}</p>
            <p>{findingText('whichFigure', findingsOf(chronicle).whichFigure)}</p>
            {handed.length > 0 && (
              <p>
                {t('debrief.predictRight', {
                  right: handed.filter((guess) => guess.figure === reading.figure).length,
                  all: handed.length,
                })}
              </p>
            )}
          </div>
        </div>
      )}
      {nearest !== undefined && (
        <p>{t('debrief.predictNearest', { name: nearest.name, error: short(nearest.error) })}</p>
      )}
    </div>
  );
}
