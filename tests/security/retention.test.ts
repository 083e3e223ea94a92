/** Retention: practices go after a day, classes after their time, and nothing else. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ClassRegistry } from '../../server/classroom/registry.ts';
import { readChoices } from '../../server/classroom/setup/settings.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import { newToken } from '../support/http.ts';
import { log, newFolder } from '../support/server.ts';

const DAY = 86_400_000;
let folder: string;
afterEach(() => rm(folder, { recursive: true, force: true }));

test('deletes a class with every name in it once its time is over, and keeps the others', async () => {
  folder = await newFolder();
  const file = join(folder, 'street.db');
  const store = await openSqliteStore(file, log);
  let now = 1_800_000_000_000;
  const registry = new ClassRegistry({ store, log, now: () => now, botPace: 0 }, 180 * DAY);
  const choices = readChoices({});
  if ('refused' in choices) throw new Error('the defaults are refused');
  const old = await registry.openClass(choices);
  await old?.join('Old Ada', newToken());
  await registry.practise({ token: newToken(), name: 'Bo at home', seat: 0, scenario: undefined });
  now += 2 * DAY;
  await registry.sweep();
  expect((await store.classes({})).map(({ kind }) => kind)).toEqual(['class']);
  // An untouched open class is first ended, and never deleted while open.
  now += 179 * DAY;
  const young = await registry.openClass(choices);
  await young?.join('Young Chen', newToken());
  await registry.sweep();
  expect((await store.classes({})).map(({ id, open }) => [id, open])).toEqual([
    [old?.id, false],
    [young?.id, true],
  ]);
  now += 100 * DAY;
  await young?.join('Young Dai', newToken());
  await young?.desk({ type: 'endClass' }, 'the-end-of-it');
  now += 79 * DAY;
  await registry.sweep();
  expect(await store.classes({})).toHaveLength(2);
  // Counted from the end, not from the opening.
  now += 2 * DAY;
  await registry.sweep();
  expect((await store.classes({})).map(({ id }) => id)).toEqual([young?.id]);
  // Not a byte is left in the files, WAL included.
  const kept = (await Promise.all([readFile(file), readFile(`${file}-wal`)]))
    .map((bytes) => bytes.toString('latin1'))
    .join();
  await registry.close();
  await store.close();
  expect(kept).toContain('Young Chen');
  expect(kept).not.toContain('Old Ada');
  expect(kept).not.toContain('Bo at home');
});
