/**
 * Turns a change into messages addressed to seats. It decides nothing about secrecy: views come from `viewFor`, and
 * small messages go only to the seats they concern.
 */

import type { Seat } from '../../shared/engine/actors.ts';
import type { DistrictEvent } from '../../shared/engine/events.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { TalkLine } from '../../shared/engine/parts.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { visibleLine } from '../../shared/engine/talk.ts';
import type { Step } from '../aggregate/ledger.ts';
import { withId } from '../aggregate/with-id.ts';

/** A durable change of the district. */
export interface Change extends Step<DistrictState, DistrictEvent> {
  /** The district was reloaded from its log: everybody gets everything again. */
  readonly anew?: true;
}

export type Audience = 'everyone' | readonly Seat[];

export type Delivery =
  | { readonly what: 'view'; readonly to: Audience }
  | { readonly what: 'filed'; readonly to: readonly Seat[] }
  | { readonly what: 'offers'; readonly to: readonly Seat[] }
  | { readonly what: 'talk'; readonly to: Audience; readonly line: TalkLine };

/** Events after which everyone gets a new view. */
const TURNS: readonly DistrictEvent['type'][] = [
  'PhaseBegan',
  'GameEnded',
  'HubFaltered',
  'PracticeEnded',
  'LengthSet',
  'AdvanceUndone',
  'ClockPaused',
  'ClockResumed',
  'ClockExtended',
];

/** Merges successive changes into one; needs at least one. */
export function mergeChanges(changes: readonly Change[]): Change {
  return changes.reduce((one, next) =>
    omitUndefined({
      before: one.before,
      after: next.after,
      events: [...one.events, ...next.events],
      decidedAt: next.decidedAt ?? one.decidedAt,
      anew: next.anew ?? one.anew,
    }),
  );
}

export function deliveries({ before, after, events, anew }: Change): readonly Delivery[] {
  if (anew === true || events.some((event) => TURNS.includes(event.type))) return [{ what: 'view', to: 'everyone' }];
  return events.flatMap((event): readonly Delivery[] => {
    if (event.type === 'PlanFiled') return [{ what: 'filed', to: [event.seat] }];
    // Others learn from the room's schema state who controls a seat.
    if (event.type === 'SeatAssigned' || event.type === 'SeatFreed') return [{ what: 'view', to: [event.seat] }];
    if (event.type === 'OfferMade') return [{ what: 'offers', to: [event.from, event.to] }];
    if (event.type === 'OfferAnswered' || event.type === 'OfferWithdrawn') return offerParties(before, event.id);
    if (event.type === 'Said' || event.type === 'LineTakenDown') return talk(after, event.id);
    return [];
  });
}

function offerParties(state: DistrictState, id: number): readonly Delivery[] {
  const offer = withId(state.offers, id);
  return offer === undefined ? [] : [{ what: 'offers', to: [offer.from, offer.to] }];
}

function talk(state: DistrictState, id: number): readonly Delivery[] {
  const line = withId(state.talk, id);
  if (line === undefined) return [];
  return [{ what: 'talk', line: visibleLine(line), to: line.to === undefined ? 'everyone' : [line.from, line.to] }];
}
