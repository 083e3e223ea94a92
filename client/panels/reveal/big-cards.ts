/** Events of one's own firm that are too large for a line: a card each. */

import type { Seat } from '../../../shared/engine/actors.ts';
import type { OwnResult } from '../../../shared/engine/own-result.ts';
import type { Parameters } from '../../../shared/engine/parameters.ts';
import type { PublicSeat } from '../../../shared/engine/public-view.ts';
import type { RoundEvent } from '../../../shared/engine/round-events.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { numbersOf } from '../../state/game-parameters.ts';
import { num, percent, short, t } from '../../state/language.ts';
import { sealsMoved } from '../../state/seals.ts';
import { researchLost } from '../../state/tree-loss.ts';
import { nameOf } from '../names.ts';
import { sealBrings } from '../seat-words.ts';

export const BIG = ['absorbed', 'failed', 'bought', 'left', 'certified', 'faltered'] as const;
export type Big = (typeof BIG)[number];

export interface BigCard {
  readonly kind: Big;
  readonly title: string;
  readonly text: string;
}

/** The card of an event for this seat. */
export function bigOf(event: RoundEvent, seat: Seat): Big | undefined {
  switch (event.type) {
    case 'FirmAbsorbed':
      return event.firm === seat ? 'absorbed' : undefined;
    case 'FirmFailed':
      return event.firm === seat ? 'failed' : undefined;
    case 'FirmSold':
      return event.seller === seat ? 'bought' : undefined;
    case 'FirmLeft':
      return event.firm === seat ? 'left' : undefined;
    case 'HubFaltered':
      return event.head === seat || event.members.includes(seat) ? 'faltered' : undefined;
    default:
      return undefined;
  }
}

export function bigCards(view: SeatView, { happenings }: OwnResult): readonly BigCard[] {
  const { seat } = view;
  const cards = happenings.flatMap((event) => cardOf(view, event));
  return sealsMoved(view.public)?.given.includes(seat) === true ? [...cards, ...certified(view)] : cards;
}

function card(kind: Big, values: Readonly<Record<string, string>> = {}): BigCard {
  return { kind, title: t(`reveal.${kind}-title`), text: t(`reveal.${kind}`, values) };
}

function cardOf(view: SeatView, event: RoundEvent): readonly BigCard[] {
  const numbers = numbersOf(view.public);
  const kind = bigOf(event, view.seat);
  if (numbers === undefined || kind === undefined) return [];
  const name = (of: Seat) => nameOf(view.public, of);
  switch (event.type) {
    case 'FirmAbsorbed':
      return [absorbed(numbers, view.public.seats[view.seat], name(event.head))];
    case 'FirmFailed':
      return [card(kind, { share: percent(numbers.failureKnowledge), cash: short(numbers.failureCash) })];
    case 'FirmSold':
      return [card(kind, { name: name(event.buyer), price: num(event.price), share: percent(numbers.tribute) })];
    case 'FirmLeft':
      return [card(kind, { name: name(event.owner), price: num(event.price) })];
    case 'HubFaltered':
      return [
        card(kind, {
          name: name(event.head),
          points: short(numbers.disarrayEffort),
          years: short(numbers.disarrayRounds),
        }),
      ];
    default:
      return [];
  }
}

function absorbed(numbers: Parameters, own: PublicSeat | undefined, name: string): BigCard {
  const { forcedResearch, tributeForced } = numbers;
  const lost = own?.forced === true ? researchLost(numbers, own) : 1 - forcedResearch;
  const values = { name, share: percent(lost), pay: percent(tributeForced) };
  const text = t(tributeForced > 0 ? 'reveal.absorbed-paying' : 'reveal.absorbed', values);
  return { ...card('absorbed'), text };
}

function certified({ public: shown }: SeatView): readonly BigCard[] {
  const numbers = numbersOf(shown);
  if (numbers === undefined) return [];
  return [card('certified', sealBrings(numbers))];
}
