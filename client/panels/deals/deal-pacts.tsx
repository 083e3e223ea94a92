/** Pacts: partners to keep or break with, and partners to wish for. */

import type { Seat } from '../../../shared/engine/actors.ts';
import { pactBetween } from '../../../shared/engine/queries.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { decided, toggled, under } from '../../state/draft.ts';
import { num, t } from '../../state/language.ts';
import { pactPlaces } from '../../state/pact-places.ts';
import { nameOf } from '../names.ts';
import { useYesByTick } from './answer-offer.ts';
import { BreakButton } from './break-button.tsx';
import { Counterpart, FactWords } from './counterpart.tsx';
import type { DraftProps } from './deal-verbs.tsx';
import { NotPossible } from './not-possible.tsx';

function keptWord(view: SeatView, partner: number): string {
  const pact = pactBetween(view.public.pacts, view.seat, partner);
  const facts = { received: num(view.received[partner] ?? 0), given: num(view.given[partner] ?? 0) };
  if (pact?.kept === undefined) return t('plan.pactNew');
  return t(pact.kept ? 'plan.pactKept' : 'plan.pactNotKept', facts);
}

export function Pacts({ draft, view, onChange }: DraftProps & { view: SeatView }) {
  const { partners, pactWishes } = view.legal;
  const sayYes = useYesByTick(view);
  const { limit, held, room, wished } = pactPlaces(draft, view);
  const { wishes, breaks } = under(draft, 'cooperate');
  const open = pactWishes
    .filter(({ refused }) => refused === undefined)
    .sort((one, other) => (view.fit[other.seat] ?? 0) - (view.fit[one.seat] ?? 0));
  const refused = pactWishes.filter(
    (option) => option.refused !== 'pact-exists' && option.refused !== 'pact-with-self',
  );
  return (
    <div class="stack-tight">
      <p class={room === 0 ? 'notice warm' : 'small soft'} id="pact-limit">
        {t(room === 0 ? 'plan.pactsFull' : 'plan.pactsHeld', { held, limit, count: limit })} {room > 0 && <FactWords />}
        {room > 0 && wished > room && <span class="block warm">{t('plan.doubt-crowded')}</span>}
      </p>
      {partners.length > 0 && (
        <ul class="breaks" aria-label={t('plan.breakTitle')}>
          {partners.map((seat) => (
            <Partner
              key={seat}
              view={view}
              seat={seat}
              breaks={breaks.includes(seat)}
              onBreak={() => onChange(decided(draft, 'cooperate', { breaks: toggled(breaks, seat) }))}
            />
          ))}
        </ul>
      )}
      <fieldset class="counterparts">
        <legend class="legend">{t('plan.wishTitle')}</legend>
        {open.map(({ seat }) => (
          <Counterpart
            key={seat}
            view={view}
            seat={seat}
            type="checkbox"
            group="wish"
            label={t('plan.wishWith')}
            offer="pact"
            checked={wishes.includes(seat)}
            disabled={room === 0 && !wishes.includes(seat)}
            onToggle={() => {
              if (!wishes.includes(seat)) sayYes('pact', seat);
              onChange(decided(draft, 'cooperate', { wishes: toggled(wishes, seat) }));
            }}
          />
        ))}
      </fieldset>
      <NotPossible view={view} options={refused} />
    </div>
  );
}

/** An existing pact with its break button. */
function Partner({
  view,
  seat,
  breaks,
  onBreak,
}: {
  view: SeatView;
  seat: Seat;
  breaks: boolean;
  onBreak: () => void;
}) {
  const name = nameOf(view.public, seat);
  return (
    <li class={breaks ? 'partner torn' : 'partner'}>
      <span class="about">
        <strong>{name}</strong>
        <span class="small soft block">{breaks ? t('plan.breaking') : keptWord(view, seat)}</span>
      </span>
      <BreakButton name={name} breaks={breaks} onBreak={onBreak} />
    </li>
  );
}
