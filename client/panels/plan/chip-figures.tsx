/** What a choice of an office or a university brings at once and by the end, to itself and to the street: in columns. */
import type { ComponentChildren } from 'preact';
import type { SeatView } from '../../../shared/engine/view.ts';
import type { Use } from '../../state/draft.ts';
import { signed, t } from '../../state/language.ts';
import { type Effects, type Moved, yearsLeft } from '../../state/office-forecast.ts';
import { endYear, fine } from './office-about.ts';

const COLUMNS = ['now', 'score', 'street'] as const satisfies readonly (keyof Moved)[];

/** In the last year the end is this year: one column less. */
function columnsIn({ public: shown }: SeatView) {
  const ends = yearsLeft(shown) === 1;
  return COLUMNS.filter((column) => !(ends && column === 'now'));
}

interface ColumnsProps {
  readonly view: SeatView;
  readonly moved: Moved;
  /** What it stands beside: the best of a column is marked. */
  readonly among: readonly Moved[];
}

export function Columns({ view, moved, among }: ColumnsProps) {
  const year = endYear(view.public);
  const shown = { now: fine(moved.now), score: fine(moved.score), street: signed(moved.street) };
  const isBest = (column: keyof Moved) => among.every((other) => other[column] <= moved[column] + 1e-9);
  return (
    <span class="chip-figures figures">
      <span class="hidden-text">
        {t(yearsLeft(view.public) === 1 ? 'plan.figures-saidNow' : 'plan.figures-said', { ...shown, year })}
      </span>
      {columnsIn(view).map((column) => (
        <span key={column} class={isBest(column) ? 'best' : ''} aria-hidden="true">
          {shown[column]}
        </span>
      ))}
    </span>
  );
}

/** The heads of the columns, after what they are of. */
export function ColumnHeads({ view, children }: { view: SeatView; children: ComponentChildren }) {
  const year = endYear(view.public);
  const ends = yearsLeft(view.public) === 1;
  return (
    <p class="chips-head soft" aria-hidden="true">
      <span>{children}</span>
      {columnsIn(view).map((column) => (
        <span key={column}>
          {t(ends ? (column === 'street' ? 'plan.figures-streetNow' : 'plan.figures-now') : `plan.figures-${column}`, {
            year,
          })}
        </span>
      ))}
    </p>
  );
}

/** Of a fund nobody can say who will ask it, of law before the first pact, how many there will be. */
export function unknownOf(use: Use, { fundOff, pacts }: SeatView['public']): 'asked' | 'signed' | undefined {
  if (use === 'fund' && fundOff !== true) return 'asked';
  return use === 'law' && pacts.length === 0 ? 'signed' : undefined;
}

export function ChipFigures({ use, view, effects }: { use: Use; view: SeatView; effects: Effects }) {
  const unknown = unknownOf(use, view.public);
  if (unknown !== undefined) return <span class="chip-figures chip-open">{t(`plan.figures-${unknown}`)}</span>;
  const moved = effects.uses[use];
  return moved === undefined ? null : <Columns view={view} moved={moved} among={Object.values(effects.uses)} />;
}
