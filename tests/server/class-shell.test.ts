/** A class's shell on a real store without network: refusals while it cannot write, and its ownership. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Classroom } from '../../server/classroom/classroom.ts';
import { ClassRegistry } from '../../server/classroom/registry.ts';
import { readChoices } from '../../server/classroom/setup/settings.ts';
import { classStream, type EventStore } from '../../server/storage/port.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import type { OpenClassRequest } from '../../shared/protocol/setup.ts';
import { type Faults, faulty } from '../support/faulty-store.ts';
import { newToken } from '../support/http.ts';
import { log, newFolder } from '../support/server.ts';
import { until } from '../support/waiting.ts';

const KEPT_MS = 86_400_000;
const IDLE = { kind: 'government', command: 0, law: 0, reform: 0, fund: 0, training: 0 } as const;

let folder: string;
let store: EventStore;
let faults: Faults;
let registry: ClassRegistry;
beforeEach(async () => {
  folder = await newFolder();
  ({ store, faults } = faulty(await openSqliteStore(join(folder, 'street.db'), log)));
  registry = new ClassRegistry({ store, log, now: Date.now, botPace: 1 }, KEPT_MS);
});
afterEach(async () => {
  await registry.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function opened(people: number, request: OpenClassRequest = {}): Promise<Classroom> {
  const choices = readChoices({ seatsPerDistrict: 4, clockMode: 'desk', ...request });
  if ('refused' in choices) throw new Error(choices.refused);
  const classroom = await registry.openClass(choices);
  if (classroom === undefined) throw new Error('no class');
  for (let person = 0; person < people; person += 1) await classroom.join(`Student ${person}`, newToken());
  return classroom;
}

function filePlan(round: number): Parameters<Classroom['mirrorPlan']>[1] {
  return { id: randomUUID(), round, action: { type: 'filePlan', plan: IDLE } };
}

test('a mirror’s plan is store-unavailable while the class’s log cannot be written, whatever it says', async () => {
  const classroom = await opened(5, { leftovers: 'mirror' });
  await classroom.begin('game');
  const [mirror] = classroom.state.mirrors.keys();
  if (mirror === undefined) throw new Error('nobody mirrors');
  const before = (await store.read(classStream(classroom.id))).length;
  faults.broken = true;
  expect(await classroom.desk({ type: 'showNames', on: true }, randomUUID())).toMatchObject({ ok: false });
  const never = 99;
  expect(await classroom.mirrorPlan(mirror, filePlan(never))).toEqual({ ok: false, refused: 'store-unavailable' });
  faults.broken = false;
  const answer = () => classroom.mirrorPlan(mirror, filePlan(never));
  await expect.poll(answer).toEqual({ ok: false, refused: 'too-late' });
  expect(await store.read(classStream(classroom.id))).toHaveLength(before);
});

test('a seat is handed over only in a district that is open', async () => {
  const classroom = await opened(1);
  const [student] = classroom.state.players;
  const hand = () => classroom.desk({ type: 'handToBot', player: student?.id ?? '' }, randomUUID());
  faults.refuses = (stream) => stream.startsWith('district:');
  expect(await classroom.desk({ type: 'startClass' }, randomUUID())).toMatchObject({ refused: 'store-unavailable' });
  expect(classroom.state.placements.size).toBe(1);
  expect(await hand()).toEqual({ ok: false, refused: 'store-unavailable' });
  faults.refuses = () => false;
  await until('the district', () => classroom.sessions.length === 1);
  await expect.poll(hand).toEqual({ ok: true });
});

test('a class let go of is free for another process at once, and one that is held is not', async () => {
  const [kept, left] = [await opened(0), await opened(0)];
  await left.desk({ type: 'endClass' }, randomUUID());
  await registry.sweep();
  await expect.poll(() => store.holderOf(left.id)).toBeUndefined();
  expect(await store.holderOf(kept.id)).toEqual(store.holder);
});

test('who is at their seat alone is here, and who left it is not', async () => {
  const classroom = await opened(1);
  await classroom.begin('game');
  const [place] = classroom.state.placements.values();
  if (place === undefined) throw new Error('nobody sits');
  const session = classroom.session(place.district);
  const seen = [classroom.isOnline(place.player)];
  session?.arrive(place.seat, place.player);
  seen.push(classroom.isOnline(place.player));
  session?.leave(place.seat, place.player);
  seen.push(classroom.isOnline(place.player));
  expect(seen).toEqual([false, true, false]);
});
