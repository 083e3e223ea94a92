/** Why the round went as it did, from what this seat may know. At most four reasons, weightiest first. */

import type { OwnResult } from '../../../shared/engine/own-result.ts';
import { tenths } from '../../../shared/engine/plans.ts';
import { pactsWith, partnersOf } from '../../../shared/engine/queries.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { keptBy, numbersOf } from '../../state/game-parameters.ts';
import { num, percent, t } from '../../state/language.ts';
import { nameOf } from '../names.ts';
import { partsAsShown } from './parts-as-shown.ts';

const MOST = 4;

export function reasons(view: SeatView, result: OwnResult): readonly string[] {
  return [...shock(view), ...partners(view), ...income(result), ...learning(view, result)].slice(0, MOST);
}

/** Without what the partners' hands have told. */
export function reasonsBesideHands(view: SeatView, result: OwnResult): readonly string[] {
  return [...shock(view), ...income(result), ...learning(view, result)];
}

function shock(view: SeatView): readonly string[] {
  const numbers = numbersOf(view.public);
  const own = view.public.seats[view.seat];
  if (!view.public.shocked || numbers?.shockRound !== view.public.round || own?.kind !== 'firm') return [];
  if (own.treeSize > 1) return [t('play.why-shockTree', { count: own.treeSize })];
  const kept = pactsWith(view.public.pacts, own.seat).some((pact) => pact.kept === true);
  return [t(kept ? 'play.why-shockNetwork' : 'play.why-shockAlone')];
}

function partners(view: SeatView): readonly string[] {
  const keeps = keptBy(view.public);
  return partnersOf(view.public.pacts, view.seat).flatMap((other) => {
    const gave = keeps(view.given[other] ?? 0);
    const got = keeps(view.received[other] ?? 0);
    const name = nameOf(view.public, other);
    if (gave && got) return [t('play.why-bothShared', { name })];
    if (gave) return [t('play.why-letDown', { name })];
    return got ? [t('play.why-youLetDown', { name })] : [];
  });
}

function income(result: OwnResult): readonly string[] {
  const earned = result.product + result.trade;
  if (earned <= 0) return [];
  const traded = result.trade / earned;
  if (traded > 0.6) return [t('play.why-traded', { share: percent(traded) })];
  return traded < 0.25 ? [t('play.why-product', { share: percent(1 - traded) })] : [];
}

/** Sharing alone teaches a little; without any return, that is all a pact taught (rule K5). */
function learning(view: SeatView, result: OwnResult): readonly string[] {
  // Rounded as in the ledger, with the university's shelter.
  const gained = [result.fromResearch, result.fromPacts, result.fromCommons, result.fromShelter];
  const sum = gained.reduce((all, part) => all + part, 0);
  const [research = 0, pacts = 0, commons = 0] = partsAsShown(gained, sum);
  const inTree = (view.public.seats[view.seat]?.treeSize ?? 1) > 1;
  const sources = [
    [inTree ? 'play.why-tree' : 'play.why-research', research],
    ['play.why-pacts', pacts],
    ['play.why-commons', commons],
  ] as const;
  const [best] = [...sources].sort((one, other) => other[1] - one[1]);
  if (best === undefined || best[1] < 0.1) return [];
  const alone = best[0] === 'play.why-pacts' && view.received.every((points) => tenths(points) === 0);
  return [t(alone ? 'play.why-pactsAlone' : best[0], { points: num(best[1]) })];
}
