/** The forecast in one line beside the button; a tap opens ranges, reasons, and three years ahead. */

import { Fragment } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SeatView } from '../../../shared/engine/view.ts';
import { newsOf } from '../../../shared/scenarios/index.ts';
import { type Draft, placed } from '../../state/draft.ts';
import type { Forecast } from '../../state/forecast.ts';
import { num, signed, t } from '../../state/language.ts';
import type { Moved } from '../../state/office-forecast.ts';
import { yearsLeft } from '../../state/years.ts';
import { ForecastBox, leadsToTheEnd } from './forecast-box.tsx';
import { endYear, fine } from './office-about.ts';

/** Effect of this year's points by the end, against none. */
function byTheEnd({ public: shown }: SeatView, { score, street }: Moved): readonly string[] {
  const ends = yearsLeft(shown) === 1;
  const about = { score: fine(score), year: endYear(shown) };
  return [
    t(ends ? 'plan.line-pointsNow' : 'plan.line-points', about),
    t('plan.line-street', { change: signed(street) }),
  ];
}

interface ForecastLineProps {
  readonly draft: Draft;
  readonly view: SeatView;
  readonly expected: Forecast;
}

/** The parts of the line. */
export function lineOf({ draft, view, expected }: ForecastLineProps): readonly string[] {
  const { cash, knowledge, score, atEnd, office, later } = expected;
  if (draft.kind !== 'firm')
    return [
      t('plan.line-score', { change: signed(score.likely) }),
      ...(atEnd === undefined ? [] : [t('plan.line-atEnd', { points: num(atEnd) })]),
      ...(office === undefined ? [] : byTheEnd(view, office)),
    ];
  // Near the end the line tells the final score.
  const end = later !== undefined && leadsToTheEnd(view, later.years) ? later.score.likely : undefined;
  return [
    t('plan.line-scoreAt', { score: num(view.score + score.likely) }),
    ...(end === undefined ? [] : [t('plan.line-end', { year: endYear(view.public), score: num(end) })]),
    t('plan.line-cash', { cash: num(cash.likely) }),
    t('plan.line-knowledge', { change: signed(knowledge.likely) }),
  ];
}

export function ForecastLine({ draft, view, expected }: ForecastLineProps) {
  const [open, setOpen] = useState(false);
  const line = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (open) keepChipsInSight(line.current);
  }, [open]);
  const firm = draft.kind === 'firm';
  const nothing = placed(draft, view) === 0;
  const parts = lineOf({ draft, view, expected });
  return (
    <div class="outlook">
      {open && (
        <div class="outlook-box">
          <ForecastBox draft={draft} view={view} expected={expected} />
        </div>
      )}
      <button type="button" ref={line} class="outlook-line figures" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="hidden-text">{t('plan.forecastTitle')}: </span>
        <span>
          {t(nothing ? 'plan.lineNothing' : 'plan.lineLikely')}{' '}
          {parts.map((part, place) => (
            <Fragment key={part}>
              {place > 0 && t('common.dot')}
              <span class="whole">{part}</span>
            </Fragment>
          ))}
          {firm && !(nothing && expected.danger === 'safe') && (
            <>
              {t('common.dot')}
              <Danger view={view} expected={expected} />
            </>
          )}
        </span>
        <span class="outlook-mark" aria-hidden="true">
          {open ? '▾' : '▴'}
        </span>
      </button>
    </div>
  );
}

/** Warns of later cash trouble even if this year is safe. */
function Danger({ view, expected: { danger, runsOut } }: Pick<ForecastLineProps, 'view' | 'expected'>) {
  if (danger === 'safe' && runsOut?.sure === true)
    return (
      <strong class="danger risky">
        {t('plan.danger-later', { year: newsOf(view.public.scenario, runsOut.round)?.year ?? '' })}
      </strong>
    );
  return <strong class={`danger ${danger}`}>{t(`plan.danger-${danger}`)}</strong>;
}

/** Scrolls to the end of the form, so that chips and forecast are visible together. */
function keepChipsInSight(line: HTMLElement | null): void {
  const form = line?.closest('form');
  const panels = line?.closest('.panels');
  if (!form || !panels) return;
  panels.scrollTop += form.getBoundingClientRect().bottom - panels.getBoundingClientRect().bottom;
}
