/** One seat in detail: its public facts, and its dealings with the reader. */

import { Fragment } from 'preact';
import { isGovernment, type Seat } from '../../../shared/engine/actors.ts';
import { HIGHEST_STANDING } from '../../../shared/engine/public-view.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import type { Term as Name } from '../../../shared/i18n/terms.ts';
import { type Dealing, dealingsWith } from '../../state/dealings.ts';
import { planKind } from '../../state/draft.ts';
import { list, percent, plainList, short, t, words } from '../../state/language.ts';
import { selected } from '../../state/selection.ts';
import { trustIn } from '../../state/trust.ts';
import { Button } from '../../ui/button.tsx';
import { Term } from '../../ui/term.tsx';
import { Labelled } from '../labelled.tsx';
import { kindOf, nameOf } from '../names.ts';
import { spentBy } from '../reveal/happenings.ts';
import { fitWord, pactsOf, seatNotes } from '../seat-words.ts';
import { HouseActs } from './house-acts.tsx';

const YEARS = 3;

export function SeatCard({ view, seat }: { view: SeatView; seat: Seat }) {
  const actor = view.public.seats[seat];
  if (actor === undefined) return null;
  const mine = seat === view.seat;
  const trading = actor.kind === 'firm' || actor.kind === 'university';
  const dealings = dealingsWith(view, seat, YEARS);
  const met = dealings.some(({ gave, got }) => gave > 0 || got > 0);
  const notes = seatNotes(view.public, actor);
  const pacts = pactsOf(view.public, seat);
  const office = isGovernment(actor);
  const spent = office ? spentBy(view.public, seat) : undefined;
  const between: readonly (readonly [fact: string, term?: Name])[] =
    mine || office || planKind(view) === 'government'
      ? []
      : [
          ...(trading ? [[fitWord(view.fit[seat] ?? 0), 'fit'] as const] : []),
          [trustText(view, seat), 'trust'],
          ...(met ? [[yearsText(dealings)] as const] : []),
        ];
  return (
    <section
      class="seat-card"
      aria-label={nameOf(view.public, seat)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') selected.value = undefined;
      }}
    >
      <header class="row spread">
        <strong class="seat-name">{words(actor.name)}</strong>
        <Button
          look="sign"
          compact
          label={t('play.closeCard')}
          onClick={() => {
            selected.value = undefined;
          }}
        >
          ✕
        </Button>
      </header>
      <p class="small soft">{[kindOf(view.public, actor), ...notes].join(t('common.dot'))}</p>
      {trading && (
        <p class="small">
          <Term of="standing" word={t('glossary.standing')} />{' '}
          {t('play.standingOf', { level: actor.standing, most: HIGHEST_STANDING })}
        </p>
      )}
      {office && view.public.history.length > 0 && (
        <p class="small">{spent === undefined ? t('play.officeIdle') : t('play.officeSpent', { what: spent })}</p>
      )}
      {pacts.length > 0 && <p class="small">{t('play.pactsWith', { names: list(pacts) })}</p>}
      {between.length > 0 && (
        <p class="small sentence">
          {between.map(([fact, term], index) => (
            <Fragment key={fact}>
              {index > 0 && t('common.dot')}
              <Labelled name={fact} term={term} />
            </Fragment>
          ))}
        </p>
      )}
      {!mine && <WordsKept dealings={dealings} />}
      {!mine && <HouseActs key={seat} view={view} seat={seat} />}
    </section>
  );
}

function trustText(view: SeatView, seat: Seat): string {
  const yours = percent(view.trust[seat] ?? 0);
  const theirs = trustIn(view.public, seat);
  if (theirs === undefined) return t('plan.youTrust', { share: yours });
  return t('plan.trustBoth', { yours, theirs: percent(theirs) });
}

/** Its promises, beside what it gave. */
function WordsKept({ dealings }: { dealings: readonly Dealing[] }) {
  const said = dealings.flatMap(({ got, promised }) =>
    promised === undefined ? [] : [t('play.wordKept', { got: short(got), promised: short(promised) })],
  );
  if (said.length === 0) return null;
  return <p class="small">{t('play.wordsKept', { count: said.length, years: plainList(said) })}</p>;
}

function yearsText(dealings: readonly Dealing[]): string {
  const of = (points: (dealing: Dealing) => number) => dealings.map((each) => short(points(each))).join('·');
  return t('play.lastYears', { count: dealings.length, you: of(({ gave }) => gave), they: of(({ got }) => got) });
}
