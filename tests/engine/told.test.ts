/** Games, views and look-aheads in full precision. Other tests say why a rule is right; this one notices any change. */
import { describe, expect, test } from 'vitest';
import { OUTLOOKS } from '../../shared/engine/assumptions.ts';
import { stateHash } from '../../shared/engine/hash.ts';
import { lookAhead } from '../../shared/engine/look-ahead.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { goldenStates } from '../support/golden.ts';
import { expectTold, told } from '../support/told.ts';
import { playedFor } from './random-players.ts';
import { type Stormed, stormed } from './storm.ts';

test('random games are unchanged, year by year', async () => {
  const games = [1, 2, 3, 4, 5, 6].map((luck) => {
    const years = Array.from({ length: 11 }, (_, place) => {
      const state = playedFor(place + 1, luck, { seed: luck + 20 });
      const last = state.history.at(-1);
      return {
        income: last?.income,
        innovation: last?.innovation,
        ...last?.figure,
        hash: stateHash(state).slice(0, 8),
      };
    });
    const { history } = playedFor(11, luck, { seed: luck + 20 });
    return { luck, years, scores: history.at(-1)?.scores };
  });
  await expectTold('engine/by-chance', games);
});

describe('a desk and a street that try everything', () => {
  function outcome({ command, answer, before }: Stormed['tried'][number]): string {
    const who = command.seat === undefined ? command.by : `${command.by} ${command.seat}`;
    const { type, ...asked } = command.action;
    const what = 'plan' in asked ? '' : told(asked).replaceAll(/x{9,}/g, (long) => `x × ${long.length}`);
    const came = isRefusal(answer)
      ? `no, ${told(answer)}`
      : answer.events.map((event) => `${event.type}${'deadline' in event ? ` ${event.deadline}` : ''}`).join(' ');
    return `${before.phase} ${before.round}, ${who}: ${type} ${what} → ${came}`;
  }

  test.each([1, 2, 3])('are unchanged with luck %d', async (luck) => {
    const { tried, state } = stormed(luck, 400);
    await expectTold(`engine/storm-${luck}`, [...tried.map(outcome), { seats: state.seats, hash: stateHash(state) }]);
  });

  test('meet every rule that can refuse them, but for those that need a page', () => {
    const met = [1, 2, 3].flatMap((luck) =>
      stormed(luck, 400).tried.flatMap(({ answer }) => (isRefusal(answer) ? [answer.refused] : [])),
    );
    expect([...new Set(met)].toSorted()).toMatchInlineSnapshot(`
      [
        "faltered-already",
        "game-over",
        "merge-not-a-firm",
        "no-clock",
        "not-paused",
        "nothing-to-undo",
        "offer-unknown",
        "pact-with-government",
        "paused",
        "plea-unfit",
        "points-negative",
        "points-not-numbers",
        "seat-free",
        "seat-taken",
        "sentences-only",
        "share-with-stranger",
        "talk-empty",
        "talk-off",
        "talk-too-long",
        "times-out-of-range",
        "too-late",
        "unknown-seat",
        "wrong-phase",
      ]
    `);
  });
});

type Option = { readonly seat: number; readonly refused?: string };

/** Seats that may, and those that may not with the reason. */
function grouped(options: readonly Option[]): Readonly<Record<string, readonly number[]>> {
  const by: Record<string, number[]> = {};
  for (const { seat, refused = 'may' } of options) by[refused] = [...(by[refused] ?? []), seat];
  return by;
}

function ownView(state: DistrictState, seat: number): unknown {
  const { public: _, legal, ...own } = viewFor(state, seat);
  const { pactWishes, buy, sell, list, ...rest } = legal;
  const options = { pactWishes: grouped(pactWishes), buy: grouped(buy), sell: grouped(sell), list: grouped(list) };
  return { ...own, legal: { ...options, ...rest } };
}

function shown(state: DistrictState | undefined): unknown {
  if (state === undefined) return 'nothing';
  const seats = state.actors.map(({ seat }) => seat);
  return {
    phase: `${state.phase} ${state.round}`,
    public: viewFor(state, 0).public,
    own: seats.map((seat) => ownView(state, seat)),
  };
}

describe('views', () => {
  test.each([
    ['rules-3/street', [1, 9], [1, 6]],
    ['rules-3/merger', [4], [5, 9]],
    ['rules-3/mixed', [2], [3]],
    ['rules-2/merger', [9], []],
    ['rules-1/mixed', [4], [12]],
  ] as const)('of %s are unchanged', async (game, plans, reveals) => {
    const states = [...goldenStates(game, 'plan', plans), ...goldenStates(game, 'reveal', reveals)];
    await expectTold(`engine/views-${game.replace('/', '-')}`, states.map(shown));
  });

  test('of random districts are unchanged', async () => {
    await expectTold(
      'engine/views-by-chance',
      [playedFor(5, 31, { seed: 3 }), playedFor(11, 32, { seed: 4 })].map(shown),
    );
  });
});

describe('the years ahead', () => {
  test.each([
    ['rules-3/street', [1, 4, 8, 11]],
    ['rules-3/merger', [3, 6]],
  ] as const)('of %s have an unchanged forecast', async (game, rounds) => {
    const lines = goldenStates(game, 'plan', rounds).flatMap((state) =>
      state.actors.map(({ seat }) => {
        const plan = state.plans[seat]?.plan;
        if (plan === undefined) throw new Error('every plan is on file');
        const view = viewFor(state, seat);
        const promised = Object.fromEntries(view.legal.partners.map((partner, place) => [partner, 1 + place]));
        const ahead = OUTLOOKS.map((outlook) => ({
          outlook,
          years: lookAhead({ view, plan, numbersIn: () => state.parameters, promised, outlook, years: 3 }).map((year) =>
            Object.values(year),
          ),
        }));
        return { round: state.round, seat, ahead };
      }),
    );
    await expectTold(`engine/ahead-${game.replace('/', '-')}`, lines);
  });
});
