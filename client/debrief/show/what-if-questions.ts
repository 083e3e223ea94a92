/** The five questions for bets, translated for the model. */

import type { Chronicle } from '../../../shared/debrief/chronicle.ts';
import { RECORDED } from '../../../shared/debrief/rerun.ts';
import type { Slide } from '../../../shared/debrief/show.ts';
import { type ActorKind, isGovernment } from '../../../shared/engine/actors.ts';
import type { WhatIf } from '../../../shared/protocol/poll-topics.ts';
import type { Draft } from '../what-if/what-if-state.ts';

/** All share from the third year on; earlier there is no trust yet. */
const TRUST_FROM = 3;

/** Undefined if the record gave no occasion: no betrayal, or no demand shift yet. */
export function draftOfBet(
  bet: WhatIf,
  { final }: Chronicle,
  base: Draft,
  betrayal: Extract<Slide, { readonly kind: 'betrayal' }> | undefined,
): Draft | undefined {
  const last = final.history.length;
  const { shockRound } = final.parameters;
  const all = (kind: ActorKind, policy: string) =>
    final.actors.map((actor) => (actor.kind === kind ? policy : RECORDED));
  const question = (from: number, deciders: readonly string[]): Draft | undefined =>
    from > last ? undefined : { ...base, from, change: 'none', deciders, interval: true };
  switch (bet) {
    case 'trust':
      return question(TRUST_FROM, all('firm', 'cooperate'));
    case 'trade':
      return question(2, all('firm', 'trader'));
    case 'noCommand': {
      const deciders = final.actors.map(({ kind }) => (isGovernment({ kind }) ? 'enable' : RECORDED));
      return deciders.every((decider) => decider === RECORDED) ? undefined : question(1, deciders);
    }
    case 'noShift':
      return shockRound > last || shockRound < 1
        ? undefined
        : { ...base, from: shockRound, change: 'noShock', deciders: final.actors.map(() => RECORDED), interval: true };
    case 'word': {
      if (betrayal === undefined) return undefined;
      const deciders = final.actors.map(({ seat }) => (seat === betrayal.by ? 'tit-for-tat' : RECORDED));
      return question(betrayal.round, deciders);
    }
  }
}
