/** Records every byte a seat is sent over a whole game among eleven others and looks in it for what it must not know. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDistrict } from '../../server/district/stream.ts';
import { Robot } from '../../server/robots/robot.ts';
import { emptySamples } from '../../server/robots/statistics.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';
import { statesOf } from '../../shared/log/replay.ts';
import { openClass } from '../support/http.ts';
import { enrol, openTab, plainPlan, seatOf, sitAtDesk, type Tab } from '../support/player.ts';
import { log, startServer, stopServers, type TestServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

const WHISPER = 'between the two of us: 只有你知道';
const ALOUD = 'for everyone to hear: 大家好';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(stopServers);

/** Plays the recorded seat to the end of the game. */
async function playAlong(tab: Tab): Promise<void> {
  let acted = '';
  await until(
    'the end of the game',
    () => {
      const view = tab.view();
      if (view === undefined) return false;
      const turn = `${view.public.round} ${view.public.phase}`;
      if (turn !== acted) {
        acted = turn;
        if (view.public.phase === 'plan') tab.act({ type: 'filePlan', plan: plainPlan(view) });
        else if (view.public.phase !== 'ended') tab.act({ type: 'signalReady' });
      }
      return view.public.phase === 'ended';
    },
    60_000,
  );
}

/** Numbers precise enough that they do not turn up by chance. */
function isTelling(value: number): boolean {
  return Math.abs(value * 1e6 - Math.round(value * 1e6)) > 1e-6;
}

/** What the others have that is secret always: cash, debts, knowledge, trust of third parties, what they share. */
function secretsOf(state: DistrictState, me: Seat): readonly number[] {
  const size = state.actors.length;
  const others = state.actors.map(({ seat }) => seat).filter((seat) => seat !== me);
  return others.flatMap((seat) => {
    const firm = state.firms[seat];
    const trust = others.map((other) => state.trust[seat * size + other] ?? 0);
    const shared = others.map((other) => state.flows?.shared[seat * size + other] ?? 0);
    const loans = firm?.loans.map(({ owed }) => owed) ?? [];
    return [firm?.cash ?? 0, firm?.knowledge ?? 0, firm?.ventureDue ?? 0, ...loans, ...trust, ...shared];
  });
}

/** What this seat may know, though another's secret may equal it. */
function knownTo(state: DistrictState, me: Seat): readonly number[] {
  const size = state.actors.length;
  const firm = state.firms[me];
  const trust = state.actors.map(({ seat }) => state.trust[me * size + seat] ?? 0);
  const given = state.actors.map(({ seat }) => state.flows?.shared[me * size + seat] ?? 0);
  const received = state.actors.map(({ seat }) => state.flows?.shared[seat * size + me] ?? 0);
  return [firm?.cash ?? 0, firm?.knowledge ?? 0, firm?.ventureDue ?? 0, ...trust, ...given, ...received];
}

function everyDouble(bytes: Buffer): { readonly has: (value: number) => boolean } {
  const seen = new Set<bigint>();
  for (let offset = 0; offset + 8 <= bytes.length; offset += 1) {
    seen.add(bytes.readBigUInt64BE(offset));
    seen.add(bytes.readBigUInt64LE(offset));
  }
  const pattern = Buffer.alloc(8);
  return {
    has(value) {
      pattern.writeDoubleBE(value);
      return seen.has(pattern.readBigUInt64BE());
    },
  };
}

describe('over a whole game', () => {
  it("no secret of another seat crosses a seat's wire", async () => {
    const { classId, code } = await openClass(server.url, { clockMode: 'wait', seed: 2 });
    const ada = await enrol(server.url, code, 'Ada');
    const samples = emptySamples();
    const robots = Array.from(
      { length: 11 },
      (_, index) =>
        new Robot({
          url: server.url,
          code,
          number: index + 1,
          policy: 'mixed',
          latency: 0,
          drop: 0,
          think: 10,
          samples,
        }),
    );
    await Promise.all(robots.map((robot) => robot.join()));
    const desk = await sitAtDesk(server.url, classId);
    await desk.ask({ type: 'startClass' });
    const place = await seatOf(server.url, ada);
    const tab = await openTab(server.url, place.districtId, ada.token);
    expect(tab.view()?.public.seats[place.seat]?.kind).toBe('firm');
    const [one, two] = await until('two others', () => {
      const seated = robots.filter(({ view }) => view !== undefined);
      return seated.length >= 2 && seated;
    });
    if (one === undefined || two === undefined) throw new Error('nobody else is here');
    one.say(WHISPER, two.view?.seat);
    two.say(ALOUD);
    await Promise.all([playAlong(tab), ...robots.map((robot) => robot.play())]);

    const bytes = Buffer.concat(tab.frames);
    const kept: DistrictLog | undefined = await readDistrict(server.store, place.districtId, log);
    if (kept === undefined) throw new Error('there is no log');
    const states = statesOf(kept);
    expect(states.at(-1)?.talk.map(({ text }) => text)).toEqual(expect.arrayContaining([WHISPER, ALOUD]));

    const doubles = everyDouble(bytes);
    const known = new Set(states.flatMap((state) => knownTo(state, place.seat)));
    const own = [...known].filter(isTelling);
    expect(own.filter((value) => doubles.has(value)).length).toBeGreaterThan(5);
    const secrets = new Set(states.flatMap((state) => secretsOf(state, place.seat)).filter(isTelling));
    expect(secrets.size).toBeGreaterThan(100);
    expect([...secrets].filter((value) => !known.has(value) && doubles.has(value))).toEqual([]);

    expect(bytes.includes(ALOUD)).toBe(true);
    expect(bytes.includes(WHISPER)).toBe(false);
    for (const { token } of robots) expect(bytes.includes(token)).toBe(false);
    for (const { commandId } of kept.records) {
      if (commandId !== undefined) expect(bytes.includes(commandId)).toBe(false);
    }
    expect(bytes.includes('tokenHash')).toBe(false);
    expect(bytes.includes('policy')).toBe(false);
  }, 90_000);

  it('no plan of another is sent before the reveal, to nobody', async () => {
    const { classId, code } = await openClass(server.url, { clockMode: 'desk' });
    const [ada, bo] = [await enrol(server.url, code, 'Ada'), await enrol(server.url, code, 'Bo')];
    const desk = await sitAtDesk(server.url, classId);
    await desk.ask({ type: 'startClass' });
    const [placeA, placeB] = [await seatOf(server.url, ada), await seatOf(server.url, bo)];
    const [tabA, tabB] = [
      await openTab(server.url, placeA.districtId, ada.token),
      await openTab(server.url, placeB.districtId, bo.token),
    ];
    await desk.ask({ type: 'advance' });
    await until('the plan phase', () => tabA.view()?.public.phase === 'plan' && tabB.view()?.public.phase === 'plan');
    const before = tabB.frames.length;
    const view = tabA.view();
    if (view === undefined) throw new Error('no view');
    await tabA.act({ type: 'filePlan', plan: plainPlan(view) });
    await until('Ada to be seen ready', () => {
      const state = tabB.received.filter(({ type }) => type === 'state').at(-1)?.message;
      const { seats } = state as { readonly seats: readonly { readonly ready: boolean }[] };
      return seats[placeA.seat]?.ready;
    });
    const sent = Buffer.concat(tabB.frames.slice(before));
    for (const word of ['trade', 'research', 'publish', 'PlanFiled']) expect(sent.includes(word)).toBe(false);
  });
});
