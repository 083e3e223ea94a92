/** A chip for each use of a round's points, below the tokens left. */

import { useMemo } from 'preact/hooks';
import type { Seat } from '../../../shared/engine/actors.ts';
import type { Parameters } from '../../../shared/engine/parameters.ts';
import { pactBetween } from '../../../shared/engine/queries.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { dealingsWith, pointsShort } from '../../state/dealings.ts';
import {
  type Draft,
  halfOfLargest,
  mostOn,
  placeOrMove,
  planKind,
  planOf,
  pointsLeft,
  shareTargets,
  type Use,
  usesOf,
} from '../../state/draft.ts';
import { numbersOf } from '../../state/game-parameters.ts';
import { num, percent, short, t } from '../../state/language.ts';
import { type Effects, effectsOf } from '../../state/office-forecast.ts';
import { trustIn } from '../../state/trust.ts';
import { Chip } from '../../ui/chip.tsx';
import { answerTo, promisedTo } from '../deals/promises.ts';
import { nameOf } from '../names.ts';
import { markOf } from '../news/year-effects.ts';
import { ChipFigures, ColumnHeads } from './chip-figures.tsx';
import { asListed } from './command-preview.tsx';
import { aboutInstrument, aboutScore } from './office-about.ts';

interface ChipsProps {
  readonly draft: Draft;
  readonly view: SeatView;
  /** `from`: the use that points were taken from when none were left. */
  readonly onChange: (next: Draft, from?: Use) => void;
}

export function Chips({ draft, view, onChange }: ChipsProps) {
  const left = Math.max(0, pointsLeft(draft, view));
  const put = (on: Use | Seat, points: number) => {
    const moved = placeOrMove(draft, view, on, points);
    onChange(moved.draft, moved.from);
  };
  const numbers = numbersOf(view.public);
  const targets = shareTargets(draft, view);
  const { uses, shares, list } = draft;
  const effects = useMemo(() => {
    const plan = planOf(draft, view);
    return effectsOf(view, list, plan.kind === 'university' ? plan : undefined);
  }, [view, list, uses, shares]);
  const told = useMemo(() => asListed(view, draft), [view, draft]);
  return (
    <fieldset class="chips" aria-label={t('plan.pointsTitle', { budget: short(view.budget), count: view.budget })}>
      {effects !== undefined && (
        <ColumnHeads view={view}>
          {t(draft.kind === 'government' ? 'plan.figures-all' : 'plan.figures-each', { points: short(effects.points) })}
        </ColumnHeads>
      )}
      {usesOf(draft.kind).map((use) => (
        <Chip
          key={use}
          name={nameOfUse(use)}
          about={aboutUse(use, told, numbers)}
          figures={effects === undefined ? undefined : <ChipFigures use={use} view={view} effects={effects} />}
          value={draft.uses[use] ?? 0}
          most={mostOn(draft, view, use)}
          left={left}
          half={halfOfLargest(draft, use)}
          budget={view.budget}
          onChange={(points) => put(use, points)}
        />
      ))}
      {targets.map((seat) => (
        <Chip
          key={seat}
          look={view.legal.partners.includes(seat) ? 'partner' : 'hoped'}
          name={nameOf(view.public, seat)}
          about={aboutPartner(seat, view, effects)}
          value={draft.shares[seat] ?? 0}
          most={mostOn(draft, view, seat)}
          left={left}
          half={halfOfLargest(draft, seat)}
          budget={view.budget}
          onChange={(points) => put(seat, points)}
        />
      ))}
    </fieldset>
  );
}

const SHORTENED = ['outside', 'shelter', 'open', 'reform', 'training'] as const;

/** Name that fits on a chip. */
export function nameOfUse(use: Use): string {
  const shortened = SHORTENED.find((each) => each === use);
  return shortened === undefined ? t(`plan.use-${use}`) : t(`plan.short-${shortened}`);
}

/** Immediate effect of a point: a number if there is one, else a few words. */
function aboutUse(use: Use, view: SeatView, numbers: Parameters | undefined): string {
  switch (use) {
    case 'trade':
      return (
        t('plan.about-trade', { margin: num(view.quotes.marginAsLast, 2) }) + markOf(view, ['margin', 'marginAfter'])
      );
    case 'publish':
      return t('plan.about-publish') + markOf(view, ['scorePublish']);
    case 'outside':
      return t('plan.about-outside') + markOf(view, ['scoreOutside']);
    case 'shelter':
      return t('plan.about-shelter');
    case 'open':
      return t('plan.about-open', { points: short(numbers?.scoreOpenFull ?? 0) }) + markOf(view, ['commonsPerOpen']);
    case 'research':
      return t('plan.about-research');
    case 'command':
      return aboutInstrument(use, view, numbers) + markOf(view, ['scoreBureauCommand']);
    case 'training':
      return aboutInstrument(use, view, numbers) + markOf(view, ['trainingPerPoint']);
    case 'law':
    case 'reform':
    case 'fund':
      return aboutInstrument(use, view, numbers);
  }
}

function aboutPartner(seat: Seat, view: SeatView, effects: Effects | undefined): string {
  const moved = effects?.partners.get(seat);
  const scores = moved === undefined ? [] : [aboutScore(moved)];
  const promised = promisedTo(view, seat);
  const says = promised === undefined ? [] : [t('plan.about-promised', { points: short(promised) })];
  if (!view.legal.partners.includes(seat))
    return [...answered(seat, view), says[0] ?? ifFormed(view)].join(t('common.dot'));
  const trusted = trustIn(view.public, seat);
  const trusts = trusted === undefined ? [] : [t('plan.trustsYou', { share: percent(trusted) })];
  return [...scores, ...says, ...lastYearOf(seat, view, promised !== undefined), ...trusts].join(t('common.dot'));
}

/** The answer to an offered pact. */
function answered(seat: Seat, view: SeatView): readonly string[] {
  const answer = answerTo(view, 'pact', seat);
  return answer === undefined || answer === 'open' ? [] : [t(`plan.offered-${answer}`)];
}

/** Where the points go if no pact is made. */
function ifFormed(view: SeatView): string {
  return t(planKind(view) === 'university' ? 'plan.shareIfFormedPapers' : 'plan.shareIfFormed');
}

/** What a partner gave last year, beside its promise. */
function lastYearOf(seat: Seat, view: SeatView, promises: boolean): readonly string[] {
  const pact = pactBetween(view.public.pacts, seat, view.seat);
  const [last] = dealingsWith(view, seat, 1);
  // A broken promise counts in the signing year too.
  const broke = last?.promised !== undefined && pointsShort(last.promised, last.got) > 0;
  if (last === undefined || (pact?.kept === undefined && !broke)) return promises ? [] : [t('plan.about-new')];
  const { got, promised } = last;
  if (promised === undefined) return [t('plan.about-gave', { points: short(got) })];
  return [t('plan.about-gaveOf', { points: short(got), promised: short(promised) })];
}

/** One token per point; those left are filled. */
export function Tokens({ budget, left }: { budget: number; left: number }) {
  return (
    <span class="tokens" aria-hidden="true">
      {Array.from({ length: Math.ceil(budget) }, (_, index) => {
        const share = Math.min(1, Math.max(0, left - index));
        return <span key={index} class={share > 0 ? 'token' : 'token spent'} style={{ '--share': share }} />;
      })}
    </span>
  );
}
