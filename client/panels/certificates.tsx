/** The Commission's certificates (rule G7): last year's stay until they are taken away. */
import type { SeatView } from '../../shared/engine/view.ts';
import { toggled } from '../state/draft.ts';
import { plainList, t } from '../state/language.ts';
import { numbersOf } from '../state/numbers.ts';
import type { DraftProps } from './deal-verbs.tsx';
import { nameOf } from './names.ts';
import { newsOf } from './news.tsx';
import { reputationOf } from './seat-words.ts';

export function Certificates({ draft, view, onChange }: DraftProps & { view: SeatView }) {
  const firms = view.legal.list.filter(({ refused }) => refused !== 'list-not-a-firm');
  const numbers = numbersOf(view.public);
  if (firms.length === 0 || numbers === undefined) return null;
  if (firms.every(({ refused }) => refused === 'list-too-early')) {
    const year = newsOf(view.public.scenario, numbers.listFrom)?.year ?? '';
    return <p class="small soft">{t('plan.sealsFrom', { year })}</p>;
  }
  const places = numbers.listPlaces;
  const lost = view.public.seats.filter(({ seat, listed }) => listed === true && !draft.list.includes(seat));
  return (
    <details class="seals-fold">
      <summary>
        <strong>{t('plan.sealsTitle')}</strong>{' '}
        <span class="small soft">
          {draft.list.length === 0
            ? t('plan.sealsGiven', { count: 0, limit: places })
            : plainList(draft.list.map((seat) => nameOf(view.public, seat)))}
        </span>
      </summary>
      <fieldset class="seals" aria-label={t('plan.sealsGiven', { count: draft.list.length, limit: places })}>
        {firms.map(({ seat }) => {
          const actor = view.public.seats[seat];
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
                <span class="small soft block">
                  {[
                    t('play.standingOf', { level: actor?.standing ?? 1 }),
                    ...(actor === undefined ? [] : reputationOf(actor)),
                  ].join(t('common.dot'))}
                </span>
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
