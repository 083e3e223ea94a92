/** Which pacts decided a figure, and which were dead, in games with a single decisive pact. */
import { describe, expect, test } from 'vitest';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { DEAD_ROUNDS, deadPacts, decidingPacts } from '../../shared/debrief/deciding-pacts.ts';
import { exchangesIn } from '../../shared/debrief/pacts.ts';
import { tiesOf } from '../../shared/debrief/ties.ts';
import { figureOf } from '../../shared/engine/figures.ts';
import { NO_DEAL } from '../../shared/engine/plans.ts';
import { partnersOf } from '../../shared/engine/queries.ts';
import type { Force } from '../../shared/simulation/match.ts';
import { recorded } from './districts.ts';

type Pair = readonly [number, number];
/** Five pacts from round 1 on, and a sixth later: the bound of Figure 4 for eight firms and two universities. */
const FIVE: readonly Pair[] = [
  [0, 1],
  [2, 3],
  [4, 5],
  [6, 7],
  [0, 2],
];
const SIXTH: Pair = [1, 3];

/** Firms that make and keep exactly these pacts, and break the sixth in a given round. */
function keeping(madeIn: number, brokenIn = Number.POSITIVE_INFINITY): Force {
  return (seat, round, own) => {
    if (seat > 7) return own();
    const partners = (pairs: readonly Pair[]) => pairs.flatMap(([a, b]) => (a === seat ? [b] : b === seat ? [a] : []));
    const sixth = round >= madeIn && round < brokenIn ? partners([SIXTH]) : [];
    const standing = [...partners(FIVE), ...sixth];
    const wishes = [...(round === 1 ? partners(FIVE) : []), ...(round === madeIn ? sixth : [])];
    const breaks = round === brokenIn ? partners([SIXTH]).filter((other) => other > seat) : [];
    return {
      kind: 'firm',
      trade: 6 - standing.length,
      research: 0,
      shares: standing.map((to) => ({ to, points: 1 })),
      deal: { kind: 'cooperate', wishes, breaks },
    };
  };
}

describe('the pact that decided it', () => {
  test('is the sixth, in the round it was first kept', () => {
    const chronicle = chronicleOf(recorded({ firms: ['solo'], force: keeping(5) }));
    expect(chronicle.final.history.map(({ figure }) => figure.figure).join('')).toBe('333344444444');
    const [deciding, ...more] = decidingPacts(chronicle);
    expect(more).toEqual([]);
    expect(deciding).toMatchObject({ round: 5, from: '3', to: '4', keptBefore: 5, kept: 6, gained: true, each: true });
    expect(deciding?.pacts.map(({ a, b }) => [a, b])).toEqual([SIXTH]);
  });

  test('is also the one that was broken', () => {
    const chronicle = chronicleOf(recorded({ firms: ['solo'], force: keeping(3, 8) }));
    const broken = decidingPacts(chronicle).at(-1);
    expect(broken).toMatchObject({ round: 8, from: '4', to: '3', keptBefore: 6, kept: 5, gained: false, each: true });
    expect(broken?.pacts.map(({ a, b }) => [a, b])).toEqual([SIXTH]);
  });

  test('is told of a figure that lasts, and of none that stands for a round', () => {
    const chronicle = chronicleOf(recorded({ firms: ['solo'], force: keeping(5, 6) }));
    expect(chronicle.final.history.map(({ figure }) => figure.figure).join('')).toBe('333343333333');
    expect(decidingPacts(chronicle)).toEqual([]);
  });

  test('may be many at once, none of which would have been enough', () => {
    const [deciding] = decidingPacts(chronicleOf(recorded({ firms: ['cooperate'] })));
    expect(deciding).toMatchObject({ round: 2, from: '3', to: '4', gained: true, each: false });
    expect(deciding?.pacts.length).toBe(deciding?.kept);
  });

  describe('stood already and was kept at last', () => {
    /** Five pacts kept from round 1 on, and others made in round 2 and kept from round 5 on. */
    const promised = (others: readonly Pair[], reciprocity: number) => {
      const force: Force = (seat, round, own) => {
        if (seat > 7) return own();
        const among = (pairs: readonly Pair[]) => pairs.flatMap(([a, b]) => (a === seat ? [b] : b === seat ? [a] : []));
        const kept = [...among(FIVE), ...(round >= 5 ? among(others) : [])];
        const wishes = round === 1 ? among(FIVE) : round === 2 ? among(others) : [];
        const shares = kept.map((to) => ({ to, points: 1 }));
        return {
          kind: 'firm',
          trade: 6 - kept.length,
          research: 0,
          shares,
          deal: { kind: 'cooperate', wishes, breaks: [] },
        };
      };
      const parameters = { figureStrongHorizontal: 0.1, figureStrongReciprocity: reciprocity };
      return decidingPacts(chronicleOf(recorded({ firms: ['solo'], force, parameters })));
    };

    test('alone: broken again, it would still stand', () => {
      const [deciding] = promised([SIXTH], 0.9);
      expect(deciding).toMatchObject({ round: 5, from: '3', to: '4', gained: true, each: true });
      expect(deciding?.pacts.map(({ a, b }) => [a, b])).toEqual([SIXTH]);
    });

    test('with another, and either would have been enough', () => {
      const [deciding] = promised([SIXTH, [4, 6]], 0.8);
      expect(deciding).toMatchObject({
        round: 5,
        from: '3',
        to: '4',
        keptBefore: 5,
        kept: 7,
        gained: true,
        each: false,
      });
      expect(deciding?.pacts.map(({ a, b }) => [a, b])).toEqual([SIXTH, [4, 6]]);
    });
  });

  test('would, undone, leave the figure as it was', () => {
    const chronicle = chronicleOf(recorded({ firms: ['solo'], force: keeping(5) }));
    const played = chronicle.rounds[4];
    if (played === undefined) throw new Error('the round was not played');
    const ties = tiesOf(played);
    expect(figureOf({ ...ties, kept: ties.kept - 1 }, played.after.parameters).figure).toBe('3');
  });
});

describe('a pact that stood dead', () => {
  test('was not kept in any of its rounds, while one side had no place left', () => {
    const chronicle = chronicleOf(recorded({ firms: ['cooperate', 'opportunist'] }));
    const dead = deadPacts(chronicle);
    expect(dead.length).toBeGreaterThan(0);
    for (const { full, partner, from, to } of dead) {
      expect(to - from + 1).toBeGreaterThanOrEqual(DEAD_ROUNDS);
      for (const played of chronicle.rounds.slice(from - 1, to)) {
        const exchange = exchangesIn(played).find(
          ({ a, b }) => Math.min(full, partner) === a && Math.max(full, partner) === b,
        );
        expect(exchange?.kept).toBe(false);
        expect(partnersOf(played.after.pacts, full).length).toBe(played.after.parameters.pactLimit);
      }
    }
    const lengths = dead.map(({ from, to }) => to - from);
    expect(lengths).toEqual(lengths.toSorted((one, other) => other - one));
  });

  test('fills a firm with a foreign partner, which has a place for it alone', () => {
    const idle: Force = (seat, round, own) => {
      if (seat > 1) return own();
      const wish = { kind: 'cooperate', wishes: [1 - seat], breaks: [] } as const;
      const later = seat === 0 && round === 6 ? ({ kind: 'foreign' } as const) : NO_DEAL;
      return { kind: 'firm', trade: 6, research: 0, shares: [], deal: round === 1 ? wish : later };
    };
    const dead = deadPacts(chronicleOf(recorded({ firms: ['solo'], force: idle })));
    expect(dead).toMatchObject([{ full: 0, partner: 1, from: 6, to: 12, limit: 1 }]);
  });

  test('stands the longest first, and of those that stood as long the earlier', () => {
    const foreign = [6, 0, 3, 0, 8, 0];
    const idle: Force = (seat, round, own) => {
      if (seat > 5) return own();
      const partner = seat % 2 === 0 ? seat + 1 : seat - 1;
      const deals = {
        wish: { kind: 'cooperate', wishes: [partner], breaks: [] },
        break: { kind: 'cooperate', wishes: [], breaks: [partner] },
      } as const;
      const later = foreign[seat] === round ? ({ kind: 'foreign' } as const) : NO_DEAL;
      const deal = round === 1 ? deals.wish : seat === 2 && round === 8 ? deals.break : later;
      return { kind: 'firm', trade: 6, research: 0, shares: [], deal };
    };
    const log = recorded({ firms: ['solo'], force: idle, parameters: { foreignFrom: 1 } });
    expect(deadPacts(chronicleOf(log))).toMatchObject([
      { full: 0, from: 6, to: 12 },
      { full: 2, from: 3, to: 7 },
      { full: 4, from: 8, to: 12 },
    ]);
  });

  test('is nothing of the kind while both could still make another, nor among those who keep their word', () => {
    const two = { pactLimit: 9 };
    expect(deadPacts(chronicleOf(recorded({ firms: ['opportunist'], parameters: two })))).toEqual([]);
    expect(deadPacts(chronicleOf(recorded({ firms: ['cooperate'] })))).toEqual([]);
  });
});
