/** Every round and phase of a recorded game is available at once. */
import { describe, expect, test } from 'vitest';
import { chronicleOf, momentAt } from '../../shared/debrief/chronicle.ts';
import { stateHash } from '../../shared/engine/hash.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { replay } from '../../shared/log/replay.ts';
import { recorded } from './districts.ts';

const log = recorded({ firms: ['tit-for-tat', 'opportunist', 'merger'], government: 'command', falterAfter: 6 });
const chronicle = chronicleOf(log);

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

  test('gives any round in less than a frame', () => {
    const started = performance.now();
    for (const moment of chronicle.moments) viewFor(moment.state, 0);
    expect((performance.now() - started) / chronicle.moments.length).toBeLessThan(16);
  });
});
