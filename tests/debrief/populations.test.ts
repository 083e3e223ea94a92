/**
 * The debrief of districts in which all firms have one policy. Each policy lists the turning points that must or may
 * appear; any other is an error. A policy without an entry does not compile.
 */
import { describe, expect, test } from 'vitest';
import { type FirmPolicyName, POLICIES } from '../../shared/bots/index.ts';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import type { TurningKind } from '../../shared/debrief/turning-point.ts';
import { turningPointsOf } from '../../shared/debrief/turning-points.ts';
import type { Figure } from '../../shared/engine/figure-reading.ts';
import { recorded } from './districts.ts';

const SEEDS = [7, 8, 9, 10, 11, 12] as const;

interface Story {
  /** In the order told, with the round; the shock is in round 8 of every game. */
  readonly must: readonly (readonly [kind: TurningKind, round: number, figure?: Figure])[];
  /** Depends on who met whom. A change of figure is listed with its result. */
  readonly may?: readonly (TurningKind | `figureChange to ${Figure}`)[];
}

const NETWORK = ['figureChange', 3, '4'] as const;
/** Belongs to the round before: pacts of the first year are all kept in the second. */
const KEPT = ['decidingPact', 2, '4'] as const;
const TRADE = ['figureChange', 2, '3'] as const;
const HIERARCHY = ['figureChange', 3, '2'] as const;
/** Foreign partners cost pacts, and the network falls apart. */
const WEAKENED = ['figureChange', 7, '3'] as const;
const LET_GO = ['decidingPact', 6, '3'] as const;
const SHOCK = ['shock', 8] as const;

const STORIES: Readonly<Record<FirmPolicyName, Story>> = {
  cooperate: { must: [['firstPact', 1], ['firstTrader', 1], KEPT, NETWORK, SHOCK] },
  'cooperate-with-capital': { must: [['firstPact', 1], ['firstTrader', 1], KEPT, NETWORK, SHOCK] },
  'cooperate-restless': { must: [['firstPact', 1], ['firstTrader', 1], KEPT, NETWORK, SHOCK] },
  'cooperate-with-foreign': {
    must: [
      ['firstPact', 1],
      ['firstTrader', 1],
      KEPT,
      NETWORK,
      ['firstForeign', 6],
      LET_GO,
      ['parting', 7],
      WEAKENED,
      SHOCK,
    ],
  },
  'tit-for-tat': { must: [['firstPact', 1], ['firstTrader', 1], KEPT, NETWORK, SHOCK], may: ['parting'] },
  'tit-for-tat-with-capital': { must: [['firstPact', 1], ['firstTrader', 1], KEPT, NETWORK, SHOCK], may: ['parting'] },
  'tit-for-tat-restless': { must: [['firstPact', 1], ['firstTrader', 1], KEPT, NETWORK, SHOCK], may: ['parting'] },
  'partner-choosing-with-capital': { must: [['firstPact', 1], KEPT, NETWORK, SHOCK] },
  'partner-choosing-restless': { must: [['firstPact', 1], KEPT, NETWORK, SHOCK] },
  'partner-choosing': { must: [['firstPact', 1], KEPT, NETWORK, SHOCK] },
  'survival-first': { must: [['firstPact', 1], KEPT, NETWORK, SHOCK] },
  // Debtors give their partners less, and some less than `keptShare`.
  'survival-first-with-loans': {
    must: [['firstPact', 1], KEPT, ['firstTrader', 3], NETWORK, SHOCK],
    may: ['firstDefection', 'loanSpiral'],
  },
  'survival-first-with-venture': { must: [['firstPact', 1], KEPT, NETWORK, SHOCK] },
  'survival-first-restless': { must: [['firstPact', 1], KEPT, NETWORK, SHOCK] },
  'survival-first-with-foreign': {
    must: [['firstPact', 1], KEPT, NETWORK, ['firstForeign', 6], LET_GO, WEAKENED, SHOCK],
  },
  // Nobody ever gave, so no pact is betrayed.
  opportunist: { must: [['firstPact', 1], ['firstTrader', 1], ['deadPact', 2], TRADE, SHOCK] },
  'opportunist-with-foreign': {
    must: [['firstPact', 1], ['firstTrader', 1], ['deadPact', 2], TRADE, ['firstForeign', 6], SHOCK],
  },
  trader: { must: [['firstTrader', 1], TRADE, SHOCK] },
  'trader-with-loans': { must: [['firstTrader', 1], TRADE, ['loanSpiral', 5], SHOCK] },
  'trader-with-capital': { must: [['firstTrader', 1], TRADE, ['loanSpiral', 5], ['firstForeign', 6], SHOCK] },
  solo: { must: [TRADE, SHOCK] },
  'solo-with-foreign': { must: [TRADE, ['firstForeign', 6], SHOCK] },
  merger: { must: [['firstTrader', 1], ['firstMerger', 1], HIERARCHY, SHOCK] },
  'merger-rd': { must: [['firstMerger', 1], HIERARCHY, SHOCK] },
  // Leaves its trees at the shock, and joins a network late, if at all.
  'merger-until-shock': {
    must: [['firstTrader', 1], ['firstMerger', 1], HIERARCHY, ['firstLeaving', 8], SHOCK, ['figureChange', 9, '3']],
    may: ['firstPact', 'decidingPact', 'figureChange to 4'],
  },
  // Imitators have only each other to copy, and began by sharing.
  imitator: { must: [['firstPact', 1], ['firstTrader', 1], KEPT, NETWORK, SHOCK], may: ['parting'] },
  'best-reply': { must: [['firstTrader', 1], TRADE, SHOCK] },
};

describe.each(POLICIES.firm)('a district of %s', (policy) => {
  const { must, may = [] } = STORIES[policy];

  test.each(SEEDS)('shows what it must and nothing that did not happen, with seed %i', (seed) => {
    const points = turningPointsOf(chronicleOf(recorded({ firms: [policy], seed })));
    const told = points
      .filter(({ kind, figures }) => {
        if (may.includes(kind)) return false;
        return figures === undefined || !may.includes(`figureChange to ${figures.to}`);
      })
      .map(({ kind, round, figures }) => (figures === undefined ? [kind, round] : [kind, round, figures.to]));
    expect(told).toEqual(must);
  });
});

describe('what may happen among survivors with loans', () => {
  test('does: in one game somebody lets a partner down, in another nobody', () => {
    const counts = [3, 4, 5, 6].map(
      (seed) =>
        turningPointsOf(chronicleOf(recorded({ firms: ['survival-first-with-loans'], seed }))).filter(
          ({ kind }) => kind === 'firstDefection',
        ).length,
    );
    expect(new Set(counts)).toEqual(new Set([0, 1]));
  });
});

describe('an office that commands', () => {
  test.each(['cooperate', 'trader', 'merger'] as const)(
    'ends in a hierarchy under it, whatever the firms: %s',
    (firm) => {
      for (const seed of SEEDS) {
        const points = turningPointsOf(chronicleOf(recorded({ firms: [firm], seed, government: 'command' })));
        expect(points.find(({ kind }) => kind === 'firstAbsorption')).toMatchObject({ round: 1 });
        expect(points.findLast(({ kind }) => kind === 'figureChange')).toMatchObject({ figures: { to: '2' } });
      }
    },
  );
});
