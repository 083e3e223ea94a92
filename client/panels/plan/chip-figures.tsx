/**
 * Effects of a use of points by an office or a university, at once and by the end, for itself and the street, in
 * columns.
 */

import type { ComponentChildren } from 'preact';
import type { SeatView } from '../../../shared/engine/view.ts';
import type { Use } from '../../state/draft.ts';
import { signed, t } from '../../state/language.ts';
import type { Effects, Moved } from '../../state/office-forecast.ts';
import { yearsLeft } from '../../state/years.ts';
import { fine, yearAfter } from './office-about.ts';

const COLUMNS = ['now', 'score', 'street'] as const satisfies readonly (keyof Moved)[];

/** With only this year to look at both times coincide: one column less. */
function columnsOf(years: number) {
  return COLUMNS.filter((column) => !(years === 1 && column === 'now'));
}

interface ColumnsProps {
  readonly view: SeatView;
  readonly moved: Moved;
  /** All effects of the column; the best is marked. */
  readonly among: readonly Moved[];
  /** Number of years ahead; by default to the end of the game. */
  readonly years?: number;
}

export function Columns({ view, moved, among, years = yearsLeft(view.public) }: ColumnsProps) {
  const year = yearAfter(view.public, years);
  const shown = { now: fine(moved.now), score: fine(moved.score), street: signed(moved.street) };
  const isBest = (column: keyof Moved) => among.every((other) => other[column] <= moved[column] + 1e-9);
  return (
    <span class="chip-figures figures">
      <span class="hidden-text">
        {t(years === 1 ? 'plan.figures-saidNow' : 'plan.figures-said', { ...shown, year })}
      </span>
      {columnsOf(years).map((column) => (
        <span key={column} class={isBest(column) ? 'best' : ''} aria-hidden="true">
          {shown[column]}
        </span>
      ))}
    </span>
  );
}

interface HeadsProps extends Pick<ColumnsProps, 'view' | 'years'> {
  readonly children: ComponentChildren;
}

/** Column heads, after their subject. */
export function ColumnHeads({ view, children, years = yearsLeft(view.public) }: HeadsProps) {
  const year = yearAfter(view.public, years);
  const ends = years === 1;
  return (
    <p class="chips-head soft" aria-hidden="true">
      <span>{children}</span>
      {columnsOf(years).map((column) => (
        <span key={column}>
          {t(ends ? (column === 'street' ? 'plan.figures-streetNow' : 'plan.figures-now') : `plan.figures-${column}`, {
            year,
          })}
        </span>
      ))}
    </p>
  );
}

/** Why an effect is unknown: who will ask the fund; or, before the first pact, how many pacts law will protect. */
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
