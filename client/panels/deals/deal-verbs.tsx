/** The kinds of deal: one at a time opens in place. A choice in it makes it the year's deal. */
import type { SeatView } from '../../../shared/engine/view.ts';
import type { Term as Name } from '../../../shared/i18n/terms.ts';
import { type DealVerb, type Draft, VERBS, withoutDeal } from '../../state/draft.ts';
import { short, t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { Term } from '../../ui/term.tsx';
import { markOf } from '../news/year-effects.ts';

export interface DraftProps {
  readonly draft: Draft;
  readonly onChange: (next: Draft) => void;
}

const TERMS: Readonly<Record<DealVerb, Name>> = {
  cooperate: 'pact',
  merge: 'merger',
  capital: 'ventureCapital',
  leave: 'subsidiary',
};

/** Universities only cooperate; an independent firm has no tree to leave. */
function verbsFor({ kind, verb: chosen }: Draft, { legal }: SeatView): readonly DealVerb[] {
  if (kind === 'university') return ['cooperate'];
  return VERBS.flatMap((verb) =>
    verb === 'none' || (verb === 'leave' && chosen !== verb && legal.leave.refused !== undefined) ? [] : [verb],
  );
}

interface VerbsProps {
  readonly draft: Draft;
  readonly view: SeatView;
  readonly open: DealVerb | undefined;
  readonly onOpen: (verb: DealVerb | undefined) => void;
}

export function Verbs({ draft, view, open, onOpen }: VerbsProps) {
  return (
    <fieldset class="verbs" aria-label={t('plan.dealTitle')}>
      {verbsFor(draft, view).map((verb) => (
        <button
          key={verb}
          type="button"
          class="verb"
          aria-pressed={isChosen(draft, verb)}
          aria-expanded={open === verb}
          onClick={() => onOpen(open === verb ? undefined : verb)}
        >
          {t(`plan.verb-${verb}`)}
        </button>
      ))}
    </fieldset>
  );
}

function isChosen({ kind, verb: chosen, wishes, breaks }: Draft, verb: DealVerb): boolean {
  return kind === 'university' ? wishes.length + breaks.length > 0 : chosen === verb;
}

interface AboutVerbProps extends DraftProps {
  readonly view: SeatView;
  readonly verb: DealVerb;
  readonly onDone: () => void;
}

/** One sentence about the open kind of deal, and two exits: with it, or without a deal. */
export function AboutVerb({ draft, view, verb, onChange, onDone }: AboutVerbProps) {
  const forced = view.public.seats[view.seat]?.forced === true;
  const replaces = draft.kind === 'firm' && draft.verb !== 'none' && draft.verb !== verb;
  return (
    <div class="row spread deal-about">
      <p class="small soft">
        {t(`plan.verb-${verb}-about`, {
          price:
            short(view.quotes.leavePrice ?? 0) + markOf(view, forced ? ['leaveForced', 'priceBase'] : ['priceBase']),
        })}{' '}
        <Term key={verb} of={TERMS[verb]} />
        {replaces && <span class="block warm">{t('plan.inPlaceOf', { verb: t(`plan.verb-${draft.verb}`) })}</span>}
      </p>
      {isChosen(draft, verb) && (
        <Button compact onClick={() => onChange(withoutDeal(draft))}>
          {t('plan.verbDrop')}
        </Button>
      )}
      <Button compact onClick={onDone}>
        {t('plan.verbDone')}
      </Button>
    </div>
  );
}
