/** The Commission's certificates (rule G7): last year's stay until they are taken away. */
import { useState } from 'preact/hooks';
import type { Seat } from '../../shared/engine/actors.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import type { GovernmentPlan } from '../../shared/engine/plans.ts';
import { STANDINGS } from '../../shared/engine/public-view.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { planOf, toggled } from '../state/draft.ts';
import { percent, plainList, short, signed, t } from '../state/language.ts';
import { wide } from '../state/media.ts';
import { numbersOf } from '../state/numbers.ts';
import { movedBySeal } from '../state/office-forecast.ts';
import type { DraftProps } from './deal-verbs.tsx';
import { nameOf } from './names.ts';
import { newsOf } from './news.tsx';
import { pactsOf, reputationOf } from './seat-words.ts';

export function Certificates({ draft, view, onChange }: DraftProps & { view: SeatView }) {
  const firms = view.legal.list.filter(({ refused }) => refused !== 'list-not-a-firm');
  const numbers = numbersOf(view.public);
  const [open, setOpen] = useState(draft.list.length === 0 && wide.value);
  if (firms.length === 0 || numbers === undefined) return null;
  if (firms.every(({ refused }) => refused === 'list-too-early')) {
    const year = newsOf(view.public.scenario, numbers.listFrom)?.year ?? '';
    return <p class="small soft">{t('plan.sealsFrom', { year })}</p>;
  }
  const places = numbers.listPlaces;
  const lost = view.public.seats.filter(({ seat, listed }) => listed === true && !draft.list.includes(seat));
  const plan = planOf(draft, view);
  return (
    <details class="seals-fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{t('plan.sealsTitle')}</strong>{' '}
        <span class="small soft">
          {draft.list.length === 0
            ? t('plan.sealsGiven', { count: 0, limit: places })
            : plainList(draft.list.map((seat) => nameOf(view.public, seat)))}
        </span>
      </summary>
      <p class="small">{aboutSeals(numbers)}</p>
      <fieldset class="seals" aria-label={t('plan.sealsGiven', { count: draft.list.length, limit: places })}>
        {firms.map(({ seat }) => {
          const chosen = draft.list.includes(seat);
          return (
            <label key={seat} class="choice">
              <input
                type="checkbox"
                checked={chosen}
                disabled={!chosen && draft.list.length >= places}
                onChange={() => onChange({ ...draft, list: toggled(draft.list, seat) })}
              />
              <span class="about">
                <strong>{nameOf(view.public, seat)}</strong>
                {open && <span class="small soft block">{knownOf(view, seat).join(t('common.dot'))}</span>}
                {open && plan.kind === 'government' && <span class="small block">{sealFor(view, plan, seat)}</span>}
              </span>
            </label>
          );
        })}
      </fieldset>
      {lost.length > 0 && (
        <p class="notice warm" role="status">
          {t('plan.losesSeal', { name: plainList(lost.map(({ seat }) => nameOf(view.public, seat))) })}
        </p>
      )}
    </details>
  );
}

/** What a seal gives its firm, and what it costs and brings who gives it. */
function aboutSeals({ listLearn, listTax, scoreCommissionInnovation }: Parameters): string {
  return t('plan.sealsAbout', {
    learn: percent(listLearn - 1),
    tax: percent(1 - listTax),
    share: percent(scoreCommissionInnovation),
  });
}

/** What an office may know of a firm: its size from outside, its word, and its partners. */
function knownOf(view: SeatView, seat: Seat): readonly string[] {
  const actor = view.public.seats[seat];
  if (actor === undefined) return [];
  const pacts = pactsOf(view, seat);
  const { owner } = actor;
  return [
    ...(owner === undefined ? [] : [t('plan.sealFrees', { head: nameOf(view.public, owner) })]),
    sizeText(actor.standing),
    ...reputationOf(actor),
    pacts.length === 0 ? t('plan.sealNoPact') : t('play.pactsWith', { names: plainList(pacts) }),
  ];
}

function sizeText(level: number): string {
  const [from, to] = [STANDINGS[level - 2] ?? 0, STANDINGS[level - 1]];
  return to === undefined
    ? t('plan.sealSizeTop', { level, from: short(from) })
    : t('plan.sealSize', { level, from: short(from), to: short(to) });
}

function sealFor(view: SeatView, plan: GovernmentPlan, seat: Seat): string {
  const moved = movedBySeal(view, plan, seat);
  return moved === undefined
    ? ''
    : t('plan.sealMoves', { score: signed(moved.now, 2), later: signed(moved.score, 2), street: signed(moved.street) });
}
