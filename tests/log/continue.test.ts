/** A continued past stays unchanged, whatever changes afterwards. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mixedPolicies } from '../../shared/bots/index.ts';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { RECORDED, whatIf } from '../../shared/debrief/rerun.ts';
import { seriesOf } from '../../shared/debrief/series.ts';
import { stateHash } from '../../shared/engine/hash.ts';
import { isOpenFrom, OPEN_PARAMETERS } from '../../shared/engine/open-parameters.ts';
import type { Settings } from '../../shared/engine/parts.ts';
import { publicView } from '../../shared/engine/public-view.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import { planForAbsent } from '../../shared/engine/repeat-plan.ts';
import { take } from '../../shared/engine/take.ts';
import { checkText } from '../../shared/log/check.ts';
import { continued, type LogMoment, seqBefore } from '../../shared/log/continue.ts';
import { type DistrictLog, parse, serialise } from '../../shared/log/jsonl.ts';
import { headerLink, linkAfter } from '../../shared/log/links.ts';
import type { LogRecord } from '../../shared/log/record.ts';
import { Recorder } from '../../shared/log/recorder.ts';
import { redecide, replay } from '../../shared/log/replay.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { Match } from '../../shared/simulation/match.ts';
import { randomPlan } from '../engine/random-players.ts';

const SETTINGS: Settings = { clockMode: 'wait', newsMs: 1, planMs: 1, revealMs: 1, talk: false, reputations: true };
const CHANGE = { why: 'play-on', settings: SETTINGS } as const;
const ORIGIN = { districtId: 'branch', classId: 'k', at: 9_000 };

function golden(version: number, file: string): DistrictLog {
  const parsed = parse(readFileSync(join(import.meta.dirname, `../golden/rules-${version}/${file}.jsonl`), 'utf8'));
  const log = 'problem' in parsed ? undefined : parsed.logs[0];
  if (log === undefined) throw new Error(`no golden log ${file}`);
  return log;
}

/** A game of bots, or of random players. */
function played(seed: number, rounds: number, random: boolean): DistrictLog {
  const policies = mixedPolicies(zhongguancun.roster, seed);
  const match: Match = new Match({
    scenario: zhongguancun,
    seed,
    policies,
    parameters: { rounds },
    keepLog: true,
    ...(random ? { force: (seat) => randomPlan(match.state, seat, seed) } : {}),
  });
  match.playToEnd();
  if (match.log === undefined) throw new Error('the match keeps a log');
  return match.log;
}

function branched(...args: Parameters<typeof continued>): DistrictLog {
  const branch = continued(...args);
  if ('refused' in branch) throw new Error(branch.refused);
  return branch;
}

/** Everybody repeats their plan until the end. */
function playedOut(log: DistrictLog): DistrictLog {
  let { state } = replay(log);
  const recorder = new Recorder(log.header);
  for (const record of log.records) recorder.keep(record);
  const go = (command: Parameters<typeof take>[1]) => {
    const taken = take(state, command);
    if (isRefusal(taken)) throw new Error(taken.refused);
    recorder.record(state, command, taken);
    state = taken.after;
  };
  go({ at: 1, by: 'system', action: { type: 'openGame' } });
  while (state.phase !== 'ended') {
    if (state.phase === 'plan') {
      for (const { seat } of state.actors) {
        const plan = planForAbsent(state, seat);
        go({ at: 1, by: 'bot', seat, action: { type: 'filePlan', plan } });
      }
    }
    go({ at: 1, by: 'system', action: { type: 'advancePhase' } });
  }
  return recorder.log;
}

const logs = [golden(3, 'mixed'), golden(3, 'street'), played(5, 6, false), played(7, 5, true)];
const texts = (records: readonly LogRecord[]) => records.map((record) => JSON.stringify(record));
const moments = fc
  .record({ log: fc.constantFrom(...logs), at: fc.nat(), phase: fc.constantFrom('news', 'plan', 'reveal') })
  .map(({ log, at, phase }): { readonly log: DistrictLog; readonly moment: LogMoment } => {
    const { rounds } = replay(log).state.parameters;
    return { log, moment: { round: 1 + (at % (phase === 'reveal' ? rounds - 1 : rounds)), phase } };
  });

describe('a log that is played on', () => {
  test('keeps its past to the letter, folds to the same state, and is decided again the same', () => {
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom(...OPEN_PARAMETERS),
        fc.double({ min: 0, max: 9, noNaN: true }),
        ({ log, moment }, name, value) => {
          const before = JSON.stringify(log);
          const branch = branched(log, moment, ORIGIN, { ...CHANGE, parameters: { [name]: value + 0 } });
          const { lineage } = branch.header;
          const seq = lineage?.seq ?? -1;
          expect(texts(branch.records.slice(0, seq))).toEqual(texts(log.records.slice(0, seq)));
          expect(branch.records).toHaveLength(seq + 1);
          expect(stateHash(replay(branch, seq).state)).toBe(lineage?.hash);
          expect(stateHash(replay(log, seq).state)).toBe(lineage?.hash);
          expect(lineage?.districtId).toBe(log.header.districtId);
          expect(redecide(branch)).toEqual({ log: branch });
          expect(checkText(serialise(branch)).findings).toEqual([]);
          expect(replay(branch).state.parameters[name]).toBeDefined();
          expect(replay(branch).state.changed).toMatchObject({ [name]: value + 0 });
          expect(JSON.stringify(log)).toBe(before);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('goes on where it stopped, with bots in the seats, and ends as any game does', () => {
    fc.assert(
      fc.property(moments, ({ log, moment: { round, phase } }) => {
        const branch = branched(log, { round, phase }, ORIGIN, CHANGE);
        const { state } = replay(branch);
        const next = phase === 'reveal' ? round + 1 : round;
        expect(state.goesOn).toEqual({ phase: phase === 'plan' ? 'plan' : 'news', round: next });
        expect(state.seats.every(({ control, player }) => control === 'bot' && player === undefined)).toBe(true);
        const whole = playedOut(branch);
        expect(checkText(serialise(whole)).findings).toEqual([]);
        expect(redecide(whole)).toEqual({ log: whole });
        const chronicle = chronicleOf(whole);
        expect(chronicle.from).toBe(next);
        expect(chronicle.rounds.map((each) => each.round)).toEqual(
          Array.from({ length: state.parameters.rounds }, (_, index) => index + 1),
        );
        const phases = chronicle.moments.map((each) => `${each.round} ${each.phase}`);
        expect(phases).toEqual(chronicleOf(log).moments.map((each) => `${each.round} ${each.phase}`));
        // Rounds before the fork are reported unchanged.
        const own = seriesOf(chronicleOf(log)).filter((row) => row.round < next);
        expect(seriesOf(chronicle).filter((row) => row.round < next)).toEqual(own);
      }),
      { numRuns: 12 },
    );
  });

  test('from its first round may change what only the start reads', () => {
    const log = played(5, 4, false);
    const branch = branched(log, { round: 1, phase: 'news' }, ORIGIN, { ...CHANGE, parameters: { startLaw: 0.9 } });
    expect(replay(branch).state).toMatchObject({ law: 0.9, round: 0, changed: { startLaw: 0.9, rounds: 4 } });
    expect(continued(log, { round: 2, phase: 'news' }, ORIGIN, { ...CHANGE, parameters: { startLaw: 0.9 } })).toEqual({
      refused: 'parameter-not-open',
    });
    expect(isOpenFrom(0, 'rounds')).toBe(false);
  });

  test('under the years’ effects changes the number of the founding too', () => {
    const log = played(5, 10, false);
    const branch = branched(log, { round: 9, phase: 'plan' }, ORIGIN, { ...CHANGE, parameters: { margin: 2 } });
    const { state } = replay(branch);
    expect(state.base?.margin).toBe(2);
    expect(state.parameters.margin).toBeCloseTo(2.3);
  });

  test('may be played on itself, and names its parent', () => {
    const log = played(5, 6, false);
    const first = playedOut(branched(log, { round: 3, phase: 'news' }, ORIGIN, CHANGE));
    const second = branched(first, { round: 5, phase: 'plan' }, { ...ORIGIN, districtId: 'twig' }, CHANGE);
    const seq = second.header.lineage?.seq ?? 0;
    expect(second.header.lineage).toMatchObject({ districtId: 'branch', root: log.header.link, why: 'play-on' });
    expect(texts(second.records.slice(0, seq))).toEqual(texts(first.records.slice(0, seq)));
    expect(checkText(serialise(log, first, playedOut(second))).findings).toEqual([]);
    expect(chronicleOf(second).from).toBe(5);
    // Before anybody continues, the same moment can be continued again.
    const again = branched(second, { round: 4, phase: 'reveal' }, { ...ORIGIN, districtId: 'third' }, CHANGE);
    expect(chronicleOf(again).from).toBe(5);
  });

  test('of the first format gets its links, and nothing else', () => {
    const { header, records } = played(5, 4, false);
    const { link: _, ...rest } = header;
    const old: DistrictLog = {
      header: { ...rest, version: 1 },
      records: records.map(({ link: __, ...record }) => record),
    };
    const branch = branched(old, { round: 3, phase: 'news' }, ORIGIN, CHANGE);
    expect(checkText(serialise(branch)).findings).toEqual([]);
    const unlinked = branch.records.slice(0, -1).map(({ link: __, ...record }) => record);
    expect(unlinked).toEqual(old.records.slice(0, unlinked.length));
    expect(branch.header.lineage?.root).toBe(headerLink(old.header));
  });

  test('shows what begins next, and no reputations where they are not published', () => {
    const log = branched(logs[2] ?? golden(3, 'mixed'), { round: 3, phase: 'plan' }, ORIGIN, CHANGE);
    expect(publicView(replay(log).state)).toMatchObject({ phase: 'opening', goesOn: { phase: 'plan', round: 3 } });
    const whole = playedOut(log);
    const { reputations: _, ...quiet } = SETTINGS;
    const without = branched(whole, { round: 5, phase: 'news' }, ORIGIN, { ...CHANGE, settings: quiet });
    expect(replay(whole, without.header.lineage?.seq).state.reputations).toBeDefined();
    expect(replay(without).state.reputations).toBeUndefined();
  });
});

describe('what cannot be played on', () => {
  const log = played(5, 4, false);

  test.each([
    ['a round that was not played', { round: 9, phase: 'news' }, 'moment-unknown'],
    ['the end', { round: 4, phase: 'reveal' }, 'game-over'],
  ] as const)('%s', (_, moment, refused) => {
    expect(continued(log, moment, ORIGIN, CHANGE)).toEqual({ refused });
  });

  test('a game of older rules', () => {
    expect(continued(golden(2, 'mixed'), { round: 3, phase: 'news' }, ORIGIN, CHANGE)).toEqual({
      refused: 'rules-older',
    });
  });

  test('a game in the reveal goes on with the news that follow', () => {
    const shown = log.records.findIndex(({ events }) => events.some(({ type }) => type === 'RoundScored')) + 1;
    expect(seqBefore({ ...log, records: log.records.slice(0, shown) }, { round: 1, phase: 'reveal' })).toBe(shown);
  });

  test('a game in the reveal of its last round goes nowhere, though it has not ended yet', () => {
    const last = log.records.findIndex(({ events }) => events.some(({ type }) => type === 'GameEnded'));
    const shown = { ...log, records: log.records.slice(0, last) };
    expect(seqBefore(shown, { round: 4, phase: 'reveal' })).toEqual({ refused: 'game-over' });
  });
});

describe('a branch that was altered', () => {
  const log = played(5, 4, false);
  const branch = branched(log, { round: 3, phase: 'news' }, ORIGIN, CHANGE);
  const found = ({ header, records }: DistrictLog) =>
    checkText(serialise({ header, records })).findings.map(({ verdict, what }) => [verdict, what]);
  const relinked = (header: DistrictLog['header'], records: readonly LogRecord[]): DistrictLog => {
    const { link: _, ...rest } = header;
    const whole = { ...rest, link: headerLink(rest) };
    let link = whole.lineage?.root ?? whole.link;
    return {
      header: whole,
      records: records.map(({ link: __, ...record }) => {
        link = linkAfter(link, record);
        return { ...record, link };
      }),
    };
  };

  test('in its header is found where it leaves its past', () => {
    const { link: _, ...rest } = { ...branch.header, treatment: 'another' };
    const forged = { header: { ...rest, link: headerLink(rest) }, records: branch.records };
    expect(found(forged)).toEqual([['forged', 'lineage-differs']]);
  });

  test('is found in a what-if whose past is not the one that its header names', () => {
    const asked = whatIf(log, { from: 3, changes: [], deciders: log.header.actors.map(() => RECORDED) });
    if ('refused' in asked) throw new Error(asked.refused);
    const { header, records } = asked.log;
    expect(found(asked.log)).toEqual([]);
    if (header.lineage === undefined) throw new Error('a what-if names its past');
    const other = { ...header, lineage: { ...header.lineage, hash: 'f'.repeat(32) } };
    expect(found(relinked(other, records))).toEqual([['differs', 'lineage-differs']]);
  });

  test('in its past is found by the link, and with all links made anew by the rules', () => {
    const at = branch.records.findIndex(({ command }) => command?.type === 'filePlan');
    const records = branch.records.map((record, index) =>
      index === at ? { ...record, by: 'human' as const } : record,
    );
    expect(found({ header: branch.header, records })).toEqual([['forged', 'link-differs']]);
    expect(found(relinked(branch.header, records))[0]?.[0]).toBe('differs');
  });
});
