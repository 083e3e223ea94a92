/** The verbs of the game: at most one is chosen, and opens in place. Touched while it is open, it is chosen no more. */
import type { SeatView } from '../../shared/engine/view.ts';
import type { Term as Name } from '../../shared/i18n/terms.ts';
import { CAPITALS, type Draft, VERBS, type Verb } from '../state/draft.ts';
import { short, t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { Term } from '../ui/term.tsx';
import { markOf } from './year-effects.ts';

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

/** A university only cooperates; who owns itself has nobody to leave. */
function verbsFor({ kind, verb: chosen }: Draft, { legal }: SeatView): readonly Verb[] {
  if (kind === 'university') return ['cooperate'];
  return VERBS.filter(
    (verb) => verb !== 'none' && (verb !== 'leave' || chosen === verb || legal.leave.refused === undefined),
  );
}

interface VerbsProps extends DraftProps {
  readonly view: SeatView;
  readonly open: Verb | undefined;
  readonly onOpen: (verb: Verb | undefined) => void;
}

export function Verbs({ draft, view, open, onChange, onOpen }: VerbsProps) {
  const touch = (verb: Verb) => {
    const closing = open === verb;
    onOpen(closing ? undefined : verb);
    onChange(closing ? { ...draft, verb: 'none' } : withVerb(draft, verb, view));
  };
  return (
    <fieldset class="verbs" aria-label={t('plan.dealTitle')}>
      {verbsFor(draft, view).map((verb) => (
        <button
          key={verb}
          type="button"
          class="verb"
          aria-pressed={draft.verb === verb}
          aria-expanded={open === verb}
          onClick={() => touch(verb)}
        >
          {t(`plan.verb-${verb}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** What the chosen verb does, in one sentence. */
export function AboutVerb({ draft, view, onDone }: { draft: Draft; view: SeatView; onDone: () => void }) {
  const term = termOf(draft);
  return (
    <div class="row spread deal-about">
      <p class="small soft">
        {t(`plan.verb-${draft.verb}-about`, {
          price: short(view.quotes.leavePrice ?? 0) + markOf(view, ['priceBase']),
        })}{' '}
        {term !== undefined && <Term key={term} of={term} />}
      </p>
      <Button compact onClick={onDone}>
        {t('plan.verbDone')}
      </Button>
    </div>
  );
}
