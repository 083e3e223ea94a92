/** Cooperate: partners to keep or break with, and partners to wish for. */
import type { SeatView } from '../../shared/engine/view.ts';
import { toggled } from '../state/draft.ts';
import { num, t } from '../state/language.ts';
import { Counterpart, FactWords } from './counterpart.tsx';
import type { DraftProps } from './deal-verbs.tsx';
import { NotPossible } from './not-possible.tsx';

function keptWord(view: SeatView, partner: number): string {
  const pact = view.public.pacts.find(
    ({ a, b }) => (a === view.seat && b === partner) || (b === view.seat && a === partner),
  );
  const facts = { received: num(view.received[partner] ?? 0), given: num(view.given[partner] ?? 0) };
  if (pact?.kept === undefined) return t('plan.pactNew');
  return t(pact.kept ? 'plan.pactKept' : 'plan.pactNotKept', facts);
}

export function Pacts({ draft, view, onChange }: DraftProps & { view: SeatView }) {
  const { partners, pactWishes } = view.legal;
  const open = pactWishes
    .filter(({ refused }) => refused === undefined)
    .sort((one, other) => (view.fit[other.seat] ?? 0) - (view.fit[one.seat] ?? 0));
  const refused = pactWishes.filter(
    (option) => option.refused !== 'pact-exists' && option.refused !== 'pact-with-self',
  );
  return (
    <div class="stack">
      {partners.length > 0 && (
        <fieldset class="stack-tight">
          <legend class="legend">{t('plan.breakTitle')}</legend>
          {partners.map((seat) => (
            <Counterpart
              key={seat}
              view={view}
              seat={seat}
              type="checkbox"
              group="break"
              label={t('plan.breakWith')}
              checked={draft.breaks.includes(seat)}
              note={keptWord(view, seat)}
              onToggle={() => onChange({ ...draft, breaks: toggled(draft.breaks, seat) })}
            />
          ))}
        </fieldset>
      )}
      <fieldset class="stack-tight">
        <legend class="legend">{t('plan.wishTitle')}</legend>
        <FactWords />
        {open.map(({ seat }) => (
          <Counterpart
            key={seat}
            view={view}
            seat={seat}
            type="checkbox"
            group="wish"
            label={t('plan.wishWith')}
            offer="pact"
            checked={draft.wishes.includes(seat)}
            onToggle={() => onChange({ ...draft, wishes: toggled(draft.wishes, seat) })}
          />
        ))}
      </fieldset>
      <NotPossible view={view} options={refused} />
    </div>
  );
}
