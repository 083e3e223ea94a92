/** The three verbs of the game, and none of them. */
import type { SeatView } from '../../shared/engine/view.ts';
import { CAPITALS, type Draft, VERBS, type Verb } from '../state/draft.ts';
import { t } from '../state/language.ts';

export interface DraftProps {
  readonly draft: Draft;
  readonly onChange: (next: Draft) => void;
}

/** Looking at capital begins with one that can be had, where there is one. */
function withVerb(draft: Draft, verb: Verb, { legal }: SeatView): Draft {
  if (verb !== 'capital' || legal[draft.capital].refused === undefined) return { ...draft, verb };
  return { ...draft, verb, capital: CAPITALS.find((kind) => legal[kind].refused === undefined) ?? draft.capital };
}

export function Verbs({ draft, view, onChange }: DraftProps & { view: SeatView }) {
  return (
    <>
      <fieldset class="verbs">
        <legend class="hidden-text">{t('plan.dealTitle')}</legend>
        {VERBS.map((verb) => (
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
      <p class="small soft">{t(`plan.verb-${draft.verb}-about`)}</p>
    </>
  );
}
