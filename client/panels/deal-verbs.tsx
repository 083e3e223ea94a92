/** The three verbs of the game, and none of them. */
import type { SeatView } from '../../shared/engine/view.ts';
import type { Term as Name } from '../../shared/i18n/terms.ts';
import { CAPITALS, type Draft, VERBS, type Verb } from '../state/draft.ts';
import { short, t } from '../state/language.ts';
import { Term } from '../ui/term.tsx';

export interface DraftProps {
  readonly draft: Draft;
  readonly onChange: (next: Draft) => void;
}

const TERM_OF_CAPITAL = { loan: 'loan', venture: 'ventureCapital', foreign: 'foreignCapital' } as const;

/** The word to look up in what is being decided; without a deal there is none. */
function termOf({ verb, capital }: Draft): Name | undefined {
  switch (verb) {
    case 'none':
      return undefined;
    case 'cooperate':
      return 'pact';
    case 'merge':
      return 'merger';
    case 'capital':
      return TERM_OF_CAPITAL[capital];
    case 'leave':
      return 'subsidiary';
  }
}

/** Looking at capital begins with one that can be had, where there is one. */
function withVerb(draft: Draft, verb: Verb, { legal }: SeatView): Draft {
  if (verb !== 'capital' || legal[draft.capital].refused === undefined) return { ...draft, verb };
  return { ...draft, verb, capital: CAPITALS.find((kind) => legal[kind].refused === undefined) ?? draft.capital };
}

export function Verbs({ draft, view, onChange }: DraftProps & { view: SeatView }) {
  const term = termOf(draft);
  const canLeave = view.legal.leave.refused === undefined;
  return (
    <>
      <fieldset class="verbs">
        <legend class="hidden-text">{t('plan.dealTitle')}</legend>
        {VERBS.filter((verb) => verb !== 'leave' || canLeave || draft.verb === 'leave').map((verb) => (
          <label key={verb} class="choice">
            <input
              type="radio"
              name="verb"
              value={verb}
              checked={draft.verb === verb}
              onChange={() => onChange(withVerb(draft, verb, view))}
            />
            {t(`plan.verb-${verb}`)}
          </label>
        ))}
      </fieldset>
      <p class="small soft">
        {t(`plan.verb-${draft.verb}-about`, { price: short(view.quotes.leavePrice ?? 0) })}{' '}
        {term !== undefined && <Term key={term} of={term} />}
      </p>
    </>
  );
}
