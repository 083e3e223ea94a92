/** Terms of this round's score of a university or a government body, one per line. */

import type { OwnResult } from '../../../shared/engine/own-result.ts';
import type { Parameters } from '../../../shared/engine/parameters.ts';
import type { PublicSeat, PublicView } from '../../../shared/engine/public-view.ts';
import { bureauInnovation, districtInnovation } from '../../../shared/engine/score.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import type { MessageKey } from '../../../shared/i18n/messages.ts';
import type { Term } from '../../../shared/i18n/terms.ts';
import { numbersOf } from '../../state/game-parameters.ts';

export type ScorePart = readonly [name: MessageKey, points: number, term?: Term];

/** The terms that the seat can compute, and one sum for the rest. Empty for firms. */
export function scoreParts(view: SeatView, result: OwnResult): readonly ScorePart[] {
  // Next year's news may have changed the numbers since.
  const numbers = numbersOf({ ...view.public, round: result.round });
  const own = view.public.seats[view.seat];
  if (numbers === undefined || own === undefined) return [];
  const { plan } = result;
  const total = result.score - result.scoreBefore;
  const known = knownParts(view.public, own, numbers, result);
  if (known.length === 0) return [];
  const rest = total - known.reduce((sum, [, points]) => sum + points, 0);
  return [...known, [plan.kind === 'university' ? 'play.score-street' : 'play.score-tax', rest]];
}

function knownParts(
  { history, rounds }: PublicView,
  { kind }: PublicSeat,
  numbers: Parameters,
  { plan, round }: OwnResult,
): readonly ScorePart[] {
  if (plan.kind === 'university')
    return [
      ['plan.use-publish', numbers.scorePublish * plan.publish, 'publish'],
      ['plan.use-outside', numbers.scoreOutside * plan.outside, 'outside'],
      ['plan.use-shelter', numbers.scoreShelter * plan.shelter, 'shelter'],
    ];
  if (plan.kind !== 'government') return [];
  const told = history.filter((past) => past.round <= round);
  if (kind === 'bureau')
    return [
      ['plan.use-command', numbers.scoreBureauCommand * plan.command, 'command'],
      // Innovation is paid at the end only.
      ['play.score-innovation', round < rounds ? 0 : bureauInnovation(numbers, districtInnovation(told)), 'innovation'],
    ];
  return [
    ['plan.use-command', numbers.scoreCommissionCommand * plan.command, 'command'],
    ['play.score-innovation', numbers.scoreCommissionInnovation * (told.at(-1)?.innovation ?? 0), 'innovation'],
  ];
}

/** Difference of the two scores as shown, so that readers get the same by subtraction. */
export function shownMove({ score, scoreBefore }: Pick<OwnResult, 'score' | 'scoreBefore'>): number {
  return Number(score.toFixed(1)) - Number(scoreBefore.toFixed(1));
}
