/** Frames that cost far more to read than to send end their connection, and nobody waits. */
import { matchMaker } from '@colyseus/core';
import { Packr } from 'msgpackr';
import { afterEach, expect, test } from 'vitest';
import { isSound } from '../../server/access/sound-frame.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { enter } from '../support/class-room.ts';
import { nth, playing } from '../support/district.ts';
import { ask, joinClass, newToken, openClass } from '../support/http.ts';
import { plainPlan } from '../support/player.ts';
import { startServer, stopServers } from '../support/server.ts';
import { pause, until } from '../support/waiting.ts';

afterEach(stopServers);

const ROOM_DATA = 13;
const NIL = 0xc0;
/** Most processor time that such a frame may cost the server. */
const MOST_MS = 1_000;

function text(of: string): Buffer {
  const bytes = Buffer.from(of);
  return Buffer.concat([Buffer.from([0xda, bytes.length >> 8, bytes.length & 0xff]), bytes]);
}

function frame(payload: Uint8Array, type = 'student'): Buffer {
  return Buffer.concat([Buffer.from([ROOM_DATA, 0xa0 | type.length]), Buffer.from(type), payload]);
}

/** `named`: defines a reference for the next value; otherwise refers to it. */
function reference(number: number, named: boolean): Buffer {
  return Buffer.from([0xd6, named ? 0x69 : 0x70, 0, 0, 0, number]);
}

/** Nested pairs of the same pair: 2 to the power of `depth` values when expanded. */
function doubling(depth: number, number = 0): Buffer {
  const pair = Buffer.from([0x92]);
  if (number === depth) return Buffer.concat([reference(number, true), pair, Buffer.from([1, 1])]);
  return Buffer.concat([reference(number, true), pair, doubling(depth, number + 1), reference(number + 1, false)]);
}

/** A shape with one long name, and as many objects of two bytes as fit. */
function longNames(): Buffer {
  const objects = Array.from({ length: 3_999 }, () => Buffer.from([0x40, NIL]));
  const first = Buffer.concat([Buffer.from([0xd4, 0x72, 0x40, 0x91]), text('a'.repeat(7_000)), Buffer.from([NIL])]);
  return Buffer.concat([Buffer.from([0xdc, 0x0f, 0xa0]), first, ...objects]);
}

/** Uses each shape often enough for the reader to compile it. */
function manyShapes(count: number): Buffer {
  const each = (at: number) => [
    0xd4,
    0x72,
    0x40,
    0x91,
    0xa2,
    97 + (at % 26),
    97 + (at >> 5),
    1,
    0x40,
    1,
    0x40,
    1,
    0x40,
    1,
  ];
  const values = Array.from({ length: count }, (_, at) => each(at)).flat();
  return Buffer.from([0xdc, (4 * count) >> 8, (4 * count) & 0xff, ...values]);
}

const followed = (payload: Buffer) => Buffer.concat([payload, Buffer.from([0])]);
const UNSOUND: readonly (readonly [string, Buffer])[] = [
  ['one value named again and again', followed(doubling(28))],
  ['the same, and nothing after it', doubling(28)],
  ['one long name for thousands of objects', followed(longNames())],
  ['hundreds of shapes', manyShapes(800)],
  ['arrays in arrays without end', Buffer.alloc(15_000, 0x91)],
  ['an array that says it is long', Buffer.from([0xdd, 0xff, 0xff, 0xff, 0xff])],
];

test.each(UNSOUND)('%s ends the connection, and is not read', async (_, payload) => {
  const { url } = await startServer();
  const { classId, code } = await openClass(url);
  const token = newToken();
  await joinClass(url, code, 'V', token);
  const line = await enter(url, classId, { token });
  const began = process.cpuUsage();
  line.room.connection.send(frame(payload));
  await pause(20);
  expect((await ask(`${url}/healthz`)).status).toBe(200);
  await until('the end of the connection', () => line.left);
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1_000).toBeLessThan(MOST_MS);
});

test('sixty-four shapes may be in a frame, and nothing that is named, cut off or doubled', () => {
  expect(UNSOUND.filter(([, payload]) => isSound(frame(payload)))).toEqual([]);
  expect([64, 65].map((count) => isSound(frame(manyShapes(count))))).toEqual([true, false]);
  const packed = new Packr().pack({ one: 1 });
  expect(isSound(frame(packed))).toBe(true);
  expect(isSound(frame(Buffer.concat([packed, packed])))).toBe(false);
  expect(isSound(frame(packed.subarray(0, -1)))).toBe(false);
});

test('what the client sends is sound, and so is a frame without a message', () => {
  const packr = new Packr();
  const shares = [1, 2, 3].map((to) => ({ to, points: 1.5 }));
  const plan = { kind: 'firm', trade: 3, research: 3, shares, deal: { kind: 'cooperate', wishes: [1], breaks: [] } };
  const act = { id: 'a'.repeat(36), round: 3, practice: undefined, action: { type: 'filePlan', plan } };
  expect(isSound(frame(packr.pack(act), 'act'))).toBe(true);
  expect(isSound(frame(packr.pack({ ...act, text: '街🙂'.repeat(900) }), 'act'))).toBe(true);
  expect(isSound(frame(Buffer.alloc(0), 'act'))).toBe(true);
  for (const bytes of [[], [10], [12], [ROOM_DATA, 0x05]]) expect(isSound(Buffer.from(bytes))).toBe(true);
});

test('whoever sends more bytes than anybody needs is put out, on every tab, and a neighbour plays on', async () => {
  const { url } = await startServer();
  const table = await playing(url, ['V', 'Ada']);
  await table.desk.ask({ type: 'advance' });
  const [vandal, honest] = [nth(table.tabs, 0), nth(table.tabs, 1)];
  await until('the plan phase', () => honest.view()?.public.phase === 'plan');
  let left: number | undefined;
  vandal.room.onLeave((code) => {
    left = code;
  });
  const full = frame(new Packr().pack({ text: 'a'.repeat(LIMITS.messageBytes - 200) }), 'act');
  while (left === undefined) {
    vandal.room.connection.send(full);
    await pause(2);
  }
  const view = honest.view();
  if (view === undefined) throw new Error('no view');
  expect(await honest.act({ type: 'filePlan', plan: plainPlan(view) })).toMatchObject({ ok: true });
});

test('whoever asks and asks and never reads is hung up on', async () => {
  const { url } = await startServer();
  const { classId, code } = await openClass(url);
  const token = newToken();
  await joinClass(url, code, 'V', token);
  const line = await enter(url, classId, { token });
  const [client] = matchMaker.getLocalRoomById(classId)?.clients ?? [];
  if (client === undefined) throw new Error('nobody is here');
  expect(await line.student({ type: 'lowerHand' })).toHaveProperty('ok');
  Object.defineProperty(client.ref, 'bufferedAmount', { value: 2 ** 21 });
  line.student({ type: 'lowerHand' }).catch(() => undefined);
  await until('the end of the connection', () => line.left);
});
