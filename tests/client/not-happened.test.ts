/** Failed wishes are explained, from real rounds of the real rules. */
import { beforeAll, expect, test } from 'vitest';
import { notHappened } from '../../client/panels/reveal/not-happened.ts';
import { needTexts } from '../../client/state/language.ts';
import { rememberRefusers } from '../../client/state/refusers.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM, UNIVERSITY } from './district.ts';

beforeAll(() => needTexts(['play']));

const OTHER = 3;
const BUREAU = 10;
const COMMISSION = 11;
const NO_POLICY = { kind: 'government', command: 0, law: 0, reform: 0, fund: 0, training: 0 } as const;

/** Text for a seat after a round in which some plans differ from the bots'. */
function told(
  seat: Seat,
  planned: Readonly<Partial<Record<Seat, Plan>>>,
  said: SeatView['said'] = [],
): readonly string[] {
  const { plans, match } = districtAt({ round: 2 });
  const view = viewFor(match.tryRound(plans.map((plan, of) => planned[of] ?? plan)), seat);
  if (view.result === undefined) throw new Error('a round was played');
  return notHappened({ ...view, said }, view.result);
}

const courting: Plan = {
  kind: 'firm',
  trade: 2,
  research: 2,
  shares: [{ to: OTHER, points: 2 }],
  deal: { kind: 'cooperate', wishes: [OTHER], breaks: [] },
};

test('a pact that only one wished for, and where its points went', () => {
  expect(told(FIRM, { [FIRM]: courting })).toEqual([
    'No pact with Twin Elms: no wish for one there.',
    'Your 2 for Twin Elms went to your own R&D.',
  ]);
});

test('an accepted pact that was not signed is told to both', () => {
  const offer = { id: 1, kind: 'pact', from: FIRM, to: OTHER, status: 'accepted' } as const;
  expect(told(FIRM, { [FIRM]: courting }, [offer])).toContain('No pact with Twin Elms: a yes, but no signature.');
  expect(told(OTHER, { [FIRM]: courting }, [offer])).toEqual(['You said yes to North Star and did not sign.']);
});

test('a firm that refused twice and never signed is called a loner', () => {
  const { plans, match } = districtAt({ round: 2 });
  const wooing = plans.map((plan, seat) => (seat === FIRM ? courting : plan));
  const first = viewFor(match.tryRound(wooing), FIRM);
  rememberRefusers('a street', first);
  if (first.result === undefined) throw new Error('a round was played');
  expect(notHappened(first, first.result)[0]).toBe('No pact with Twin Elms: no wish for one there.');
  const later = { ...first, public: { ...first.public, round: first.public.round + 1 } };
  rememberRefusers('a street', later);
  expect(notHappened(later, first.result)[0]).toBe(
    'No pact with Twin Elms: no partner to anybody, in any year. Ask somebody else.',
  );
});

test('a refusal is explained by another pact or a bad fit', () => {
  const back: Plan = { ...courting, shares: [], research: 4, deal: { kind: 'cooperate', wishes: [5], breaks: [] } };
  const fifth: Plan = { ...back, deal: { kind: 'cooperate', wishes: [OTHER], breaks: [] } };
  expect(told(FIRM, { [FIRM]: courting, [OTHER]: back, 5: fifth })[0]).toBe(
    'No pact with Twin Elms: signed with somebody else this year.',
  );
});

test('a pact that was made is not listed', () => {
  const back: Plan = { ...courting, shares: [], research: 4, deal: { kind: 'cooperate', wishes: [FIRM], breaks: [] } };
  expect(told(FIRM, { [FIRM]: courting, [OTHER]: back })).toEqual([]);
});

test('a university reads that its points went to papers', () => {
  const plan: Plan = {
    kind: 'university',
    publish: 4,
    outside: 0,
    shelter: 0,
    open: 0,
    shares: [{ to: FIRM, points: 2 }],
    wishes: [FIRM],
    breaks: [],
  };
  expect(told(UNIVERSITY, { [UNIVERSITY]: plan })).toContain('Your 2 for North Star went to papers.');
});

test('a sale that nobody agreed to, on both sides', () => {
  const points = { kind: 'firm', trade: 3, research: 3, shares: [] } as const;
  expect(told(FIRM, { [FIRM]: { ...points, deal: { kind: 'buy', sellers: [OTHER] } } })).toEqual([
    'No deal with Twin Elms: no yes from there.',
  ]);
  expect(told(FIRM, { [FIRM]: { ...points, deal: { kind: 'sell', buyer: OTHER } } })).toEqual([
    'No deal with Twin Elms: no yes from there.',
  ]);
});

test('command that moved nobody, and why', () => {
  const one: Plan = { ...NO_POLICY, command: 1 };
  expect(told(BUREAU, { [BUREAU]: one })).toEqual(['That is too little command to move anybody.']);
  expect(told(BUREAU, { [BUREAU]: one, [COMMISSION]: one })).toEqual([]);
});

test('an office that did otherwise than it was asked', () => {
  const plea = { id: 1, kind: 'plea', from: FIRM, to: BUREAU, status: 'accepted', plea: 'noOrders' } as const;
  expect(told(FIRM, { [BUREAU]: { ...NO_POLICY, command: 1 } }, [plea])).toEqual([
    'Industrial Bureau did otherwise than you asked.',
  ]);
  expect(told(FIRM, {}, [plea])).toEqual([]);
});

test('a university that did not say yes', () => {
  const plea = { id: 1, kind: 'plea', from: FIRM, to: UNIVERSITY, status: 'declined', plea: 'openLab' } as const;
  expect(told(FIRM, {}, [plea])).toEqual(['Peking University did not say yes to what you asked.']);
  expect(told(FIRM, {}, [{ ...plea, status: 'accepted' }])).toEqual([]);
});

test('command that took nobody new, and whom it kept', () => {
  const { state } = districtAt({ round: 6, governments: 'command' });
  const view = viewFor(state, BUREAU);
  if (view.result === undefined) throw new Error('a round was played');
  expect(notHappened(view, view.result)).toEqual([
    'Command took nobody new; it kept in the group: Lotus Pond, Yannan, Zhaolan.',
  ]);
  const closed = { ...view, public: { ...view.public, changed: { leaveAllowed: 0 } } };
  expect(notHappened(closed, view.result)).toEqual([expect.not.stringContaining('kept in the group')]);
});
