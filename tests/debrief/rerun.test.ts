/** What-ifs keep the past and the luck, change one thing, and give a log that verifies. */
import { describe, expect, test } from 'vitest';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { intervalOf, playDraws } from '../../shared/debrief/interval.ts';
import { RECORDED, type WhatIf, whatIf } from '../../shared/debrief/rerun.ts';
import { decide } from '../../shared/engine/decide.ts';
import { FIGURES } from '../../shared/engine/figure-reading.ts';
import type { FirmPlan } from '../../shared/engine/plans.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import { checkText } from '../../shared/log/check.ts';
import { type DistrictLog, serialise } from '../../shared/log/jsonl.ts';
import { makeRecord } from '../../shared/log/record.ts';
import { replay, statesOf } from '../../shared/log/replay.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { Match } from '../../shared/simulation/match.ts';
import { recorded } from './districts.ts';

const populations = [
  ['cooperate'],
  ['merger'],
  ['tit-for-tat', 'opportunist'],
  ['trader-with-loans', 'partner-choosing', 'merger-rd'],
];

function ask(log: DistrictLog, change: Partial<WhatIf>, seed?: number) {
  const deciders = log.header.actors.map(() => RECORDED);
  return whatIf(log, { from: 4, changes: [], deciders, ...change }, seed);
}
function answer(log: DistrictLog, change: Partial<WhatIf>, seed?: number) {
  const outcome = ask(log, change, seed);
  if ('refused' in outcome) throw new Error(JSON.stringify(outcome));
  return outcome;
}
/** The same district with one round resolved, undone, and resolved again. */
function undone(log: DistrictLog, round: number): DistrictLog {
  const states = statesOf(log);
  const at = log.records.findIndex(({ events }) =>
    events.some((event) => event.type === 'RoundScored' && event.round === round),
  );
  const state = states[at + 1];
  const action = { type: 'undo', to: at } as const;
  if (state === undefined) throw new Error('no such round');
  const events = decide(state, { at: 0, by: 'desk', action }, (seq) => states[seq]);
  if (isRefusal(events)) throw new Error(events.refused);
  const undoing = makeRecord(0, state, { at: 0, by: 'desk', action }, events, states[at] ?? state);
  const records = [...log.records.slice(0, at + 1), undoing, ...log.records.slice(at)];
  return { header: log.header, records: records.map((record, index) => ({ ...record, seq: index + 1 })) };
}

const alone: FirmPlan = { kind: 'firm', trade: 6, research: 0, shares: [], deal: { kind: 'none' } };

describe('what if', () => {
  test.each(populations)('nothing is changed: everything comes out as it was (%s, …)', (...firms) => {
    const log = recorded({ firms, falterAfter: 9, government: 'command' });
    for (const from of [1, 4, 12]) expect(answer(log, { from }).state.history).toEqual(replay(log).state.history);
  });

  test('another plan in one round changes that round and what follows, and nothing before', () => {
    const log = recorded();
    const { history } = replay(log).state;
    const changed = answer(log, { from: 5, changes: [{ kind: 'plan', seat: 0, plan: alone }] }).state.history;
    expect(changed.slice(0, 4)).toEqual(history.slice(0, 4));
    expect(changed[4]?.incomeBySeat[0]).toBeGreaterThan(history[4]?.incomeBySeat[0] ?? 0);
    expect(changed[11]?.income).not.toBe(history[11]?.income);
  });

  test('a seat given to a bot decides by itself from there on', () => {
    const log = recorded();
    const deciders = log.header.actors.map((_, seat) => (seat === 3 ? 'opportunist' : RECORDED));
    const outcome = answer(log, { from: 6, deciders });
    const plan = outcome.state.lastPlans[3];
    expect(plan).toMatchObject({ kind: 'firm', trade: 6 });
    expect(outcome.log.records.filter(({ seat, round }) => seat === 3 && round === 6).map(({ by }) => by)).toEqual([
      'bot',
    ]);
  });

  test('a shock that never comes helps the merged', () => {
    const log = recorded({ firms: ['merger'] });
    const total = (state: { history: readonly { income: number }[] }) =>
      state.history.reduce((sum, { income }) => sum + income, 0);
    expect(total(answer(log, { from: 7, changes: [{ kind: 'noShock' }] }).state)).toBeGreaterThan(
      total(replay(log).state),
    );
  });

  test('a hub that falters, or does not', () => {
    const log = recorded({ firms: ['merger'], falterAfter: 6 });
    const spared = answer(log, { from: 6, changes: [{ kind: 'falter', happens: false }] });
    expect(spared.log.records.some(({ events }) => events.some(({ type }) => type === 'HubFaltered'))).toBe(false);
    const struck = answer(recorded({ firms: ['merger'] }), { from: 6, changes: [{ kind: 'falter', happens: true }] });
    expect(struck.log.records.some(({ events }) => events.some(({ type }) => type === 'HubFaltered'))).toBe(true);
  });

  test('a parameter', () => {
    const log = recorded({ firms: ['trader'] });
    const lighter = answer(log, { changes: [{ kind: 'parameter', name: 'taxRate', value: 0 }] }).state.history;
    expect(lighter[2]?.tax).toBeGreaterThan(0);
    expect(lighter[3]?.tax).toBe(0);
  });

  test('another seed keeps the past and the fields, and redraws the luck from there on', () => {
    const log = recorded({ firms: ['partner-choosing', 'opportunist'] });
    const { state, log: lucky } = answer(log, {}, 4242);
    const { history } = replay(log).state;
    expect(state.history.slice(0, 3)).toEqual(history.slice(0, 3));
    expect(state.history[3]?.innovation).not.toBe(history[3]?.innovation);
    expect(lucky.header.actors).toEqual(log.header.actors);
  });

  test('leaves a log that opens and verifies like any other', () => {
    const log = recorded({ firms: ['merger', 'tit-for-tat'], government: 'enable' });
    for (const change of [{ kind: 'parameter', name: 'pactLimit', value: 1 }, { kind: 'noShock' }] as const) {
      const checked = checkText(serialise(answer(log, { changes: [change] }).log));
      expect([checked.findings, checked.limits]).toEqual([[], ['no-key', 'branch']]);
    }
  });

  test('names the district it comes from, the last record it shares with it, and itself by what was asked', () => {
    const log = recorded({ firms: ['trader'] });
    const one = answer(log, { changes: [{ kind: 'parameter', name: 'taxRate', value: 0 }] }).log;
    const { lineage, districtId } = one.header;
    expect(lineage).toMatchObject({ districtId: log.header.districtId, why: 'what-if' });
    expect(one.records[(lineage?.seq ?? 0) - 1]?.events).toEqual(log.records[(lineage?.seq ?? 0) - 1]?.events);
    const other = answer(log, { changes: [{ kind: 'parameter', name: 'taxRate', value: 0.1 }] }).log;
    expect(new Set([districtId, other.header.districtId, log.header.districtId]).size).toBe(3);
  });

  test('says of a log of other rules that it needs them', () => {
    const log = recorded();
    const older = { ...log, header: { ...log.header, rulesVersion: log.header.rulesVersion - 1 } };
    expect(ask(older, {})).toEqual({ refused: 'other-rules', rulesVersion: older.header.rulesVersion });
  });

  test('survives any change in any round: recorded plans are cut to what is still possible', () => {
    const firms = ['merger', 'tit-for-tat', 'opportunist', 'trader-with-loans'];
    const log = recorded({ firms, universities: 'open', government: 'command' });
    for (let from = 1; from <= 12; from++) {
      for (let seat = 0; seat < 8; seat += 3) {
        const outcome = ask(log, {
          from,
          changes: [
            { kind: 'plan', seat, plan: alone },
            { kind: 'falter', happens: true },
          ],
        });
        expect('refused' in outcome).toBe(false);
      }
    }
  });

  test('leaves out what was undone: the change holds, and the answer is a whole log', () => {
    const log = undone(recorded({ firms: ['trader'] }), 3);
    expect(chronicleOf(log).rounds).toHaveLength(12);
    const { log: played, final } = chronicleOf(log);
    expect(answer(played, { from: 6 }).state.history).toEqual(final.history);
    const free = answer(played, { from: 6, changes: [{ kind: 'parameter', name: 'taxRate', value: 0 }] });
    expect(free.state.history[4]?.tax).toBeGreaterThan(0);
    expect(free.state.history[5]?.tax).toBe(0);
    expect(checkText(serialise(free.log)).findings).toEqual([]);
    expect(free.log.records.filter(({ events }) => events.length === 0)).toEqual([]);
  });

  test('ends with the year that the desk made the last, unless that was taken back', () => {
    const policies = zhongguancun.roster.map(({ kind }) =>
      kind === 'firm' ? 'trader' : kind === 'university' ? 'publish' : 'idle',
    );
    const shortened = (...orders: readonly boolean[]): DistrictLog => {
      const match = new Match({ scenario: zhongguancun, seed: 7, policies, keepLog: true });
      while (match.state.round < 5) match.playRound();
      for (const on of orders) match.take({ at: 0, by: 'desk', action: { type: 'makeLast', on } });
      match.playToEnd();
      if (match.log === undefined) throw new Error('no log was kept');
      return match.log;
    };
    const years = (log: DistrictLog, from: number) => answer(log, { from }).state.history.length;
    expect([1, 5].map((from) => years(shortened(true), from))).toEqual([5, 5]);
    expect(answer(shortened(true), { from: 2 }).state.history).toEqual(replay(shortened(true)).state.history);
    expect(checkText(serialise(answer(shortened(true), { from: 2 }).log)).findings).toEqual([]);
    expect(years(shortened(true, false), 2)).toBe(12);
  });

  test('is answered at the time of the last record that happened', () => {
    const log = recorded({ firms: ['trader'] });
    const timed = { ...log, records: log.records.map((record) => ({ ...record, at: 100 * record.seq })) };
    const { header, records } = answer(timed, { from: 3 }).log;
    const seq = header.lineage?.seq ?? 0;
    expect(records[seq - 1]?.at).toBe(100 * seq);
    expect(new Set(records.slice(seq).map(({ at }) => at))).toEqual(new Set([100 * seq]));
  });

  test('of two answers to one question the first counts', () => {
    const changes = [
      { kind: 'plan', seat: 0, plan: alone },
      { kind: 'plan', seat: 0, plan: { ...alone, trade: 0, research: 6 } },
      { kind: 'falter', happens: true },
      { kind: 'falter', happens: false },
    ] as const;
    const [first, , third] = changes;
    const log = recorded({ firms: ['merger'] });
    expect(answer(log, { changes }).state.history).toEqual(answer(log, { changes: [first, third] }).state.history);
  });

  test('is answered where no record has all of its years', () => {
    const log = recorded({ firms: ['trader'], parameters: { rounds: 6 } });
    const begun = log.records.findIndex(({ events }) =>
      events.some((event) => event.type === 'PhaseBegan' && event.phase === 'news' && event.round === 4),
    );
    const { state, log: kept } = answer({ ...log, records: log.records.slice(0, begun + 1) }, { from: 3 });
    expect([state.phase, state.history.length]).toEqual(['ended', 6]);
    expect(state.history.slice(0, 3)).toEqual(replay(log).state.history.slice(0, 3));
    expect(kept.records.some(({ events }) => events.some(({ type }) => type === 'HubFaltered'))).toBe(false);
    expect(
      new Set(kept.records.filter(({ round, seat }) => round === 5 && seat !== undefined).map(({ by }) => by)),
    ).toEqual(new Set(['timeout']));
  });

  test('refuses by name what cannot be asked', () => {
    const log = recorded();
    const asked: WhatIf = { from: 2, changes: [], deciders: ['nobody'] };
    expect(playDraws(log, asked, [1], () => undefined)).toBeUndefined();
    const unpaid: FirmPlan = { ...alone, trade: 2 };
    expect(ask(log, { from: 13 })).toEqual({ refused: 'round-not-played' });
    expect(ask(log, { deciders: ['nobody'] })).toEqual({ refused: 'unknown-policy', seat: 0 });
    expect(ask(log, { changes: [{ kind: 'plan', seat: 2, plan: unpaid }] })).toMatchObject({
      refused: 'plan',
      seat: 2,
      why: { refused: 'points-too-few' },
    });
    expect(ask(log, { changes: [{ kind: 'plan', seat: 9, plan: alone }] })).toMatchObject({
      why: { refused: 'wrong-kind-of-plan' },
    });
  });

  test('says how often each of the three figures comes out over other draws, with the change and without', () => {
    const log = recorded({ firms: ['merger'] });
    const deciders = log.header.actors.map(({ kind }) => (kind === 'firm' ? 'cooperate' : RECORDED));
    const draws = 5;
    const ends = Array.from({ length: draws }, (_, index) => {
      const { state } = answer(log, { from: 2, deciders }, log.header.seed + index + 1);
      return state.history.at(-1)?.figure.figure;
    });
    const question = { from: 2, changes: [], deciders };
    const heard: number[] = [];
    const played = playDraws(log, question, [1, 2, 3, 4, 5], (done) => heard.push(done)) ?? [];
    expect(heard).toEqual([1, 2, 3, 4, 5]);
    const apart = [
      [1, 2],
      [3, 4, 5],
    ].flatMap((numbers) => playDraws(log, question, numbers, () => undefined) ?? []);
    expect(apart).toEqual(played);
    const { figures } = intervalOf(played);
    for (const figure of FIGURES) {
      expect(figures.withChange[figure]).toBe(ends.filter((each) => each === figure).length / draws);
    }
    expect(figures.without['2']).toBe(1);
    expect(figures.withChange['2']).toBeLessThan(1);
  });

  test('of a single year, each draw ends as the figure of that year', () => {
    const log = recorded({ parameters: { rounds: 1 } });
    const question = { from: 1, changes: [], deciders: log.header.actors.map(() => RECORDED) };
    const draws = playDraws(log, question, [1, 2], () => undefined) ?? [];
    const { figures } = intervalOf(draws);
    for (const shares of [figures.withChange, figures.without]) {
      expect(FIGURES.reduce((sum, figure) => sum + shares[figure], 0)).toBe(1);
    }
  });

  test('takes less than a tenth of a second', () => {
    const log = recorded({ firms: ['tit-for-tat', 'best-reply'] });
    answer(log, { from: 1 });
    // CPU time of this thread, independent of other load.
    const before = process.threadCpuUsage();
    for (let seed = 0; seed < 10; seed++) answer(log, { from: 1 }, seed);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1_000 / 10).toBeLessThan(100);
  });
});
