/** Homework: one person plays at any hour; the other seats follow the record as far as it is legal. */
import { afterAll, expect, test } from 'vitest';
import { Robot } from '../../server/robots/robot.ts';
import { emptySamples } from '../../server/robots/statistics.ts';
import { districtStream, type EventStore, pastStream } from '../../server/storage/port.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { checkText } from '../../shared/log/check.ts';
import { futureOf } from '../../shared/log/future.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';
import { replay } from '../../shared/log/replay.ts';
import { enter } from '../support/class-room.ts';
import { ask, joinClass, newToken, openClass, post } from '../support/http.ts';
import { enrol, openTab, seatOf, sitAtDesk } from '../support/player.ts';
import { startTogether } from '../support/robots.ts';
import { KEY, startServer, stopServers } from '../support/server.ts';
import { until } from '../support/waiting.ts';

afterAll(stopServers);

const ROUNDS = 4;
const DAY = 86_400_000;
const bearer = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } });

async function logsOf(url: string, classId: string): Promise<readonly DistrictLog[]> {
  const { text } = await ask(`${url}/api/classes/${classId}/export/events.jsonl`, bearer(KEY));
  const { logs, findings } = checkText(text);
  expect(findings.filter(({ what }) => what !== 'game-unfinished')).toEqual([]);
  return logs;
}

/** A class of twelve played to its end, in which a hub falters. */
async function recordedClass(url: string) {
  const { classId, code } = await openClass(url, { clockMode: 'wait', parameters: { rounds: ROUNDS } });
  const samples = emptySamples();
  const how = { url, code, policy: 'mixed', latency: 0, drop: 0, think: 0, samples } as const;
  const robots = Array.from({ length: 12 }, (_, index) => new Robot({ ...how, number: index + 1 }));
  for (const robot of robots) await robot.join();
  await startTogether(url, classId, robots.length);
  await Promise.all(robots.map((robot) => robot.play()));
  const [log] = await logsOf(url, classId);
  if (log === undefined) throw new Error('the class has a log');
  return { classId, log, future: futureOf(log.records) };
}

interface Sitting {
  readonly url: string;
  readonly token: string;
  readonly districtId: string;
}

/** Plays from the present phase to a round, or to the end. */
async function sit(
  { url, token, districtId }: Sitting,
  until_: number,
  plan: (view: SeatView) => Plan,
): Promise<SeatView> {
  const tab = await openTab(url, districtId, token);
  const fresh = (before: SeatView) => () => {
    const now = tab.view();
    const same = now?.public.phase === before.public.phase && now.public.round === before.public.round;
    return same ? undefined : now;
  };
  let view = await until('a view', () => tab.view());
  while (view.public.phase !== 'ended' && view.public.round < until_) {
    const planning = view.public.phase === 'plan';
    const answer = await tab.act(planning ? { type: 'filePlan', plan: plan(view) } : { type: 'signalReady' });
    expect(answer).toMatchObject({ ok: true });
    view = await until(`what follows round ${view.public.round}, ${view.public.phase}`, fresh(view));
  }
  await tab.close();
  return view;
}

function busiest(log: DistrictLog): Seat {
  const { pacts } = replay(log).state;
  const count = (seat: Seat) => pacts.filter(({ a, b }) => a === seat || b === seat).length;
  return [0, 1, 2, 3, 4, 5, 6, 7].toSorted((one, other) => count(other) - count(one))[0] ?? 0;
}

function trade({ budget }: SeatView): Plan {
  return { kind: 'firm', trade: budget, research: 0, shares: [], deal: { kind: 'none' } };
}

/** Records which streams are read. */
function noting(store: EventStore, reads: string[]): EventStore {
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (stream: unknown, ...rest: readonly unknown[]) => {
        if (name === 'read') reads.push(String(stream));
        return member.call(target, stream, ...rest);
      };
    },
  });
}

test('an assignment over a recorded class of 12 is finished in two sittings on two devices', async () => {
  const reads: string[] = [];
  const { url } = await startServer({ wrap: (store) => noting(store, reads) });
  const original = await recordedClass(url);
  const seat = busiest(original.log);
  const { classId, code } = await openClass(url, {
    playOn: { classId: original.classId, round: 1, phase: 'news' },
    homework: { due: Date.now() + DAY, late: 'refuse', seat },
  });
  const desk = await sitAtDesk(url, classId);
  const first = await enrol(url, code, 'Ada');
  const own = await seatOf(url, first);
  expect(own.seat).toBe(seat);
  const asRecorded = ({ public: { round } }: SeatView): Plan => {
    const filed = original.future.get(round)?.plans.get(seat);
    if (filed === undefined) throw new Error(`nothing is on record of round ${round}`);
    return filed.plan;
  };
  await sit({ url, token: first.token, districtId: own.districtId }, 3, asRecorded);

  const room = await enter(url, classId, { token: first.token });
  const person = await until('who one is', () => room.latest('person'));
  expect(person).toMatchObject({ homework: { late: 'refuse' } });
  const taken = await room.student({ type: 'takeCode' });
  const reentry = taken.ok ? taken.code : undefined;
  await room.close();
  const token = newToken();
  const again = await post(`${url}/api/classes/${code}/reentry`, { reentry, token });
  expect(again.body).toMatchObject({ playerId: first.playerId });
  const early = await ask(`${url}/api/practice/${classId}/record`, bearer(token));
  expect(early.status).toBe(404);
  await until('the desk to know', () => desk.latest()?.players[0]?.homework?.round === 3);
  const end = await sit({ url, token, districtId: own.districtId }, ROUNDS + 1, asRecorded);
  expect(end.public.phase).toBe('ended');
  await until('the desk to know of the end', () => desk.latest()?.players[0]?.homework?.done);
  expect(desk.latest()?.players[0]?.homework).toEqual({ round: ROUNDS, rounds: ROUNDS, done: true, late: false });

  // Repeating the record's plans gives the same history.
  const [played] = await logsOf(url, classId);
  if (played === undefined) throw new Error('the homework has a log');
  expect(played.header.lineage).toMatchObject({ why: 'homework', districtId: original.log.header.districtId });
  expect(replay(played).state.history).toEqual(replay(original.log).state.history);
  const filed = played.records.flatMap(({ events }) => events.filter((event) => event.type === 'PlanFiled'));
  expect(filed.filter(({ by }) => by === 'recorded')).toHaveLength(11 * ROUNDS);
  expect(filed.some(({ cut }) => cut === true)).toBe(false);

  // The student gets their own game, and the one it was played against.
  const { text } = await ask(`${url}/api/practice/${classId}/record`, bearer(token));
  const { logs } = checkText(text);
  expect(logs.map(({ header }) => header.districtId)).toEqual([own.districtId, original.log.header.districtId]);

  // With other plans, recorded plans that are no longer legal are marked.
  reads.length = 0;
  const other = await enrol(url, code, 'Bo');
  const place = await seatOf(url, other);
  expect(place).toMatchObject({ seat, districtNumber: 2 });
  // The common past was read for the first student only.
  expect(reads).toContain(districtStream(place.districtId));
  expect(reads).not.toContain(pastStream(classId, 0));
  await sit({ url, token: other.token, districtId: place.districtId }, ROUNDS + 1, trade);
  const [, otherwise] = await logsOf(url, classId);
  const cut = otherwise?.records.flatMap(({ events }) =>
    events.filter((e) => e.type === 'PlanFiled' && e.cut === true),
  );
  expect(cut?.length).toBeGreaterThan(0);
  const csv = (await ask(`${url}/api/classes/${classId}/export/decisions.csv`, bearer(KEY))).text;
  const [head = ''] = csv.split('\r\n');
  const at = head.replace('\u{feff}', '').split(',');
  const rows = csv
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','));
  const count = (by: string, isCut?: string) =>
    rows.filter((row) => row[at.indexOf('by')] === by && (isCut ?? row[at.indexOf('cut')]) === row[at.indexOf('cut')])
      .length;
  expect(count('human')).toBe(2 * ROUNDS);
  expect(count('recorded', 'TRUE')).toBe(cut?.length);
  expect(count('recorded') + count('bot') + count('timeout')).toBe(2 * 11 * ROUNDS);
});

test('after it is due nothing is begun or decided, or it is marked, as was said', async () => {
  let now = 1_000_000;
  const { url } = await startServer({ now: () => now });
  const setup = { seatsPerDistrict: 4, parameters: { rounds: 1 } } as const;
  const strict = await openClass(url, { ...setup, homework: { due: now + DAY, late: 'refuse', seat: 0 } });
  const lenient = await openClass(url, { ...setup, homework: { due: now + DAY, late: 'mark', seat: 0 } });
  const [ada, bo] = [await enrol(url, strict.code, 'Ada'), await enrol(url, lenient.code, 'Bo')];
  const [hers, his] = [await seatOf(url, ada), await seatOf(url, bo)];
  now += 2 * DAY;
  const late = await joinClass(url, strict.code, 'Cy');
  expect([late.status, late.body.code]).toEqual([410, 'homework-over']);
  const tab = await openTab(url, hers.districtId, ada.token);
  expect(await tab.act({ type: 'signalReady' })).toMatchObject({ ok: false, refused: 'homework-over' });
  await sit({ url, token: bo.token, districtId: his.districtId }, 2, trade);
  const csv = (await ask(`${url}/api/classes/${lenient.classId}/export/decisions.csv`, bearer(KEY))).text;
  const [head = '', ...rows] = csv
    .replace('\u{feff}', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  const column = (name: string) => rows.map((row) => row[Array.isArray(head) ? head.indexOf(name) : 0]);
  expect(new Set(column('late'))).toEqual(new Set(['TRUE']));
  expect((await joinClass(url, lenient.code, 'Di')).status).toBe(200);
});
