/** Rounds of load on one server: joins, rounds with plans spread over five seconds, then rounds at one instant. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadAnswer, ServerKind } from './load/orders.ts';
import { cpuMs, Load, type Running, residentMb } from './processes.ts';
import { now } from './shape.ts';
import { type Spread, spreadOf } from './statistics.ts';

export interface RoundsOptions {
  readonly server: Running;
  readonly kind: ServerKind;
  readonly seats: number;
  readonly groups: readonly string[];
  readonly code?: string;
  /** Time over which everybody joins, in milliseconds; 0: all at once. */
  readonly rampMs: number;
  readonly spreadRounds: number;
  readonly instantRounds: number;
  /** Called between joining and seating: the instructor starts the class. */
  readonly start?: () => Promise<void>;
  readonly onRound?: (round: number) => void | Promise<void>;
}

export interface RoundsResult {
  readonly join: Spread;
  readonly sit: Spread;
  readonly ack: Spread;
  readonly reveal: Spread;
  readonly instantAck: Spread;
  readonly instantReveal: Spread;
  /** CPU time of the server per seat and spread round, in milliseconds. */
  readonly cpuMsPerSeatRound: number;
  readonly bytesPerSeatRound: number;
  readonly viewBytes: number;
  /** Resident memory in megabytes: before anybody came, then after each round. */
  readonly residentMb: readonly number[];
  /** Number of seats taken, and of different groups. */
  readonly seated: number;
  readonly groups: number;
  readonly crowdedGroups: number;
}

/** Processes that share the clients. */
const LOAD_PROCESSES = 2;
const LEAD_MS = 150;

export async function playRounds(options: RoundsOptions): Promise<RoundsResult> {
  const { server, kind, seats, groups, code = '', rampMs } = options;
  const load = await Load.start(LOAD_PROCESSES);
  const resident = [residentMb(server.pid)];
  try {
    await load.tell((index) => ({
      do: 'make',
      kind,
      url: server.url,
      seats: Math.floor((seats + index) / LOAD_PROCESSES),
      groups: groups.filter((_, place) => place % LOAD_PROCESSES === index),
      code,
    }));
    const join = await load.tell({ do: 'join', rampMs });
    const starting = options.start?.();
    const sit = await load.tell({ do: 'sit' });
    await starting;
    resident.push(residentMb(server.pid));

    const spread: Measured[] = [];
    const instant: Measured[] = [];
    const used: Used[] = [];
    for (let round = 1; round <= options.spreadRounds + options.instantRounds; round += 1) {
      const isSpread = round <= options.spreadRounds;
      await load.tell({ do: 'ready' });
      used.push({ cpu: cpuMs(server.pid), bytes: await receivedBy(load) });
      const answers = await load.tell({ do: 'plan', spreadMs: isSpread ? 5_000 : 0, at: now() + LEAD_MS });
      await sleep(100);
      (isSpread ? spread : instant).push(measured(answers));
      resident.push(residentMb(server.pid));
      await options.onRound?.(round);
    }
    const state = await load.tell({ do: 'state' });
    const taken = new Map<string, number>();
    for (const group of state.flatMap((answer) => answer.groups ?? [])) taken.set(group, (taken.get(group) ?? 0) + 1);
    const viewSizes = state.flatMap((answer) => answer.viewBytes ?? []);
    const rounds = Math.max(1, options.spreadRounds);
    // From the first spread round to the first instant round, which includes all phases.
    const [first = NOTHING, last = NOTHING] = [used[0], used[options.spreadRounds]];
    return {
      join: spreadOf(join.flatMap(({ samples }) => samples)),
      sit: spreadOf(sit.flatMap(({ samples }) => samples)),
      ack: spreadOf(spread.flatMap(({ acks }) => acks)),
      reveal: spreadOf(spread.flatMap(({ reveals }) => reveals)),
      instantAck: spreadOf(instant.flatMap(({ acks }) => acks)),
      instantReveal: spreadOf(instant.flatMap(({ reveals }) => reveals)),
      cpuMsPerSeatRound: (last.cpu - first.cpu) / seats / rounds,
      bytesPerSeatRound: (last.bytes - first.bytes) / seats / rounds,
      viewBytes: viewSizes.reduce((sum, size) => sum + size, 0) / Math.max(1, viewSizes.length),
      residentMb: resident,
      seated: [...taken.values()].reduce((sum, count) => sum + count, 0) - (taken.get('') ?? 0),
      groups: taken.size,
      crowdedGroups: [...taken.values()].filter((count) => count > 12).length,
    };
  } finally {
    await load.stop();
  }
}

/** The server's CPU time so far in milliseconds, and the bytes all seats have received. */
interface Used {
  readonly cpu: number;
  readonly bytes: number;
}
const NOTHING: Used = { cpu: 0, bytes: 0 };

interface Measured {
  readonly acks: readonly number[];
  /** From the last plan sent in a group to the arrival of each seat's view, in milliseconds. */
  readonly reveals: readonly number[];
}

function measured(answers: readonly LoadAnswer[]): Measured {
  const lastSent = new Map<string, number>();
  for (const [group, at] of answers.flatMap((answer) => answer.lastSent ?? [])) {
    lastSent.set(group, Math.max(at, lastSent.get(group) ?? 0));
  }
  const views = answers.flatMap((answer) => answer.views ?? []);
  return {
    acks: answers.flatMap(({ samples }) => samples),
    reveals: views.map(({ group, at }) => at - (lastSent.get(group) ?? at)),
  };
}

async function receivedBy(load: Load): Promise<number> {
  return (await load.tell({ do: 'state' })).reduce((sum, { received = 0 }) => sum + received, 0);
}
