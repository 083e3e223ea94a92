/** Order and texts of a year's reveal, from real rounds of the real rules. */
import { beforeAll, expect, test } from 'vitest';
import { handsOf, handText } from '../../client/panels/deals/hands.ts';
import { bigCards } from '../../client/panels/reveal/big-cards.ts';
import { announcementOf, stepsOf } from '../../client/panels/reveal/reveal-steps.ts';
import { needTexts } from '../../client/state/language.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import type { RoundEvent } from '../../shared/engine/round-events.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM } from './district.ts';

beforeAll(() => needTexts(['play']));

const OTHER = 3;
const points = { kind: 'firm', trade: 2, research: 2 } as const;

function signing(to: number, given: number): Plan {
  return {
    ...points,
    research: 4 - given,
    shares: given > 0 ? [{ to, points: given }] : [],
    deal: { kind: 'cooperate', wishes: [to], breaks: [] },
  };
}

/** Marks the plan as a person's, since a match has bots only. */
function played(view: SeatView, happenings = view.result?.happenings ?? []) {
  if (view.result === undefined) throw new Error('a round was played');
  return { ...view, result: { ...view.result, by: 'human', happenings } } as const;
}

function revealed(round: number, given: number, got: number): SeatView {
  const { plans, match } = districtAt({ round });
  const planned = plans.map((plan, seat) =>
    seat === FIRM ? signing(OTHER, given) : seat === OTHER ? signing(FIRM, got) : plan,
  );
  return played(viewFor(match.tryRound(planned), FIRM));
}

function kindsOf(view: SeatView): readonly string[] {
  return stepsOf(view).map(({ kind }) => kind);
}

test('hands come first and the score last', () => {
  expect(kindsOf(revealed(2, 2, 0))).toEqual(['hand', 'street', 'score']);
});

test('a year without a pact says nothing of hands or promises', () => {
  const { match } = districtAt({ round: 2 });
  const view = played(viewFor(match.state, FIRM));
  expect(kindsOf(view)).toEqual(['street', 'score']);
  expect(
    stepsOf(view)
      .map((step) => announcementOf(step, view))
      .join(' '),
  ).not.toMatch(/promise|kept|pact/i);
});

test('the year of signing is no test, unless both gave', () => {
  const [text] = [revealed(2, 2, 0)].flatMap((view) => handsOf(view).map((hand) => handText(view, hand)));
  expect(text).toBe('You 2, Twin Elms 0. Signed this year: not tested yet.');
  const both = revealed(2, 2, 1);
  expect(handsOf(both).map((hand) => handText(both, hand))).toEqual(['Newly signed: you 2, Twin Elms 1.']);
  const neither = revealed(2, 0, 0);
  expect(handsOf(neither).map((hand) => handText(neither, hand))).toEqual(['Signed with Twin Elms: not tested yet.']);
});

test('what each had promised stands beside what each gave', () => {
  const view = revealed(2, 2, 1);
  const said: SeatView['said'] = [
    { id: 1, kind: 'pact', from: OTHER, to: FIRM, status: 'accepted', promise: 2 },
    { id: 2, kind: 'share', from: FIRM, to: OTHER, status: 'open', promise: 3 },
    { id: 3, kind: 'share', from: OTHER, to: FIRM, status: 'declined', promise: 5 },
  ];
  expect(handsOf({ ...view, said }).map((hand) => handText(view, hand))).toEqual([
    'Newly signed: you 2 (promised 3), Twin Elms 1 (promised 2).',
  ]);
});

test.each<readonly [RoundEvent, string, string]>([
  [{ type: 'FirmAbsorbed', firm: FIRM, head: OTHER, gift: 1 }, 'Under the big tree', '30%'],
  [{ type: 'FirmFailed', firm: FIRM }, 'Shutters down', 'cash 4'],
  [{ type: 'FirmSold', seller: FIRM, buyer: OTHER, price: 9 }, 'A new sign', 'Twin Elms paid 9'],
  [{ type: 'FirmLeft', firm: FIRM, owner: OTHER, price: 7 }, 'Our own name', 'free of Twin Elms'],
  [{ type: 'HubFaltered', head: OTHER, members: [FIRM] }, 'The big tree falls', '3 points a year, for 2 years'],
])('a large event has a card instead of a line: %o', (event, title, text) => {
  const { match } = districtAt({ round: 2 });
  const told = played(viewFor(match.state, FIRM), [event]);
  const cards = bigCards(told, told.result);
  expect(cards.map((card) => card.title)).toEqual([title]);
  expect(cards[0]?.text).toContain(text);
  expect(kindsOf(told)).toEqual(['card', 'street', 'score']);
});

test('events of others have no card', () => {
  const { match } = districtAt({ round: 2 });
  const told = played(viewFor(match.state, FIRM), [{ type: 'FirmSold', seller: OTHER, buyer: FIRM, price: 9 }]);
  expect(bigCards(told, told.result)).toEqual([]);
});
