/** What a page computes for a seat from its view over whole recorded games, in full precision. */
import { beforeAll, describe, expect, test } from 'vitest';
import { dealingsWith, rememberDealings, saidBefore } from '../../client/state/dealings.ts';
import {
  dealProblem,
  decided,
  draftOf,
  firstDraft,
  mostOn,
  place,
  placed,
  placeOrMove,
  planOf,
  pointsLeft,
  sameAsLastYear,
  samePlan,
  shareTargets,
  under,
  usesOf,
  withAccepted,
} from '../../client/state/draft.ts';
import { forecast } from '../../client/state/forecast.ts';
import { numbersOf, yearlyNumbers } from '../../client/state/game-parameters.ts';
import {
  language,
  list,
  num,
  passage,
  percent,
  plainList,
  setLanguage,
  short,
  signed,
} from '../../client/state/language.ts';
import { leavingBrings } from '../../client/state/leaving.ts';
import { liveIn } from '../../client/state/live.ts';
import { effectsOf, instead, movedBy, movedBySeals, officeForecast } from '../../client/state/office-forecast.ts';
import { isFull, pactDoubt, pactPlaces } from '../../client/state/pact-places.ts';
import { priceRange } from '../../client/state/price.ts';
import { isLoner, rememberRefusers } from '../../client/state/refusers.ts';
import { NO_SEALS_MOVED, rememberSeals, sealsMoved } from '../../client/state/seals.ts';
import { rememberTrust, trustBefore, trustIn } from '../../client/state/trust.ts';
import { POLICY_INSTRUMENTS } from '../../shared/engine/plans.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { goldenStates } from '../support/golden.ts';
import { expectTold } from '../support/told.ts';

const ROUNDS = Array.from({ length: 12 }, (_, before) => before + 1);

function filedIn(state: DistrictState, seat: number) {
  const plan = state.plans[seat]?.plan;
  if (plan === undefined) throw new Error('every plan is on file');
  return plan;
}

describe('forecasts', () => {
  test.each([
    ['rules-3/street', [1, 3, 7, 9, 11, 12]],
    ['rules-3/merger', [2, 5, 10]],
    ['rules-1/mixed', [4]],
  ] as const)('in %s are what they were', async (game, rounds) => {
    const lines = goldenStates(game, 'plan', rounds).flatMap((state) =>
      state.actors.map(({ seat }) => {
        const view = viewFor(state, seat);
        const plan = filedIn(state, seat);
        const numbersIn = yearlyNumbers(view.public);
        if (numbersIn === undefined) throw new Error('the numbers are known');
        const office =
          plan.kind === 'government'
            ? {
                office: officeForecast(view, plan),
                moved: POLICY_INSTRUMENTS.map((use) => movedBy(view, plan, use)),
                seal: movedBySeals(view, plan, [1]).get(1),
              }
            : {};
        return {
          round: state.round,
          seat,
          ...forecast(draftOf(plan), view, numbersIn, { 2: 1.5 }),
          ...office,
          effects: effectsOf(view, plan.kind === 'government' ? (plan.list ?? []) : []),
        };
      }),
    );
    await expectTold(`client/forecast-${game.replace('/', '-')}`, lines);
  });
});

describe('drafts', () => {
  function worked(state: DistrictState, seat: number) {
    const view = viewFor(state, seat);
    const plan = filedIn(state, seat);
    const draft = draftOf(plan);
    expect(samePlan(planOf(draft, view), plan)).toBe(true);
    const fresh = firstDraft(view);
    const last = sameAsLastYear(fresh, view);
    const uses = usesOf(draft.kind);
    const [one = 'trade'] = uses;
    const deals = (['cooperate', 'merge', 'capital', 'leave'] as const).map((verb) => {
      const choice = { capital: 'venture', sellers: [3], breaks: view.legal.partners.slice(0, 1) } as const;
      const next = decided(draft, verb, choice);
      return [verb, under(draft, verb).verb, next.verb, planOf(next, view), dealProblem(next, view)];
    });
    return {
      round: state.round,
      seat,
      fresh: [placed(fresh, view), pointsLeft(fresh, view), shareTargets(fresh, view)],
      last: last === undefined ? 'none' : [placed(last, view), pointsLeft(last, view), planOf(last, view)],
      targets: shareTargets(draft, view),
      most: [...uses, ...shareTargets(draft, view)].map((on) => [on, mostOn(draft, view, on)]),
      placed: [0, 0.5, 2, 9].map((points) => placed(place(fresh, view, one, points), view)),
      moved: [0.5, 3, 9].map((points) => {
        const { draft: next, from } = placeOrMove(draft, view, one, points);
        return [from ?? '-', next.uses];
      }),
      // Leaves some points unplaced: those are used first.
      fromRest: [1, 4, 5, 9].map((points) => {
        const [, two = one] = uses;
        const { draft: next, from } = placeOrMove(place(fresh, view, one, 2), view, two, points);
        return [from ?? '-', next.uses];
      }),
      deals: draft.kind === 'firm' ? deals : [],
      accepted: (['pact', 'buy', 'sell', 'share'] as const).map((kind) =>
        planOf(withAccepted(fresh, view, { kind, from: 2 }, 1), view),
      ),
      places: pactPlaces(draft, view),
      doubts: state.actors.map((other) => pactDoubt(draft, view, other.seat) ?? '-'),
    };
  }

  test.each([
    ['rules-3/street', [2, 8]],
    ['rules-3/mixed', [3]],
  ] as const)('in %s can do what they could', async (game, rounds) => {
    const lines = goldenStates(game, 'plan', rounds).flatMap((state) =>
      state.actors.filter(({ seat }) => state.plans[seat] !== undefined).map(({ seat }) => worked(state, seat)),
    );
    await expectTold(`client/draft-${game.replace('/', '-')}`, lines);
  });
});

describe('what a page remembers of a whole game', () => {
  test.each([1, 6, 8, 11])('is what it was, in seat %d', async (seat) => {
    const seen: SeatView[] = ROUNDS.flatMap((round) =>
      (['news', 'plan', 'reveal'] as const).flatMap((phase) =>
        goldenStates('rules-3/street', phase, [round]).map((state) => viewFor(state, seat)),
      ),
    );
    const years = seen.flatMap((view) => {
      const table = `district seat ${seat}`;
      for (const remember of [rememberTrust, rememberDealings, rememberSeals, rememberRefusers]) remember(table, view);
      const { phase, round, seats } = view.public;
      if (phase === 'news') return [];
      const others = seats.map((other) => other.seat);
      return [
        {
          when: `${phase} ${round}`,
          trusted: others.map((other) => trustIn(view.public, other) ?? '-'),
          before: others.map((other) => trustIn(view.public, other, 'before') ?? '-'),
          ownBefore: trustBefore(round),
          dealings: others.map((other) => dealingsWith(view, other, 3).map((dealing) => Object.values(dealing))),
          said: others.map((other) => saidBefore(view, other, seat) ?? '-'),
          loners: others.filter((other) => isLoner(view.public, other)),
          seals: sealsMoved(view.public) ?? NO_SEALS_MOVED,
        },
      ];
    });
    await expectTold(`client/remembered-${seat}`, years);
  });
});

test('numbers are known from a view as they were, and what each year changes in them', async () => {
  const known = goldenStates('rules-3/street', 'plan', ROUNDS).map((state) => ({
    ...numbersOf(viewFor(state, 0).public),
  }));
  const [first] = known;
  const changed = known.map((numbers, place) => {
    const before = new Map(Object.entries(known[place - 1] ?? numbers));
    return Object.entries(numbers).filter(([name, value]) => before.get(name) !== value);
  });
  await expectTold('client/numbers', { first, changed });
});

test('a view updates the live facts and keeps who is online', () => {
  const [state] = goldenStates('rules-3/street', 'plan', [3]);
  if (state === undefined) throw new Error('the year was played');
  const shown = viewFor(state, 0).public;
  const fresh = liveIn(shown, undefined);
  expect(fresh).toMatchObject({ phase: 'plan', round: 3, storeAway: false, held: false });
  expect(fresh.seats[4]).toEqual({ control: 'bot', ready: true, online: true });
  const away = {
    ...fresh,
    storeAway: true,
    held: true,
    seats: fresh.seats.map((seat) => ({ ...seat, online: false })),
  };
  expect(liveIn(shown, away)).toMatchObject({ storeAway: true, held: true });
  expect(liveIn(shown, away).seats[4]?.online).toBe(false);
  expect(liveIn(shown, { ...away, round: 2 }).held).toBe(false);
  expect(liveIn(shown, { ...away, phase: 'news' }).held).toBe(false);
});

describe('numbers and rows of names', () => {
  beforeAll(() => setLanguage('en'));

  test('are written as a reader of either language writes them', async () => {
    const values = [0, -0.04, 0.05, 1, -1.25, 12.345, 1234.5, -0.6, 99.96];
    const names = [[], ['Ada'], ['Ada', 'Bo'], ['Ada', 'Bo', 'Chen']];
    const written = [];
    for (const spoken of ['en', 'zh'] as const) {
      await setLanguage(spoken);
      written.push({
        language: language.value,
        num: values.map((value) => num(value)),
        whole: values.map((value) => num(value, 0)),
        short: values.map((value) => short(value)),
        hundredths: values.map((value) => short(value, 2)),
        signed: values.map((value) => signed(value)),
        percent: values.map((value) => percent(value / 10)),
        lists: names.map(list),
        plain: names.map(plainList),
        passages: names.map(passage),
      });
    }
    await setLanguage('en');
    await expectTold('client/written', written);
  });
});

test('prices, places for pacts, what leaving brings and what an office could have done are what they were', async () => {
  const lines = (['rules-3/merger', 'rules-3/street'] as const).flatMap((game) =>
    goldenStates(game, 'plan', [2, 8, 12]).map((state) => {
      const seats = state.actors.map(({ seat }) => seat);
      const views = seats.map((seat) => viewFor(state, seat));
      return {
        game,
        round: state.round,
        prices: views.slice(0, 1).flatMap((view) => seats.map((seat) => priceRange(view.public, seat) ?? '-')),
        full: views.slice(0, 1).flatMap((view) => seats.filter((seat) => isFull(view, seat))),
        leaving: views.slice(0, 4).flatMap((view) => {
          const brings = view.budget > 0 ? leavingBrings(draftOf(filedIn(state, view.seat)), view) : undefined;
          return brings === undefined ? [] : [{ seat: view.seat, ...brings }];
        }),
        instead: views.flatMap((view) => {
          const plan = filedIn(state, view.seat);
          return plan.kind === 'firm' ? [] : [{ seat: view.seat, instead: instead(view, plan) }];
        }),
      };
    }),
  );
  await expectTold('client/elsewhere', lines);
});
