/** The three verbs of the game, and none of them. */
import { type Draft, VERBS } from '../state/draft.ts';
import { t } from '../state/language.ts';

export interface DraftProps {
  readonly draft: Draft;
  readonly onChange: (next: Draft) => void;
}

export function Verbs({ draft, onChange }: DraftProps) {
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
              onChange={() => onChange({ ...draft, verb })}
            />
            {t(`plan.verb-${verb}`)}
          </label>
        ))}
      </fieldset>
      <p class="small soft">{t(`plan.verb-${draft.verb}-about`)}</p>
    </>
  );
}
