/** What every bot plans at the same moments of real games: a changed policy shows here. */
import { describe, test } from 'vitest';
import { botRandom, POLICIES, policyFor } from '../../shared/bots/index.ts';
import { botAnswers, botOffers, botPromises } from '../../shared/bots/offers.ts';
import { signed } from '../../shared/bots/signing.ts';
import type { ActorKind } from '../../shared/engine/actors.ts';
import type { Offer } from '../../shared/engine/parts.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { playedFor } from '../engine/random-players.ts';
import { goldenStates } from '../support/golden.ts';
import { expectTold, told } from '../support/told.ts';

const MOMENTS: readonly (readonly [name: string, states: readonly DistrictState[]])[] = [
  ['street', goldenStates('rules-3/street', 'plan', [1, 2, 5, 8, 11])],
  ['merger', goldenStates('rules-3/merger', 'plan', [3, 8])],
  ['by chance', [playedFor(3, 5, { seed: 11 }), playedFor(7, 6, { seed: 12 }), playedFor(10, 7, { seed: 13 })]],
];

function planOf(state: DistrictState, seat: number, policy: string): Plan {
  const bot = policyFor(policy);
  if (bot === undefined) throw new Error(`no bot is called ${policy}`);
  return bot(viewFor(state, seat), botRandom(state.seed, seat));
}

/** Seats by plan. */
function plansOf(state: DistrictState, kind: ActorKind, policy: string): Readonly<Record<string, string>> {
  const seatsBy: Record<string, string> = {};
  for (const { seat } of state.actors.filter((actor) => actor.kind === kind)) {
    const { kind: _, ...plan } = planOf(state, seat, policy);
    const text = told(plan).replaceAll(/\s*\n\s*/g, ' ');
    seatsBy[text] = `${seatsBy[text] ?? ''} ${seat}`;
  }
  return Object.fromEntries(Object.entries(seatsBy).map(([plan, seats]) => [`seats${seats}`, plan]));
}

describe.each(MOMENTS)('in games of %s', (name, states) => {
  test.each(['firm', 'university', 'bureau', 'commission'] as const)(
    'each policy of a %s plans as it did',
    async (kind) => {
      await expectTold(
        `bots/${name.replace(' ', '-')}-${kind}`,
        POLICIES[kind].map((policy) => ({
          policy,
          years: states.map((state) => ({ round: state.round, ...plansOf(state, kind, policy) })),
        })),
      );
    },
  );
});

describe('to people', () => {
  /** People in all seats, and an offer of every kind from each neighbour. */
  function amongPeople(state: DistrictState, seat: number) {
    const view = viewFor({ ...state, seats: state.seats.map((one) => ({ ...one, control: 'human' as const })) }, seat);
    const kinds = ['pact', 'buy', 'sell', 'share'] as const;
    const offers = kinds.flatMap((kind, place): readonly Offer[] =>
      [0, 2, 5].map((from) => ({ id: place * 10 + from, kind, from, to: seat, status: 'open' as const })),
    );
    return {
      view,
      asked: { ...view, offers },
      agreed: { ...view, offers: offers.map((offer) => ({ ...offer, status: 'accepted' as const })) },
    };
  }

  test('bots offer, promise, answer and sign as they did', async () => {
    const lines = MOMENTS.flatMap(([name, states]) =>
      states.flatMap((state) =>
        [1, 3, 6, 8].flatMap((seat) => {
          const kind = state.actors[seat]?.kind ?? 'firm';
          const { view, asked, agreed } = amongPeople(state, seat);
          const policies = kind === 'firm' ? ['cooperate', 'opportunist', 'merger', 'tit-for-tat'] : ['open'];
          return policies.map((policy) => {
            const plan = planOf(state, seat, policy);
            return {
              who: `${name} ${state.round}, seat ${seat} as ${policy}`,
              offers: botOffers(view, plan).map((offer) => Object.values(offer).slice(1)),
              promises: botPromises(view, plan, policy).map((offer) => Object.values(offer).slice(1)),
              answers: botAnswers(asked, plan).map(({ offer, accept }) => (accept ? offer : -offer)),
              signed: signed(agreed, plan, policy),
            };
          });
        }),
      ),
    );
    await expectTold('bots/to-people', lines);
  });
});
