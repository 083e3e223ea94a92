/** Every round and phase of a recorded game is available at once. */
import { describe, expect, test } from 'vitest';
import { chronicleOf, momentAt, ownRounds } from '../../shared/debrief/chronicle.ts';
import type { Action } from '../../shared/engine/commands.ts';
import { stateHash } from '../../shared/engine/hash.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import { take } from '../../shared/engine/take.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { continued } from '../../shared/log/continue.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';
import { Recorder } from '../../shared/log/recorder.ts';
import { replay } from '../../shared/log/replay.ts';
import { recorded } from './districts.ts';

const log = recorded({ firms: ['tit-for-tat', 'opportunist', 'merger'], government: 'command', falterAfter: 6 });
const chronicle = chronicleOf(log);

const OPENS = { type: 'openGame' } as const;
const seating = (seat: number) => ({ type: 'assignSeat', seat, control: 'human', player: `p${seat}` }) as const;

/** The log, and what the desk does after it. */
function further(past: DistrictLog, actions: readonly Action[]): DistrictLog {
  const recorder = new Recorder(past.header);
  for (const record of past.records) recorder.keep(record);
  let { state } = replay(past);
  for (const action of actions) {
    const command = { at: 9_500, by: 'desk', action } as const;
    const taken = take(state, command);
    if (isRefusal(taken)) throw new Error(taken.refused);
    recorder.record(state, command, taken);
    state = taken.after;
  }
  return recorder.log;
}

describe('chronicle', () => {
  test('has an opening, three phases a round, and an end', () => {
    const phases = chronicle.moments.map(({ round, phase }) => `${round} ${phase}`);
    const rounds = Array.from({ length: 12 }, (_, index) => index + 1);
    expect(phases).toEqual([
      '0 opening',
      ...rounds.flatMap((round) => ['news', 'plan', 'reveal'].map((phase) => `${round} ${phase}`)),
      '12 ended',
    ]);
    expect(chronicle.moments.map(({ index }) => index)).toEqual(phases.map((_, index) => index));
  });

  test('shows a plan phase with all plans on file and nothing resolved', () => {
    for (const { round, before, after } of chronicle.rounds) {
      expect(momentAt(chronicle, round, 'plan')?.state).toBe(before);
      expect(before.plans.every((filed) => filed !== undefined)).toBe(true);
      expect(before.history).toHaveLength(round - 1);
      expect(momentAt(chronicle, round, 'reveal')?.state).toBe(after);
      expect(after.history).toHaveLength(round);
    }
  });

  test('keeps what the desk did in a reveal with that round', () => {
    const sixth = chronicle.rounds[5];
    expect(sixth?.events.at(-1)?.type).toBe('HubFaltered');
    expect(sixth?.after.firms.some(({ disarray }) => disarray > 0)).toBe(true);
  });

  test('ends where a replay ends', () => {
    expect(stateHash(chronicle.final)).toBe(stateHash(replay(log).state));
  });

  test('shows the opening with everybody who took a seat in it', () => {
    const seated = chronicleOf(further({ header: log.header, records: [] }, [seating(0), seating(1), OPENS]));
    expect(seated.moments.map(({ phase }) => phase)).toEqual(['opening', 'news']);
    expect(seated.moments[0]?.state.seats.map(({ player }) => player).slice(0, 3)).toEqual(['p0', 'p1', undefined]);
  });

  test('begins when the class was opened, else with the first record, else with nothing', () => {
    const { foundedAt: _, ...header } = log.header;
    const began = (at: Partial<DistrictLog['header']>, records = log.records) =>
      chronicleOf({ header: { ...header, ...at }, records }).moments[0]?.at;
    const later = log.records.map((record) => ({ ...record, at: 7_000 }));
    expect([began({ foundedAt: 5_000 }, later), began({}, later), began({}, [])]).toEqual([5_000, 7_000, 0]);
  });

  test('gives any round in less than a frame', () => {
    const began = process.threadCpuUsage();
    for (const moment of chronicle.moments) viewFor(moment.state, 0);
    const { user, system } = process.threadCpuUsage(began);
    expect((user + system) / 1_000 / chronicle.moments.length).toBeLessThan(16);
  });
});

describe('the chronicle of a district that plays on', () => {
  const { settings } = log.header;
  const branch = continued(
    log,
    { round: 5, phase: 'news' },
    { districtId: 'on', at: 9_000 },
    { why: 'play-on', settings },
  );
  if ('refused' in branch) throw new Error(branch.refused);
  const playsOn = chronicleOf(further(branch, [seating(0), OPENS]));
  const shown = playsOn.moments.map(({ round, phase }) => `${round} ${phase}`);

  test('goes from its past to its own first phase, with no second opening between', () => {
    expect(shown.filter((moment) => moment.includes('opening'))).toEqual(['0 opening']);
    expect(shown.slice(-2)).toEqual(['4 reveal', '5 news']);
    expect(playsOn.moments.at(-1)).toMatchObject({ at: 9_500 });
    expect(playsOn.moments.at(-1)?.state.seats[0]?.player).toBe('p0');
    expect(playsOn.moments.at(-2)?.state.seats[0]?.player).toBeUndefined();
  });

  test('has as its own the rounds from there on', () => {
    expect([playsOn.from, playsOn.rounds.length, ownRounds(playsOn)]).toEqual([5, 4, []]);
    expect(ownRounds({ ...chronicle, from: 5 }).map(({ round }) => round)).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
    expect(ownRounds(chronicle)).toEqual(chronicle.rounds);
  });
});
