/** The same load on four servers: bare `ws`, bare `ws` with a durable log, a minimal Colyseus room, and the game. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openClass, sendDeskRequest } from '../server/robots/classroom.ts';
import { omitUndefined } from '../shared/engine/omit-undefined.ts';
import { freePort } from '../tests/support/ports.ts';
import { watchHeap } from './live-heap.ts';
import { type Running, startBench, startStreet } from './processes.ts';
import { playRounds, type RoundsOptions, type RoundsResult } from './rounds.ts';
import { openScreens } from './screens.ts';
import { GROUP_SIZE } from './shape.ts';
import { tenth } from './statistics.ts';
import { type Part, table } from './table.ts';

const SPREAD_ROUNDS = 3;
const INSTANT_ROUNDS = 2;
/** Rounds after which memory is reported; a game has at most twelve. */
const MEMORY_AFTER = [1, 5, 12] as const;
const KEY = 'the-key-of-the-bench';

const TARGETS = ['bare', 'durable', 'colyseus', 'street'] as const;
type Target = (typeof TARGETS)[number];

const CAPTIONS: Readonly<Record<Target, string>> = {
  bare: 'bare ws',
  durable: 'bare ws + SQLite',
  colyseus: 'minimal Colyseus',
  street: 'Electronics Street',
};

export async function onStreet<T>(
  act: (server: Running, folder: string) => Promise<T>,
  environment: Readonly<Record<string, string>> = {},
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'es-bench-'));
  const server = await startStreet(folder, await freePort(), environment);
  try {
    return await act(server, folder);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A class with desk and projector. Phases without decisions are short, and all end by themselves. */
export async function playStreet(
  server: Running,
  options: Pick<RoundsOptions, 'seats' | 'rampMs' | 'onRound'> & { readonly spread: number; readonly instant: number },
): Promise<RoundsResult> {
  const opened = await openClass(server.url, KEY, {
    clockMode: 'clock',
    // The other servers' groups do not wait for each other either.
    pace: 'own',
    newsMs: 1_000,
    planMs: 120_000,
    revealMs: 1_000,
  });
  const { classId, code } = opened;
  const screens = await openScreens(server.url, KEY, opened);
  const result = await playRounds({
    server,
    kind: 'street',
    seats: options.seats,
    groups: [],
    code,
    rampMs: options.rampMs,
    spreadRounds: options.spread,
    instantRounds: options.instant,
    ...omitUndefined({ onRound: options.onRound }),
    start: async () => {
      await sendDeskRequest(server.url, KEY, classId, { type: 'startClass' });
    },
  });
  await screens.close();
  await sendDeskRequest(server.url, KEY, classId, { type: 'endClass' });
  return result;
}

async function measure(target: Target, seats: number, rampMs: number, viewBytes: number): Promise<RoundsResult> {
  if (target === 'street') {
    return onStreet((server) => playStreet(server, { seats, rampMs, spread: SPREAD_ROUNDS, instant: INSTANT_ROUNDS }));
  }
  const groups = Array.from({ length: seats / GROUP_SIZE }, (_, index) => `g${index + 1}`);
  const folder = await mkdtemp(join(tmpdir(), 'es-bench-'));
  const file = target === 'durable' ? [join(folder, 'bare.db')] : [];
  const server =
    target === 'colyseus'
      ? await startBench('bench/servers/colyseus.ts', `${viewBytes}`, ...groups)
      : await startBench('bench/servers/bare.ts', `${viewBytes}`, ...file);
  try {
    return await playRounds({
      server,
      kind: target === 'colyseus' ? 'colyseus' : 'bare',
      seats,
      groups,
      rampMs,
      spreadRounds: SPREAD_ROUNDS,
      instantRounds: INSTANT_ROUNDS,
    });
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Memory {
  readonly afterRounds: number;
  /** Reachable memory by heap snapshots with everybody connected, less that before anybody came. */
  readonly liveKbPerDistrict: number;
  /** Resident memory of the server, in megabytes. */
  readonly residentMb: number;
}

async function memoryByRound(seats: number): Promise<readonly Memory[]> {
  const perDistrict = (mb: number) => (mb * 1_024) / (seats / GROUP_SIZE);
  const options = { seats, rampMs: 2_000, spread: 0, instant: MEMORY_AFTER.at(-1) ?? 1 };
  // A second game, because a snapshot itself grows the resident memory.
  const resident = await onStreet(async (server) => (await playStreet(server, options)).residentMb.slice(2));
  const heap = await watchHeap();
  try {
    return await onStreet(async (server) => {
      const before = await heap.liveMb(server.pid);
      const seen: Memory[] = [];
      const onRound = async (round: number) => {
        if (!MEMORY_AFTER.some((after) => after === round)) return;
        const liveKbPerDistrict = perDistrict((await heap.liveMb(server.pid)) - before);
        seen.push({ afterRounds: round, liveKbPerDistrict, residentMb: resident[round - 1] ?? 0 });
      };
      await playStreet(server, { ...options, onRound });
      return seen;
    }, heap.environment);
  } finally {
    await heap.dispose();
  }
}

export async function benchLoad(seats: number, repeat: number): Promise<Part> {
  const runs: Readonly<Record<Target, RoundsResult[]>> = { bare: [], durable: [], colyseus: [], street: [] };
  const memory = await memoryByRound(seats);
  const storm = await onStreet((server) => playStreet(server, { seats, rampMs: 10_000, spread: 0, instant: 0 }));
  let viewBytes = 3_000;
  for (let time = 0; time < repeat; time += 1) {
    // The game runs first, since the others send views of its size.
    for (const target of ['street', 'bare', 'durable', 'colyseus'] as const) {
      const result = await measure(target, seats, 0, Math.round(viewBytes));
      if (target === 'street') viewBytes = result.viewBytes;
      runs[target].push(result);
    }
  }
  const median = (target: Target, read: (result: RoundsResult) => number) => {
    const values = runs[target].map(read).toSorted((one, other) => one - other);
    return values[Math.floor(values.length / 2)] ?? 0;
  };
  const row = (what: string, read: (result: RoundsResult) => number, against: Target) => {
    const figures = TARGETS.map((target) => median(target, read));
    const street = median('street', read);
    return [
      what,
      ...figures.map((value) => `${tenth(value)}`),
      `${tenth(street / median(against, read))}× ${CAPTIONS[against]}`,
    ];
  };
  const text = [
    `${seats} seats in ${seats / GROUP_SIZE} groups, views of ${Math.round(viewBytes)} bytes, median of ${repeat} runs; ms unless said`,
    table(
      ['', ...TARGETS.map((target) => CAPTIONS[target]), 'the game is'],
      [
        row('join, all at once, p50', ({ join }) => join.p50, 'colyseus'),
        row('join, all at once, p99', ({ join }) => join.p99, 'colyseus'),
        row('ack, plans over 5 s, p50', ({ ack }) => ack.p50, 'durable'),
        row('ack, plans over 5 s, p99', ({ ack }) => ack.p99, 'durable'),
        row('ack, all at one instant, p50', ({ instantAck }) => instantAck.p50, 'durable'),
        row('ack, all at one instant, p99', ({ instantAck }) => instantAck.p99, 'durable'),
        row('reveal, plans over 5 s, p50', ({ reveal }) => reveal.p50, 'colyseus'),
        row('reveal, plans over 5 s, p99', ({ reveal }) => reveal.p99, 'colyseus'),
        row('reveal, all at one instant, p99', ({ instantReveal }) => instantReveal.p99, 'colyseus'),
        row('server CPU, ms per seat and round', (result) => result.cpuMsPerSeatRound * 10, 'colyseus').map(asTenth),
        row('bytes per seat and round', ({ bytesPerSeatRound }) => bytesPerSeatRound, 'colyseus'),
        row('memory after the rounds, MB', ({ residentMb }) => residentMb.at(-1) ?? 0, 'colyseus'),
        row('memory per group, KB', (result) => perGroupKb(result, seats), 'colyseus'),
      ],
    ),
    `join with a 10 s ramp: p50 ${storm.join.p50}, p99 ${storm.join.p99}; into the seats after the start: p50 ${storm.sit.p50}, p99 ${storm.sit.p99}`,
    ...memory.map(
      ({ afterRounds, liveKbPerDistrict, residentMb }) =>
        `memory with everybody connected, after ${afterRounds} rounds: ${Math.round(liveKbPerDistrict)} KB reachable a district (snapshots of the heap), ${Math.round(residentMb)} MB shown by the system for the server`,
    ),
    `seated ${storm.seated} of ${seats} in ${storm.groups} districts, districts with too many ${storm.crowdedGroups}`,
  ].join('\n');
  return { text, figures: { seats, viewBytes, storm, runs, memory } };
}

/** Growth from before anybody came to after the last round. */
function perGroupKb({ residentMb }: RoundsResult, seats: number): number {
  return (((residentMb.at(-1) ?? 0) - (residentMb[0] ?? 0)) * 1_024) / (seats / GROUP_SIZE);
}

/** The figure is in tenths, so that its first decimal shows. */
function asTenth(cell: string, index: number): string {
  return index === 0 || cell.includes('×') ? cell : `${Math.round(Number(cell) * 10) / 100}`;
}
