/** An export during play of other classes must not delay their answers. */
import { expect, test } from 'vitest';
import { openedClass } from '../../server/classroom/state/class-state.ts';
import { exportFile } from '../../server/export/files.ts';
import { exportInThread } from '../../server/export/in-thread.ts';
import { sourceOf } from '../../server/export/source.ts';
import { serialise } from '../../shared/log/jsonl.ts';
import { recorded } from '../debrief/districts.ts';

const DISTRICTS = 6;

/** CPU time of this thread, independent of other load. */
async function costOf<T>(work: () => Promise<T>): Promise<{ readonly micros: number; readonly result: T }> {
  const before = process.threadCpuUsage();
  const result = await work();
  const { user, system } = process.threadCpuUsage(before);
  return { micros: user + system, result };
}

test('an export made in a worker thread is the same', async () => {
  const logs = Array.from({ length: DISTRICTS }, (_, index) => recorded({ seed: 100 + index }));
  const settings = recorded().header.settings;
  const opened = { classId: 'k1', code: 'ABCD12', scenario: 'zhongguancun', seatsPerDistrict: 12, seed: 1 } as const;
  const state = openedClass({ ...opened, settings, kind: 'class' }, 0);
  const records = logs.map((log, index) => ({
    number: index + 1,
    id: `k1-${index + 1}`,
    text: serialise(log),
    words: [],
    aside: [],
  }));
  const file = 'decisions.csv';
  const here = await costOf(() => exportFile(sourceOf(state, records, false), file));
  const apart = await costOf(() => exportInThread({ file, state, records, named: false }));
  expect(String(apart.result).split('\r\n')).toHaveLength(String(here.result).split('\r\n').length);
  expect(apart.result).toBe(here.result);
  expect(apart.micros).toBeLessThan(here.micros / 3);
});

test('a failed export is an error for its requester only', async () => {
  const opened = { classId: 'k1', code: 'ABCD12', scenario: 'zhongguancun', seatsPerDistrict: 12, seed: 1 } as const;
  const state = openedClass({ ...opened, settings: recorded().header.settings, kind: 'class' }, 0);
  const task = { file: 'decisions.csv', state, records: [], named: false } as const;
  const broken = { ...task, state: { ...state, everyone: 7 } } as unknown as typeof task;
  const text = serialise(recorded());
  await expect(
    exportInThread({ ...broken, records: [{ number: 1, id: 'k1-1', text, words: [], aside: [] }] }),
  ).rejects.toThrow();
  expect(String(await exportInThread(task))).toContain('class_id');
});

test('a desk’s export does not wait for people’s own games', async () => {
  const opened = { classId: 'k1', code: 'ABCD12', scenario: 'zhongguancun', seatsPerDistrict: 12, seed: 1 } as const;
  const state = openedClass({ ...opened, settings: recorded().header.settings, kind: 'class' }, 0);
  const records = [{ number: 1, id: 'k1-1', text: serialise(recorded()), words: [], aside: [] }];
  const done: string[] = [];
  const own = Array.from({ length: 6 }, () =>
    exportInThread({ file: 'events.jsonl', state, records, named: false, everybody: true }).then(() =>
      done.push('own'),
    ),
  );
  await exportInThread({ file: 'codebook.csv', state, records: [], named: false }).then(() => done.push('desk'));
  await Promise.all(own);
  expect(done.at(-1)).toBe('own');
});
