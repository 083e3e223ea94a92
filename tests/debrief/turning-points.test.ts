/** A recorded game of each population has the expected turning points and no others. */
import { describe, expect, test } from 'vitest';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { partingOf } from '../../shared/debrief/turning-firms.ts';
import type { TurningKind } from '../../shared/debrief/turning-point.ts';
import { turningPointsOf } from '../../shared/debrief/turning-points.ts';
import { scoreOf } from '../../shared/engine/score.ts';
import { recorded } from './districts.ts';

type Options = NonNullable<Parameters<typeof recorded>[0]>;

function pointsOf(options: Options) {
  return turningPointsOf(chronicleOf(recorded(options)));
}
function kindsOf(options: Options): readonly TurningKind[] {
  return [...new Set(pointsOf(options).map(({ kind }) => kind))].sort();
}

describe('turning points of populations', () => {
  test('cooperators: a pact, the shock, one strong network, and nobody fails, sells or defects', () => {
    expect(kindsOf({ firms: ['cooperate'] })).toEqual([
      'decidingPact',
      'figureChange',
      'firstPact',
      'firstTrader',
      'shock',
    ]);
    const change = pointsOf({ firms: ['cooperate'] }).find(({ kind }) => kind === 'figureChange');
    expect(change).toMatchObject({ round: 3, figures: { to: '4' } });
  });

  test('mergers under command: sold, absorbed, a hierarchy', () => {
    const points = pointsOf({ firms: ['merger'], government: 'command' });
    expect(points.find(({ kind }) => kind === 'firstMerger')).toMatchObject({ round: 1 });
    expect(points.find(({ kind }) => kind === 'firstAbsorption')).toMatchObject({ round: 1 });
    expect(points.find(({ kind }) => kind === 'figureChange')).toMatchObject({ figures: { to: '2' } });
    expect(points.some(({ kind }) => kind === 'firstPact')).toBe(false);
  });

  test('traders with loans: the spiral begins with the second loan', () => {
    const spiral = pointsOf({ firms: ['trader-with-loans'] }).find(({ kind }) => kind === 'loanSpiral');
    expect(spiral).toMatchObject({ round: 5, seats: [0] });
    expect(spiral?.evidence).toMatchObject({ before: 1, trade: 6 });
    expect(kindsOf({ firms: ['trader'] })).not.toContain('loanSpiral');
  });

  test('opportunists among tit-for-tat: the first defection is theirs', () => {
    const firms = ['tit-for-tat', 'opportunist'];
    const points = pointsOf({ firms });
    const defection = points.find(({ kind }) => kind === 'firstDefection');
    const [by, against] = defection?.seats ?? [];
    expect(firms[(by ?? 0) % 2]).toBe('opportunist');
    expect(firms[(against ?? 1) % 2]).toBe('tit-for-tat');
    expect(defection?.evidence).toMatchObject({ gave: 0 });
    expect(points.find(({ kind }) => kind === 'parting')?.seats.map((seat) => firms[seat % 2])).toEqual([
      'opportunist',
    ]);
  });

  test('a hub that falters, a firm without cash, a foreign partner', () => {
    const points = pointsOf({
      firms: ['merger'],
      parameters: { startCash: 1, upkeep: 14 },
      falterAfter: 6,
      force: (seat, round, own) =>
        seat === 0 && round === 7
          ? { kind: 'firm', trade: 6, research: 0, shares: [], deal: { kind: 'foreign' } }
          : own(),
    });
    expect(points.find(({ kind }) => kind === 'falter')?.round).toBe(6);
    expect(points.find(({ kind }) => kind === 'firstFailure')?.evidence.total).toBeGreaterThan(0);
    expect(points.find(({ kind }) => kind === 'firstForeign')).toMatchObject({ round: 7, seats: [0] });
  });

  test('tells what followed of a kind: every later sale, absorption and failure, in order', () => {
    const chronicle = chronicleOf(
      recorded({ firms: ['merger'], government: 'command', parameters: { startCash: 1, upkeep: 14 } }),
    );
    const points = turningPointsOf(chronicle);
    const happened = { firstMerger: 'FirmSold', firstAbsorption: 'FirmAbsorbed', firstFailure: 'FirmFailed' } as const;
    for (const [kind, type] of Object.entries(happened)) {
      const rounds = chronicle.rounds.flatMap(({ round, events }) =>
        events.filter((event) => event.type === type).map(() => round),
      );
      const point = points.find((each) => each.kind === kind);
      expect(rounds.length).toBeGreaterThan(1);
      expect([point?.round, ...(point?.further ?? []).map(({ round }) => round)]).toEqual(rounds);
    }
  });

  test('tells of each firm its first spiral and its first defection only', () => {
    const spiral = pointsOf({ firms: ['trader-with-loans'] }).find(({ kind }) => kind === 'loanSpiral');
    const defection = pointsOf({ firms: ['tit-for-tat', 'opportunist'] }).find(({ kind }) => kind === 'firstDefection');
    for (const point of [spiral, defection]) {
      const firms = [point?.seats[0], ...(point?.further ?? []).map(({ seats }) => seats[0])];
      expect(firms.length).toBeGreaterThan(2);
      expect(new Set(firms).size).toBe(firms.length);
    }
  });

  test('leaves it at the first pact and the first traders: nobody asks after the ninth', () => {
    const points = pointsOf({ firms: ['cooperate'] });
    expect(points.flatMap(({ further }) => further)).toEqual([]);
  });

  test('names all pacts of the first round that saw any: within a round none is the first', () => {
    const chronicle = chronicleOf(recorded({ firms: ['cooperate'] }));
    const first = turningPointsOf(chronicle).find(({ kind }) => kind === 'firstPact');
    const made = chronicle.rounds[0]?.events.filter(({ type }) => type === 'PactFormed') ?? [];
    expect(made.length).toBeGreaterThan(1);
    expect(first?.evidence.count).toBe(made.length);
    expect(first?.seats.length).toBe(2 * made.length);
  });

  test('are in the order of the rounds', () => {
    const rounds = pointsOf({ firms: ['merger', 'opportunist', 'tit-for-tat', 'solo'] }).map(({ round }) => round);
    expect(rounds).toEqual(rounds.toSorted((one, other) => one - other));
  });

  test('a shock that never comes, or that the game does not reach, is no turning point', () => {
    expect(kindsOf({ parameters: { shockRound: 13 } })).not.toContain('shock');
  });

  test('parting takes less than three quarters of an average part, and a gain above the mean', () => {
    const chronicle = chronicleOf(recorded({ firms: ['tit-for-tat', 'opportunist'], parameters: { rounds: 1 } }));
    const [round] = chronicle.rounds;
    const scored = round?.after.history.at(-1);
    const flows = round?.after.flows;
    if (round === undefined || scored === undefined || flows === undefined) throw new Error('a round was played');
    const firms = chronicle.final.actors.filter(({ kind }) => kind === 'firm').length;
    /** Sets gain and learning of firm 0 and of every other firm. */
    const parted = ([gain, others]: readonly [number, number], [own, theirs]: readonly [number, number]) => {
      const scores = scored.scores.map((_, seat) => scoreOf(round.before, seat) + (seat === 0 ? gain : others));
      const knowledgeGained = flows.knowledgeGained.map((_, seat) => (seat === 0 ? own : theirs));
      const after = { ...round.after, history: [{ ...scored, scores }], flows: { ...flows, knowledgeGained } };
      return partingOf({ ...chronicle, rounds: [{ ...round, after }] }, 0).length;
    };
    // (own + (firms - 1) × theirs) / firms = 4, of which three quarters are 3.
    const theirs = (4 * firms - 3) / (firms - 1);
    expect(parted([9, 1], [3, theirs])).toBe(0);
    expect(parted([9, 1], [2.9, theirs])).toBe(1);
    expect(parted([5, 5], [2.9, theirs])).toBe(0);
    expect(parted([-1, -5], [2.9, theirs])).toBe(0);
  });

  test('parting can be asked of any firm, and of no office', () => {
    const chronicle = chronicleOf(recorded({ firms: ['tit-for-tat', 'opportunist'] }));
    expect(partingOf(chronicle, 1)).toMatchObject([{ kind: 'parting', seats: [1] }]);
    expect(partingOf(chronicle, 10)).toEqual([]);
  });
});
