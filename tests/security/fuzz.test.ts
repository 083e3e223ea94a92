/**
 * Random and mutated messages in every phase: no crash, only listed refusals, no lost command, and a log that replays.
 * `npm run faults` sends a million; `npm test` some thousands.
 */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { DistrictSession } from '../../server/district/session.ts';
import { readDistrict } from '../../server/district/stream.ts';
import { refusalFromZodError } from '../../server/rooms/refusal-from-zod-error.ts';
import type { EventStore } from '../../server/storage/port.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import { mixedPolicies, policyFor } from '../../shared/bots/index.ts';
import type { SeatAction } from '../../shared/engine/commands.ts';
import { found } from '../../shared/engine/founding.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { firstDifference, redecide, replay } from '../../shared/log/replay.ts';
import { ALL_REFUSAL_CODES } from '../../shared/protocol/refusals.ts';
import { actRequestSchema } from '../../shared/protocol/schemas.ts';
import { type ActAnswer, WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { rosterFor, scenarioById } from '../../shared/scenarios/index.ts';
import { isLong, report } from '../faults/forms.ts';
import { ask, openClass } from '../support/http.ts';
import { enrol, openTab, plainPlan, seatOf, sitAtDesk } from '../support/player.ts';
import { log, newFolder, startServer, stopServers } from '../support/server.ts';
import { until } from '../support/waiting.ts';
import { Dice, mutated } from './mutations.ts';

const MESSAGES = isLong ? 1_000_000 : 12_000;
/** Messages until a district is played to its end and the next one begins. */
const PER_DISTRICT = 4_000;
const FRAMES = isLong ? 100_000 : 2_000;
const SEED = Number(process.env.FUZZ_SEED ?? 1);

let store: EventStore | undefined;
let folder: string | undefined;

afterEach(async () => {
  await store?.close();
  store = undefined;
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  await stopServers();
});

/** What an honest client could send now. */
function sound(state: DistrictState, seat: number, dice: Dice): SeatAction {
  const view = viewFor(state, seat);
  const other = dice.below(state.actors.length);
  const policy = policyFor(state.seats[seat]?.policy ?? '');
  if (policy === undefined) throw new Error('no policy');
  return dice.pick<() => SeatAction>([
    () => ({ type: 'filePlan', plan: policy(view, () => dice.next()) }),
    () => ({ type: 'makeOffer', kind: dice.pick(['pact', 'buy', 'sell'] as const), to: other }),
    () => ({ type: 'answerOffer', offer: state.offers[0]?.id ?? dice.below(50), accept: dice.next() < 0.5 }),
    () => ({ type: 'withdrawOffer', offer: state.offers[0]?.id ?? dice.below(50) }),
    () => ({ type: 'say', text: '你好 hello', ...(dice.next() < 0.5 ? { to: other } : {}) }),
    () => ({ type: 'signalReady' }),
  ])();
}

/** As in the room: the schema first, then the session. */
async function received(session: DistrictSession, seat: number, payload: unknown): Promise<ActAnswer> {
  const request = actRequestSchema.safeParse(payload);
  if (!request.success) return { ok: false, refused: refusalFromZodError(request.error) };
  return session.act(seat, `p${seat}`, request.data);
}

describe('messages to a district', () => {
  test(
    `${MESSAGES} at all phases`,
    async () => {
      folder = await newFolder();
      store = await openSqliteStore(join(folder, 'street.db'), log);
      const scenario = scenarioById('zhongguancun');
      if (scenario === undefined) throw new Error('no scenario');
      const dice = new Dice(SEED);
      const answers = { accepted: 0, refused: new Map<string, number>() };
      for (let district = 1; (district - 1) * PER_DISTRICT < MESSAGES; district += 1) {
        const id = `d${district}`;
        const actors = rosterFor(scenario, 6);
        const settings = { clockMode: 'desk', newsMs: 1_000, planMs: 1_000, revealMs: 1_000, talk: true } as const;
        const policies = mixedPolicies(actors, district);
        const session = await DistrictSession.open(
          {
            districtId: id,
            classId: 'k1',
            found: () => found(scenario, { seed: district, settings, actors, policies }),
          },
          { store, log, now: Date.now, botPace: 0 },
        );
        for (const seat of actors.keys()) session.arrive(seat, `p${seat}`);
        const told: string[] = [];
        let wave: Promise<void>[] = [];
        for (let number = 0; number < PER_DISTRICT; number += 1) {
          const seat = dice.below(actors.length);
          const request = { id: randomUUID(), round: session.state.round, action: sound(session.state, seat, dice) };
          let payload: unknown = request;
          for (let changes = dice.pick([0, 1, 1, 1, 2, 3]); changes > 0; changes -= 1) payload = mutated(payload, dice);
          wave.push(
            received(session, seat, payload).then((answer) => {
              if (answer.ok) {
                answers.accepted += 1;
                const sent: unknown = payload;
                if (typeof sent === 'object' && sent !== null && 'id' in sent) told.push(String(sent.id));
              } else {
                expect(ALL_REFUSAL_CODES).toContain(answer.refused);
                answers.refused.set(answer.refused, (answers.refused.get(answer.refused) ?? 0) + 1);
              }
            }),
          );
          if (wave.length < 20) continue;
          await Promise.all(wave);
          wave = [];
          if (number % 100 === 99) await session.desk({ type: 'advancePhase' }, randomUUID());
        }
        await Promise.all(wave);
        session.close();
        const kept = (await readDistrict(store, id))?.log;
        if (kept === undefined) throw new Error('the log is gone');
        expect(firstDifference(replay(kept).checks)).toBeUndefined();
        expect('log' in redecide(kept)).toBe(true);
        const known = new Set(kept.records.flatMap(({ commandId }) => commandId ?? []));
        expect(told.filter((each) => !known.has(each))).toEqual([]);
        expect(JSON.stringify(replay(kept).state)).not.toContain('null');
      }
      report(`${MESSAGES} messages`, { accepted: answers.accepted, refused: Object.fromEntries(answers.refused) });
      expect(answers.accepted).toBeGreaterThan(MESSAGES / 100);
      expect(answers.refused.size).toBeGreaterThan(8);
    },
    300_000 + MESSAGES * 5,
  );
});

describe('frames on the wire', () => {
  test(
    `${FRAMES} of noise beside people who play: nobody else notices`,
    async () => {
      const { url } = await startServer();
      const { classId, code } = await openClass(url, { clockMode: 'desk' });
      const [vandal, honest] = [await enrol(url, code, 'V'), await enrol(url, code, '小明')];
      const desk = await sitAtDesk(url, classId);
      await desk.ask({ type: 'startClass' });
      const [where, place] = [await seatOf(url, vandal), await seatOf(url, honest)];
      const tab = await openTab(url, place.districtId, honest.token);
      await desk.ask({ type: 'advance' });
      await until('the plan phase', () => tab.view()?.public.phase === 'plan');
      const dice = new Dice(SEED);
      let sent = 0;
      let lines = 0;
      while (sent < FRAMES) {
        // A disconnected vandal may reconnect, as any student.
        const line = await openTab(url, where.districtId, vandal.token);
        lines += 1;
        for (let frame = 0; frame < 400 && line.room.connection.isOpen && sent < FRAMES; frame += 1) {
          const bytes = Buffer.from(Array.from({ length: dice.below(200) }, () => dice.below(256)));
          // Colyseus's own message types, to get past the first check.
          if (bytes.length > 0 && dice.next() < 0.8) bytes[0] = dice.pick([10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
          line.room.connection.send(bytes);
          sent += 1;
          if (frame % 50 === 49) await new Promise((turn) => setImmediate(turn));
        }
        await line.close().catch(() => undefined);
      }
      const view = tab.view();
      if (view === undefined) throw new Error('no view');
      expect(await tab.act({ type: 'filePlan', plan: plainPlan(view) })).toMatchObject({ ok: true });
      expect((await ask(`${url}/readyz`)).status).toBe(200);
      report(`${FRAMES} frames`, { lines });
    },
    300_000 + FRAMES * 5,
  );

  test('refuses odd ways to enter, in words of the closed list', async () => {
    const { url } = await startServer();
    const { classId } = await openClass(url);
    const dice = new Dice(SEED);
    const sound = { wire: WIRE_VERSION, token: 'a'.repeat(43) };
    for (let number = 0; number < 200; number += 1) {
      const body = JSON.stringify(mutated(sound, dice), (_key, value: unknown) =>
        typeof value === 'bigint' || typeof value === 'symbol' ? String(value) : value,
      );
      const answer = await fetch(`${url}/matchmake/joinById/${classId}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body }),
      });
      const text = await answer.text();
      expect(answer.status, `${body} got ${text}`).toBeGreaterThanOrEqual(400);
      expect(text).not.toMatch(/node_modules|at \w+ \(|\.ts:\d+/);
    }
    expect((await ask(`${url}/readyz`)).status).toBe(200);
  });
});
