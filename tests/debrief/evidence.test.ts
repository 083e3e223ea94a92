/**
 * Series, tables, graph measures, references, findings and cards of whole games; by-hand.test.ts checks a short one by
 * hand.
 */
import { describe, expect, test } from 'vitest';
import { CARD_PHASES, debriefCards } from '../../shared/debrief/cards.ts';
import { type Chronicle, chronicleOf } from '../../shared/debrief/chronicle.ts';
import { findingsOf, QUESTIONS } from '../../shared/debrief/findings.ts';
import { networkIn } from '../../shared/debrief/network.ts';
import { bordersCrossed } from '../../shared/debrief/pacts.ts';
import {
  DIMENSIONS,
  figuresByRound,
  tableOne,
  tableThree,
  tableTwo,
  timesTried,
  uncounted,
} from '../../shared/debrief/paper-tables.ts';
import { REFERENCES, referenceFor } from '../../shared/debrief/references.ts';
import { bandsOf, SHARES, seriesOf } from '../../shared/debrief/series.ts';
import { conditionsApart, treatmentsOf } from '../../shared/debrief/treatments.ts';
import { districtInnovation } from '../../shared/engine/score.ts';
import { recorded } from './districts.ts';

const cooperate = chronicleOf(recorded({ universities: 'open', government: 'enable' }));
const merge = chronicleOf(recorded({ firms: ['merger'], government: 'command' }));
const trade = chronicleOf(recorded({ firms: ['trader-with-loans'] }));
const lastRound = ({ rounds }: Chronicle) => {
  const last = rounds.at(-1);
  if (last === undefined) throw new Error('no rounds');
  return last;
};

describe('series', () => {
  test('one row a round, shares within 0 and 1', () => {
    for (const chronicle of [cooperate, merge, trade]) {
      const rows = seriesOf(chronicle);
      expect(rows.map(({ round }) => round)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
      for (const row of rows)
        for (const share of SHARES) expect(row[share]).toSatisfy((x: number) => x >= 0 && x <= 1.0000001);
    }
  });

  test('four of eight equal firms have half of the income', () => {
    expect(seriesOf(trade)[0]?.topFour).toBeCloseTo(0.5, 1);
    expect(seriesOf(merge).at(-1)?.topFour).toBeGreaterThan(0.95);
  });

  test('bands: the mean with the middle 80 % around it', () => {
    const [first] = bandsOf([cooperate, merge, trade].map(seriesOf), 'tradeShare');
    const values = [cooperate, merge, trade].map((chronicle) => seriesOf(chronicle)[0]?.tradeShare ?? Number.NaN);
    expect(first?.mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / 3, 12);
    expect(first?.low).toBeGreaterThanOrEqual(Math.min(...values));
    expect(first?.high).toBeLessThanOrEqual(Math.max(...values));
  });
});

describe('the paper’s tables', () => {
  const best = districtInnovation(cooperate.final.history);

  test('Table 2: a cooperating district scores as a network, a commanded one as a hierarchy', () => {
    const network = tableTwo(cooperate, best);
    const hierarchy = tableTwo(merge, best);
    for (const dimension of DIMENSIONS) {
      expect(network[dimension]).toSatisfy((x: number) => x >= 0 && x <= 1);
      expect(hierarchy[dimension]).toSatisfy((x: number) => x >= 0 && x <= 1);
    }
    const higher = DIMENSIONS.filter((dimension) => network[dimension] > hierarchy[dimension]);
    expect(higher.length).toBeGreaterThanOrEqual(8);
    expect(hierarchy.management).toBe(0);
    expect(network.boundaries).toBe(1);
  });

  test('Table 3: who borrowed, who sold', () => {
    expect(tableThree([trade])).toMatchObject({ loan: 1, foreign: 0, none: 0 });
    expect(tableThree([cooperate])).toMatchObject({ loan: 0, none: 1 });
    expect(tableThree([merge]).shares).toBeGreaterThan(0.3);
  });

  test('says where nothing can be counted, and whether what never came about was tried', () => {
    expect(uncounted(chronicleOf(recorded({ firms: ['trader'], government: 'idle' })))).toContain('management');
    expect(uncounted(cooperate)).toEqual([]);
    expect(uncounted(merge)).toEqual([]);
    expect(timesTried([cooperate], 'loan')).toBe(0);
    expect(timesTried([cooperate, trade], 'loan')).toBeGreaterThan(0);
  });

  test('Table 1: the class by the years of its scenario', () => {
    const rows = tableOne([cooperate]);
    expect(rows.map(({ year }) => year)).toEqual([1989, 1990, 1991, 1992, 1993, 1994, 1995]);
    expect(rows.every(({ ownShare }) => ownShare === 0)).toBe(true);
    const abroad = chronicleOf(
      recorded({
        firms: ['trader'],
        force: (seat, round, own) =>
          seat < 4 && round === 7
            ? { kind: 'firm', trade: 6, research: 0, shares: [], deal: { kind: 'foreign' } }
            : own(),
      }),
    );
    expect(tableOne([abroad]).map(({ ownShare }) => ownShare)).toEqual([0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
  });

  test('figure by round', () => {
    expect(figuresByRound(cooperate).at(-1)).toEqual({ figure: '4', isolated: false });
    expect(figuresByRound(merge).at(-1)?.figure).toBe('2');
    expect(figuresByRound(trade).at(-1)).toEqual({ figure: '3', isolated: true });
  });
});

describe('the network as a graph', () => {
  test('traders: ten actors, no edge, ten components', () => {
    expect(networkIn(lastRound(trade))).toEqual({
      round: 12,
      edges: 0,
      density: 0,
      degreeCentralisation: 0,
      brokerage: 0,
      components: 10,
      largest: 0.1,
    });
  });

  test('cooperators: density is edges over the 45 possible', () => {
    const { edges, density, largest } = networkIn(lastRound(cooperate));
    expect(edges).toBeGreaterThan(10);
    expect(density).toBeCloseTo(edges / 45, 12);
    expect(largest).toBe(1);
  });
});

describe('references', () => {
  test.each(REFERENCES)('%s: the same seats, fields and luck', (reference) => {
    const { header } = trade.log;
    const played = referenceFor(header, reference);
    expect(played.log.header.actors).toEqual(header.actors);
    expect(played.log.header.parameters).toEqual(header.parameters);
    expect(played.log.header.seed).toBe(header.seed);
    expect(played.rounds).toHaveLength(12);
  });

  test('are what the record itself would be, had the bots played it', () => {
    const idle = chronicleOf(recorded({ firms: ['trader'] }));
    expect(referenceFor(idle.log.header, 'trader').final.history).toEqual(idle.final.history);
  });

  test('have the record’s own years, whatever its scenario says by now', () => {
    const { effects: _, ...plain } = trade.log.header;
    expect(referenceFor(plain, 'trader').log.header).not.toHaveProperty('effects');
    const effects = [{ parameter: 'margin', times: 2, from: 3 }] as const;
    expect(referenceFor({ ...plain, effects }, 'trader').log.header.effects).toEqual(effects);
  });
});

describe('findings and cards', () => {
  test('each question has one card, in three phases, with a passage of at most fifteen words', () => {
    const cards = debriefCards();
    expect(cards.map(({ question }) => question).toSorted()).toEqual([...QUESTIONS].toSorted());
    expect([...new Set(cards.map(({ phase }) => phase))]).toEqual([...CARD_PHASES]);
    expect(cards.filter(({ passage }) => passage.split(/\s+/).length > 15)).toEqual([]);
  });

  test('say what the record says', () => {
    expect(findingsOf(cooperate).whichFigure).toMatchObject({ found: true, values: { figure: 4, since: 2 } });
    expect(findingsOf(trade).whichFigure).toMatchObject({ values: { figure: 3 } });
    expect(findingsOf(merge).bigTree).toMatchObject({ found: true, round: 8 });
    expect(findingsOf(merge).bigTree.values.change).toBeLessThan(-0.2);
    expect(findingsOf(merge).sellAgain.found).toBe(true);
    expect(findingsOf(cooperate).sellAgain.found).toBe(false);
    expect(findingsOf(cooperate).defector.found).toBe(false);
  });

  test('borders: every pair is counted once', () => {
    const { state, across, nonState } = bordersCrossed(cooperate);
    expect(state.possible + across.possible + nonState.possible).toBe(45);
    expect(across.made).toBeLessThanOrEqual(across.possible);
  });

  test('defectors gain at first', () => {
    const mixed = chronicleOf(recorded({ firms: ['tit-for-tat', 'opportunist'] }));
    const { found, values } = findingsOf(mixed).defector;
    expect(found).toBe(true);
    expect(values.incomeBy).toBeGreaterThan(values.incomeAgainst ?? 0);
    expect(values.scoreBy).toBeLessThan(values.scoreAgainst ?? 0);
  });

  test('say which of two reasons left no occasion', () => {
    const of = (options: Parameters<typeof recorded>[0]) => findingsOf(chronicleOf(recorded(options)));
    expect(of({ firms: ['merger'], parameters: { shockRound: 13 } }).bigTree).toMatchObject({
      found: false,
      without: 'beforeTheTurn',
    });
    expect(of({ firms: ['solo'] }).bigTree).not.toHaveProperty('without');
    expect(of({ firms: ['solo'] }).loans).not.toHaveProperty('without');
    expect(of({ firms: ['solo'] }).commandLaw).toMatchObject({ found: false, without: 'idle' });
    expect(of({ firms: ['solo'], government: 'command' }).commandLaw.found).toBe(true);
  });
});

describe('treatments', () => {
  const { header } = cooperate.log;

  test('go by the class’s own names, or by what conditions do not share', () => {
    expect(treatmentsOf([header, header])).toEqual(['', '']);
    expect(treatmentsOf([header, { ...header, treatment: 'No talk' }])).toEqual(['', 'No talk']);
    const late = { ...header, parameters: { ...header.parameters, shockRound: 10 } };
    expect(treatmentsOf([header, late])).toEqual(['shockRound=8', 'shockRound=10']);
    expect(conditionsApart([header, late])).toEqual([
      [{ name: 'shockRound', value: 8 }],
      [{ name: 'shockRound', value: 10 }],
    ]);
  });
});
