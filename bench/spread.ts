/**
 * How large a class could grow if its districts were spread over processes. Measures one process, and the cost of a
 * desk of any size, and computes at how many seats two cores saturate. `docs/SCALE.md` describes the design.
 */
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'colyseus.js';
import { pack } from 'msgpackr';
import { openClass, sendDeskRequest } from '../server/robots/classroom.ts';
import type { DeskView } from '../shared/protocol/class-room.ts';
import { difference } from '../shared/protocol/patch.ts';
import { hearViews } from '../shared/protocol/view-stream.ts';
import { WIRE_VERSION } from '../shared/protocol/wire.ts';
import { onStreet } from './load.ts';
import { cpuMs } from './processes.ts';
import { playRounds } from './rounds.ts';
import { GROUP_SIZE } from './shape.ts';
import { spreadOf, tenth } from './statistics.ts';
import { type Part, table } from './table.ts';

const KEY = 'the-key-of-the-bench';
const SEATS = 240;
const ROUNDS = 3;
/** Updates of a desk per second. */
const UPDATES_A_SECOND = 4;
/** Updates measured; the median is used. */
const UPDATES = 21;
/** Load of a process above which it answers late. */
const MOST_OF_A_CORE = 0.7;
const LEASE_MS = 6_000;
/** From `npm run bench -- --only engine`: logs folded per second with hashes checked. */
const REPLAYS_A_SECOND = 516;
const CLASSES = [480, 960, 1_920, 2_880, 3_840, 5_000, 7_500, 10_000] as const;
/** Seconds over which a class files its plans: a usual round, and a hurried one. */
const WINDOWS = [60, 20] as const;

interface Measured {
  readonly desk: DeskView;
  readonly msASeatAndRound: number;
  readonly msAJoin: number;
  readonly mbADistrict: number;
}

function measure(): Promise<Measured> {
  return onStreet(async ({ pid, url, stop }) => {
    const opened = await openClass(url, KEY, {
      clockMode: 'clock',
      pace: 'own',
      newsMs: 1_000,
      planMs: 120_000,
      revealMs: 1_000,
    });
    let desk: DeskView | undefined;
    const room = await new Client(url).joinById(opened.classId, { wire: WIRE_VERSION, key: KEY });
    hearViews<DeskView>(room, 'desk', ({ view }) => {
      desk = view;
    });
    room.onMessage('*', () => undefined);
    const before = cpuMs(pid);
    let joined = before;
    const played = await playRounds({
      server: { pid, url, stop },
      kind: 'street',
      seats: SEATS,
      groups: [],
      code: opened.code,
      rampMs: 5_000,
      spreadRounds: ROUNDS,
      // Marks the end of the measured rounds.
      instantRounds: 1,
      start: async () => {
        await sendDeskRequest(url, KEY, opened.classId, { type: 'startClass' });
        joined = cpuMs(pid);
      },
    });
    await sleep(1_000);
    await room.leave();
    if (desk === undefined) throw new Error('the desk saw nothing');
    const [empty = 0, full = 0] = [played.residentMb[0], played.residentMb.at(-1)];
    return {
      desk,
      msASeatAndRound: played.cpuMsPerSeatRound,
      msAJoin: (joined - before) / SEATS,
      mbADistrict: ((full - empty) * GROUP_SIZE) / SEATS,
    };
  });
}

/** Milliseconds of one desk update in which all districts have changed. */
function deskUpdate(desk: DeskView, districts: number): number {
  const players = Array.from({ length: districts * GROUP_SIZE }, (_, index) => {
    return { ...desk.players[index % desk.players.length], id: `p${index}` };
  });
  const rows = (update: number) =>
    Array.from({ length: districts }, (_, index) => {
      const row = desk.districts[index % desk.districts.length];
      return { ...row, id: `d${index}`, number: index + 1, waitingFor: [update] };
    });
  const views = Array.from({ length: UPDATES }, (_, update) => ({ ...desk, players, districts: rows(update) }));
  const times = views.slice(1).map((view, before) => {
    const began = performance.now();
    pack(difference(views[before], view));
    return performance.now() - began;
  });
  return spreadOf(times).p50;
}

/** Milliseconds to read one district's change and forward it to the desk. */
function rowCost(desk: DeskView): number {
  const row = desk.districts[0];
  const times = 5_000;
  const began = performance.now();
  for (let time = 0; time < times; time += 1) JSON.parse(JSON.stringify(row));
  return (performance.now() - began) / times;
}

export async function benchSpread(): Promise<Part> {
  const load = loadavg()[0] ?? 0;
  const measured = await measure();
  const row = rowCost(measured.desk);
  const rows = CLASSES.map((seats) => {
    const districts = Math.ceil(seats / GROUP_SIZE);
    const update = deskUpdate(measured.desk, districts);
    const shares = WINDOWS.map((window) => {
      // Each plan is one change for the desk; an update carries those since the last.
      const whole = (update * UPDATES_A_SECOND + (seats / window) * row) / 1_000;
      const part = (seats * measured.msASeatAndRound) / 1_000 / window;
      return { window, whole, part, fits: whole <= MOST_OF_A_CORE && part <= MOST_OF_A_CORE };
    });
    const memory = districts * measured.mbADistrict;
    const takeover = (LEASE_MS + (districts / REPLAYS_A_SECOND) * 1_000 + seats * measured.msAJoin) / 1_000;
    return { seats, districts, update, shares, memory, takeover };
  });
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const text = [
    `Measured with ${SEATS} seats in one process, load average ${tenth(load)} before: ${tenth(measured.msASeatAndRound)} ms a seat and round, ${tenth(measured.msAJoin)} ms a join, ${tenth(measured.mbADistrict)} MB a district; a district's news for the desk ${Math.round(row * 1_000)} µs.`,
    'The class on one core, all its districts on the other:',
    table(
      [
        'seats',
        'districts',
        'one update of the desk, ms',
        ...WINDOWS.map((w) => `plans over ${w} s: class / districts`),
        'memory, MB',
        'taken over by one process, s',
      ],
      rows.map(({ seats, districts, update, shares, memory, takeover }) => [
        `${seats}`,
        `${districts}`,
        `${tenth(update)}`,
        ...shares.map(({ whole, part, fits }) => `${percent(whole)} / ${percent(part)}${fits ? '' : ', no'}`),
        `${Math.round(memory)}`,
        `${tenth(takeover)}`,
      ]),
    ),
  ].join('\n');
  return { text, figures: { load, ...measured, desk: undefined, rows } };
}
