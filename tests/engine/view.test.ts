/** `viewFor` is the only door: these tests change what a seat may not know, and check that its view stays the same. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Firm, RoundFlows } from '../../shared/engine/parts.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import { lookingBack, type PublicSeat, publicView } from '../../shared/engine/public-view.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { fileAll, playedFor, randomPlan } from './random-players.ts';
import {
  act,
  BUREAU,
  eventOf,
  firm,
  firmPlan,
  inRound,
  PKU,
  planning,
  resolved,
  universityPlan,
  withFirms,
  withPacts,
} from './support.ts';

const SHOWN = { settings: { ...planning().settings, showFigure: true } };

test('I6 where figures are shown everybody hears of one once it has stood for two rounds', () => {
  const { history } = resolved(planning()).state;
  expect(publicView({ ...planning(), ...SHOWN, history }).announcedFigure).toBeUndefined();
  expect(publicView({ ...planning(), ...SHOWN, history: [...history, ...history] }).announcedFigure).toBe('3');
});

test('V6 nobody is told during the game what the district has become, and everybody is at its end', () => {
  const { history } = resolved(planning()).state;
  const state = { ...planning(), history: [...history, ...history] };
  const during = publicView(state);
  expect(during.figureHidden).toBe(true);
  expect(JSON.stringify(during)).not.toMatch(/announcedFigure|"figure"/);
  expect(lookingBack(state)).toMatchObject({ announcedFigure: '3', history: [{ figure: { figure: '3' } }, {}] });
  expect(lookingBack(state).figureHidden).toBeUndefined();
  const after = publicView({ ...state, phase: 'ended' });
  expect(after.figureHidden).toBeUndefined();
  expect(after).toMatchObject({ announcedFigure: '3', history: [{ figure: { figure: '3' } }, {}] });
});

const STANDINGS = [0, 5, 10, 18, 30, Number.POSITIVE_INFINITY];

/** Another value in the same public band. */
function sameBand(knowledge: number, nudge: number): number {
  const above = STANDINGS.find((step) => step > knowledge) ?? Number.POSITIVE_INFINITY;
  const below = STANDINGS.filter((step) => step <= knowledge).at(-1) ?? 0;
  const room = Math.min(above, knowledge + 10) - below;
  return below + room * (0.05 + 0.9 * nudge);
}

function otherFirm(held: Firm, nudge: number): Firm {
  return {
    ...held,
    knowledge: sameBand(held.knowledge, nudge),
    cash: held.cash + 100 * nudge,
    loans: nudge > 0.5 ? [] : [{ owed: 5, instalmentsLeft: 2 }],
    ventureDue: 20 * nudge,
  };
}

/** The same district with other secrets for everyone but `seat`; public facts are unchanged. */
function otherSecrets(state: DistrictState, seat: number, nudge: number, luck: number): DistrictState {
  const count = state.actors.length;
  const others = <T>(list: readonly T[], change: (item: T, index: number) => T) =>
    list.map((item, index) => (index === seat ? item : change(item, index)));
  const shared = state.flows?.shared.map((points, index) => {
    const from = Math.floor(index / count);
    const to = index % count;
    if (from === seat || to === seat || points === 0) return points;
    return points >= 0.5 ? 0.5 + 5 * nudge : 0.49 * nudge;
  });
  const flows =
    state.flows === undefined || shared === undefined
      ? undefined
      : ({
          ...Object.fromEntries(
            Object.entries(state.flows).map(([name, list]) => [name, others<number>(list, (value) => value + nudge)]),
          ),
          shared,
        } as unknown as RoundFlows);
  return {
    ...state,
    firms: others(state.firms, (held) => (held.knowledge > 0 ? otherFirm(held, nudge) : held)),
    trust: state.trust.map((value, index) => (Math.floor(index / count) === seat ? value : value * nudge)),
    earned: others(state.earned, (value) => value + nudge),
    plans: others(state.plans, (filed, index) =>
      filed === undefined ? filed : { ...filed, plan: randomPlan(state, index, luck) },
    ),
    lastPlans: others(state.lastPlans, (plan) => plan && otherPlan(plan, nudge)),
    talk: state.talk.map((line) =>
      line.to === undefined || line.to === seat || line.from === seat ? line : { ...line, text: 'another secret' },
    ),
    offers: state.offers.filter(({ from, to }) => from === seat || to === seat),
    history: state.history.map((round) => ({
      ...round,
      scores: others(round.scores, (score) => score - nudge),
      incomeBySeat: others(round.incomeBySeat, (income) => income + nudge),
    })),
    lastRound: state.lastRound.filter(
      (event) =>
        !('firm' in event) ||
        event.firm === seat ||
        PUBLIC.has(event.type) ||
        (seat >= BUREAU && OF_THE_FUND.has(event.type)),
    ),
    ...(flows === undefined ? {} : { flows }),
  };
}
/** Whether a university holds its spin-offs is public; the points are not. */
function otherPlan(plan: Plan, nudge: number): Plan {
  if (plan.kind !== 'university') return firmPlan(6, 0);
  const shelter = plan.shelter > 1 ? 1.01 + 4.9 * nudge : nudge;
  return universityPlan({ shelter, publish: 6 - shelter });
}
/** Events of the fund that the two offices are told. */
const OF_THE_FUND = new Set(['VentureGranted', 'VentureRefused']);
/** Public events with a `firm`. */
const PUBLIC = new Set(['FirmAbsorbed', 'FirmFailed', 'FirmRescued', 'ForeignPartnerJoined']);

const moment = fc.record({
  seed: fc.integer({ min: 0, max: 99_999 }),
  rounds: fc.integer({ min: 0, max: 9 }),
  seat: fc.integer({ min: 0, max: 11 }),
  nudge: fc.double({ min: 0, max: 1, noNaN: true }),
});

function gossiped(state: DistrictState): DistrictState {
  let next = state;
  for (const from of [0, 3, 5, 8]) {
    next = act(next, { type: 'say', text: `secret of ${from}`, to: (from + 1) % 12 }, { seat: from }).state;
  }
  for (const [from, to] of [
    [0, 1],
    [2, 5],
    [6, 8],
  ] as const) {
    const open = viewFor(next, from).legal.pactWishes[to]?.refused === undefined;
    if (open) next = act(next, { type: 'makeOffer', kind: 'pact', to }, { seat: from }).state;
  }
  return next;
}

describe('V3 a view leaks nothing', () => {
  test('of another’s cash, debts, knowledge, trust, plan, shares with third parties, talk and offers', () => {
    let differing = 0;
    fc.assert(
      fc.property(moment, ({ seed, rounds, seat, nudge }) => {
        const start = playedFor(rounds, seed, { seed });
        const filed = fileAll(
          gossiped(start),
          seed,
          start.actors.map((actor) => actor.seat),
          0.3,
        );
        const reveal = act(filed, { type: 'advancePhase' }).state;
        for (const state of [start, filed, reveal]) {
          const other = otherSecrets(state, seat, nudge, seed + 1);
          expect(viewFor(other, seat)).toEqual(viewFor(state, seat));
          const someone = (seat + 1) % 8;
          if (JSON.stringify(viewFor(other, someone)) !== JSON.stringify(viewFor(state, someone))) differing++;
        }
      }),
      { numRuns: 80 },
    );
    expect(differing).toBeGreaterThan(200);
  });

  test('by words: no other seat’s number is in the text of a view', () => {
    const marked = withFirms(planning(), { 3: { cash: 4321.125, knowledge: 8765.375 } });
    for (const seat of [0, 1, 2, 8, 10]) expect(JSON.stringify(viewFor(marked, seat))).not.toMatch(/4321\.|8765\./);
    expect(JSON.stringify(viewFor(marked, 3))).toMatch(/4321\.125/);
  });

  test('V1 the projector’s view is the public part, the same for all', () => {
    const state = playedFor(3, 7);
    expect(viewFor(state, 0).public).toBe(publicView(state));
    expect(viewFor(state, 11).public).toBe(publicView(state));
  });
});

describe('V1 what everybody sees', () => {
  test('which spin-offs their university holds by shelter, once the round is resolved and no sooner', () => {
    const held = (state: DistrictState) =>
      publicView(state)
        .seats.filter((seat) => seat.held)
        .map(({ seat }) => seat);
    const before = planning();
    const spinOffs = before.actors.filter(({ parent }) => parent === PKU).map(({ seat }) => seat);
    const plan = universityPlan({ shelter: 2, publish: 4 });
    expect(held(act(before, { type: 'filePlan', plan }, { seat: PKU }).state)).toEqual([]);
    expect(held(resolved(before, { [PKU]: plan }).state)).toEqual(spinOffs);
    expect(held(resolved(before, { [PKU]: universityPlan({ shelter: 1, publish: 5 }) }).state)).toEqual([]);
  });

  test('a price is between buyer and seller', () => {
    const plans = {
      0: firmPlan(6, 0, [], { kind: 'buy', sellers: [3] }),
      3: firmPlan(6, 0, [], { kind: 'sell', buyer: 0 }),
    };
    const { state } = resolved(planning(), plans);
    const sold = publicView(state).happenings.find(({ type }) => type === 'FirmSold');
    expect(sold).toEqual({ type: 'FirmSold', seller: 3, buyer: 0 });
    const own = (seat: number) => viewFor(state, seat).result?.happenings.map(({ type }) => type);
    expect(own(3)).toContain('FirmSold');
    expect(own(1)).not.toContain('FirmSold');
  });

  test('V2 offices hear who asked the fund and who got it, and nobody else does', () => {
    const { state, events } = resolved(planning(), { 0: firmPlan(6, 0, [], { kind: 'venture' }) });
    const granted = events.some(({ type }) => type === 'VentureGranted');
    expect(viewFor(state, BUREAU).result?.askedTheFund).toEqual([{ firm: 0, granted }]);
    expect(viewFor(state, BUREAU).result?.happenings).toEqual([]);
    expect(viewFor(state, 1).result).not.toHaveProperty('askedTheFund');
    expect(viewFor(resolved(planning()).state, BUREAU).result?.askedTheFund).toEqual([]);
  });

  test('loans and investors are nobody else’s business', () => {
    const { state } = resolved(planning(), { 0: firmPlan(6, 0, [], { kind: 'loan' }) });
    expect(publicView(state).happenings.map(({ type }) => type)).toEqual(['PolicyMade']);
    expect(viewFor(state, 0).result?.happenings.map(({ type }) => type)).toEqual(['LoanTaken']);
  });

  test('trees, standing and disarray', () => {
    const state = withFirms(planning(), { 1: { owner: 0, forced: true }, 2: { knowledge: 18, disarray: 1 } });
    const seat = (index: number): PublicSeat | undefined => publicView(state).seats[index];
    expect(seat(1)).toMatchObject({ owner: 0, head: 0, treeSize: 2, forced: true, standing: 1 });
    expect(seat(2)).toMatchObject({ head: 2, treeSize: 1, inDisarray: true, standing: 4 });
  });

  test('a firm looks one step larger from 5, 10, 18 and 30 of knowledge on', () => {
    const standing = (knowledge: number) => publicView(withFirms(planning(), { 2: { knowledge } })).seats[2]?.standing;
    expect([0, 5, 10, 18, 30].map(standing)).toEqual([1, 2, 3, 4, 5]);
    expect([4.99, 9.99, 17.99, 29.99].map(standing)).toEqual([1, 2, 3, 4]);
  });

  test('who is ready, without the plan', () => {
    const filed = act(planning(), { type: 'filePlan', plan: firmPlan(3, 3) }, { seat: 0 }).state;
    expect(
      publicView(filed)
        .seats.map(({ ready }) => ready)
        .indexOf(true),
    ).toBe(0);
    expect(viewFor(filed, 0).plan).toEqual(firmPlan(3, 3));
    expect(viewFor(filed, 1).plan).toBeUndefined();
  });

  test('that points in the fund buy nothing, where they do not', () => {
    expect(publicView(planning()).fundOff).toBeUndefined();
    expect(publicView(planning({ parameters: { fundPerPoint: 0 } })).fundOff).toBe(true);
  });

  test('the shock is known when it comes, and not before', () => {
    expect(publicView(inRound(planning(), 7)).shocked).toBe(false);
    expect(publicView(inRound(planning(), 8)).shocked).toBe(true);
  });

  test('final scores at the end alone', () => {
    let state = planning({ parameters: { rounds: 1 } });
    expect(publicView(state).seats[0]).not.toHaveProperty('finalScore');
    state = act(act(state, { type: 'advancePhase' }).state, { type: 'advancePhase' }).state;
    expect(state.phase).toBe('ended');
    expect(publicView(state).seats[0]?.finalScore).toBe(viewFor(state, 0).score);
  });

  test('V4 a pact is put to the test in the round after it was made, or kept at once', () => {
    const sharing = (to: number, points: number) => firmPlan(6 - points, 0, [{ to, points }]);
    const old = resolved(withPacts(planning(), [0, 1], [2, 3]), {
      0: sharing(1, 0.5),
      1: sharing(0, 0.5),
      2: sharing(3, 1),
    });
    expect(publicView(old.state).pacts.map(({ kept }) => kept)).toEqual([true, false]);
    const wishing = (to: number, points: number) =>
      firmPlan(6 - points, 0, points === 0 ? [] : [{ to, points }], { kind: 'cooperate', wishes: [to], breaks: [] });
    const young = resolved(planning(), { 0: wishing(1, 1), 1: wishing(0, 1), 2: wishing(3, 1), 3: wishing(2, 0) });
    expect(publicView(young.state).pacts.map(({ kept }) => kept)).toEqual([true, undefined]);
  });
});

describe('V2 what a seat sees of itself', () => {
  test('books, quotes and fit', () => {
    const state = withPacts(planning(), [0, 1]);
    const view = viewFor(state, 0);
    expect(view.books).toMatchObject({ cash: 12, knowledge: 4 });
    expect(view.quotes).toEqual({ margin: 1.7, marginAsLast: 1.7, ownPrice: 4.2 });
    expect(view.score).toBe(14);
    expect(view.legal.partners).toEqual([1]);
    expect(view.fit[0]).toBe(0);
    expect(view.fit[BUREAU]).toBe(0);
    expect(Math.max(...view.fit)).toBeLessThanOrEqual(1);
    expect(view.budget).toBe(6);
  });

  test('its result, part by part, and the score before it', () => {
    const { state, events } = resolved(planning(), { 0: firmPlan(3, 3) });
    const { result } = viewFor(state, 0);
    const settled = eventOf(events, 'AccountsSettled');
    expect(result).toMatchObject({ round: 1, by: 'human', plan: firmPlan(3, 3), scoreBefore: 14, tax: settled.tax[0] });
    if (result === undefined) throw new Error('no result');
    const { product, trade, tax, upkeep, debtService, investorFees, tribute, pactCosts } = result;
    const cash = 12 + product + trade - tax - upkeep - debtService - investorFees + tribute - pactCosts;
    expect(firm(state, 0).cash).toBeCloseTo(cash, 12);
    const { fromResearch, fromPacts, fromCommons, fromShelter, knowledgeGained } = result;
    expect(fromResearch + fromPacts + fromCommons + fromShelter).toBeCloseTo(knowledgeGained, 12);
    expect(result.score).toBeCloseTo(viewFor(state, 0).score, 12);
  });

  test('results last until the next round is resolved', () => {
    let state = act(planning(), { type: 'advancePhase' }).state;
    for (let phase = 0; phase < 2; phase++) state = act(state, { type: 'advancePhase' }).state;
    expect(state.phase).toBe('plan');
    expect(viewFor(state, 0).result?.round).toBe(1);
    expect(viewFor(state, 0).plan).toBeUndefined();
    expect(publicView(state).happenings[0]?.type).toBe('PolicyMade');
  });
});
