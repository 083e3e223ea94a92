/** One district from founding to end: what it stores, logs, tells and answers, and when. The test controls time. */
import { afterEach, beforeEach, describe, test, vi } from 'vitest';
import { type Change, deliveries } from '../../server/district/deliveries.ts';
import type { DistrictOrigin } from '../../server/district/origin.ts';
import { DistrictSession } from '../../server/district/session.ts';
import { StallDetector } from '../../server/district/stall-detector.ts';
import { mixedPolicies } from '../../shared/bots/index.ts';
import { found } from '../../shared/engine/founding.ts';
import type { Settings } from '../../shared/engine/parts.ts';
import type { PlayerAction } from '../../shared/protocol/wire.ts';
import { rosterFor } from '../../shared/scenarios/index.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { firmPlan } from '../engine/support.ts';
import { BEGAN, Calls, type Disk, passes, short } from '../support/calls.ts';
import { expectTold } from '../support/told.ts';

const SETTINGS: Settings = { clockMode: 'clock', newsMs: 2_000, planMs: 9_000, revealMs: 4_000, talk: true };

vi.mock('../../server/access/secrets.ts', async (original) => ({
  ...(await original<typeof import('../../server/access/secrets.ts')>()),
  newSalt: () => 'salt',
}));

beforeEach(() => void vi.useFakeTimers({ now: BEGAN }));
afterEach(() => void vi.useRealTimers());

/** A process that holds class k1, whose district is opened and used. */
class Street extends Calls {
  readonly disks: Disk[] = [];
  readonly stall: StallDetector;
  /** Offset of its stall clock against the time. */
  slept = 0;
  asked = 0;

  constructor() {
    super();
    this.stall = new StallDetector(() => Date.now() + this.slept);
  }

  get faults(): Disk['faults'] {
    return this.disks.at(-1)?.faults ?? {};
  }

  async opens(
    settings: Partial<Settings> = {},
    more: Partial<DistrictOrigin> = {},
    botPace = 1,
  ): Promise<DistrictSession> {
    const disk = this.disk('a');
    this.disks.push(disk);
    await disk.store.acquire('k1', Date.now());
    const actors = rosterFor(zhongguancun, 6);
    const policies = mixedPolicies(actors, 1);
    const origin: DistrictOrigin = {
      districtId: 'd1',
      districtNumber: 3,
      classId: 'k1',
      found: () => found(zhongguancun, { seed: 5, settings: { ...SETTINGS, ...settings }, actors, policies }),
      ...more,
    };
    const tools = { store: disk.store, log: disk.log, now: () => Date.now(), botPace, stalls: this.stall };
    const session = await DistrictSession.open(origin, tools);
    session.onChange((change) => this.say(`told ${heard(change)}`));
    return session;
  }

  acts(session: DistrictSession, seat: number, action: PlayerAction, more: object = {}): Promise<unknown> {
    this.asked += 1;
    return session.act(seat, `p${seat}`, { id: `r${this.asked}`, round: session.state.round, action, ...more });
  }
}

function heard(change: Change): string {
  const all = deliveries(change).map((each) => `${each.what}→${each.to}${'line' in each ? ` ${each.line.id}` : ''}`);
  return `${all.join(', ') || 'nothing'}${change.anew === true ? ', anew' : ''}`;
}

function shown(session: DistrictSession): string {
  const { phase, round, practice } = session.state;
  const { broken, done, waitsForOthers: held, endWaits, undoable } = session;
  const flags = Object.entries({ broken, done, held, endWaits, undoable }).flatMap(([name, on]) => (on ? [name] : []));
  const outlook = session.outlook === undefined ? '-' : Object.values(session.outlook).map(short).join(' ');
  const deadline = session.deadline === undefined ? '-' : short(session.deadline);
  return [
    practice === undefined ? '' : 'practice',
    phase,
    round,
    deadline,
    `[${flags}]`,
    `[${session.waitingFor()}]`,
    outlook,
  ].join(' ');
}

const PLAN = firmPlan(3, 3);

describe('a district', () => {
  test('by the clock, with two people, to its second year', async () => {
    const street = new Street();
    const session = await street.opens();
    const looks = () => shown(session);
    await street.step('begins', looks);
    await street.step('somebody comes', () => session.arrive(0, 'p0'));
    await street.step('and another', () => session.arrive(2, 'p2'));
    await street.step('is read', () => street.acts(session, 0, { type: 'signalReady' }));
    await street.step('by both', () => street.acts(session, 2, { type: 'signalReady' }));
    await street.step('a year is planned', looks);
    await street.step('a plan', () => street.acts(session, 0, { type: 'filePlan', plan: PLAN }));
    await street.step('a plan beyond the budget', () =>
      street.acts(session, 0, { type: 'filePlan', plan: firmPlan(60, 0) }),
    );
    await street.step('the same again', async () => {
      street.asked -= 1;
      return street.acts(session, 0, { type: 'filePlan', plan: PLAN });
    });
    await street.step('words', () => street.acts(session, 0, { type: 'say', text: ' Good  day ' }));
    await street.step('a whisper', () => street.acts(session, 0, { type: 'say', text: 'You?', to: 2 }));
    await street.step('no words', () => street.acts(session, 0, { type: 'say', text: ' ' }));
    street.say(session.state.talk.map((line) => session.talkTexts.withText(line).text).join());
    await street.step('an offer', () => street.acts(session, 0, { type: 'makeOffer', kind: 'pact', to: 2 }));
    await street.step('a yes', () => street.acts(session, 2, { type: 'answerOffer', offer: 1, accept: true }));
    await street.step('an act of next year', () => street.acts(session, 0, { type: 'signalReady' }, { round: 2 }));
    await street.step('an act of last year', () => street.acts(session, 0, { type: 'signalReady' }, { round: 0 }));
    await street.step('an act of the practice', () =>
      street.acts(session, 0, { type: 'signalReady' }, { practice: true }),
    );
    await street.step('nobody says more', () => session.forget('p0'));
    street.say(session.state.talk.map((line) => String(session.talkTexts.withText(line).text)).join());
    await street.step('the clock runs out', () => passes(9_000));
    await street.step('is revealed', looks);
    await street.step('one goes', () => session.leave(2, 'p2'));
    await street.step('the other goes on', () => street.acts(session, 0, { type: 'signalReady' }));
    await street.step('the second year', looks);
    await street.step('undone', () => session.undo('d1'));
    await street.step('and once more', () => session.undo('d2'));
    await street.step('is as before', looks);
    await street.step('runs out again', () => passes(2_000));
    await street.step('shorter', () => session.endBy(Date.now() + 400_000, 'd3'));
    await street.step('far too short', () => session.endBy(Date.now() + 1_000, 'd4'));
    await street.step('paused', () => session.desk({ type: 'pauseClock' }, 'd5'));
    await street.step('a minute', () => passes(60_000));
    await street.step('on', () => session.desk({ type: 'resumeClock' }, 'd6'));
    await street.step('later', () => passes(9_500));
    await street.step('is', looks);
    session.close();
    await street.step('an hour', () => passes(3_600_000));
    await street.step('stopped', () => session.desk({ type: 'pauseClock' }, 'd7'));
    session.close('ended');
    await street.step('ended', () => street.acts(session, 0, { type: 'signalReady' }));
    await street.step('held', looks);
    street.stall.close();
    street.say(`${vi.getTimerCount()} timers`);
    await expectTold('server/session-played', street.told);
  });

  test('where the store fails, hangs and comes back', async () => {
    const street = new Street();
    const holders = new Map([
      [0, 'p0'],
      [2, 'p2'],
    ]);
    const session = await street.opens({ planMs: 60_000 }, { holders: () => holders }, 1_000);
    const looks = () => shown(session);
    session.arrive(0, 'p0');
    session.arrive(2, 'p2');
    await passes(2_500);
    street.told.length = 0;
    street.faults.append = () => Promise.resolve('unavailable');
    street.faults.healthy = () => Promise.resolve(false);
    await street.step('words that are not kept', () => street.acts(session, 0, { type: 'say', text: 'Lost' }));
    await street.step('nothing is shown', looks);
    street.say(`${vi.getTimerCount()} timers`);
    await street.step('nor answered', () => street.acts(session, 2, { type: 'signalReady' }));
    await street.step('nor by the desk', () => session.desk({ type: 'pauseClock' }, 'd1'));
    holders.set(3, 'p2');
    holders.delete(2);
    await street.step('a while', () => passes(1_400));
    delete street.faults.append;
    delete street.faults.healthy;
    street.faults.read = () => Promise.reject(new Error('no disk'));
    await street.step('cannot be read', () => passes(500));
    delete street.faults.read;
    await street.step('can again', () => passes(500));
    await street.step('is', looks);
    street.say(session.state.seats.map(({ control, player }) => `${control} ${player ?? ''}`).join());
    let land: () => void = () => undefined;
    street.faults.append = () => {
      delete street.faults.append;
      return new Promise((stored) => (land = () => stored('conflict')));
    };
    await street.step('words under way', () => {
      void street.acts(session, 0, { type: 'say', text: 'Slow' }).then((answer) => street.say(`= ${short(answer)}`));
    });
    void session.undo('d2').then((answer) => street.say(`undo = ${short(answer)}`));
    await street.step('until patience ends', () => passes(5_999));
    await street.step('and a millisecond', () => passes(1));
    await street.step('nothing is read while it is under way', () => passes(2_000));
    await street.step('it came to nothing', () => land());
    await street.step('is read', () => passes(1_000));
    await street.step('is', looks);
    await street.step('undone while something lands', async () => {
      const { store, faults } = street.disks.at(-1) ?? street.disk('a');
      faults.append = (...given: Parameters<typeof store.append>) => {
        delete faults.append;
        return new Promise((stored) => setTimeout(() => stored(store.append(...given)), 100));
      };
      void street.acts(session, 0, { type: 'say', text: 'First' }).then((answer) => street.say(`= ${short(answer)}`));
      const undone = session.undo('d3').then((answer) => street.say(`undo = ${short(answer)}`));
      await passes(200);
      await undone;
    });
    await street.step('goes on', () => session.desk({ type: 'resumeClock' }, 'd4'));
    street.faults.append = () => Promise.resolve('unavailable');
    await street.step('breaks once more', () => street.acts(session, 0, { type: 'say', text: 'Lost, too' }));
    delete street.faults.append;
    await street.step('is read, and nobody has moved', () => passes(500));
    await street.step('the clock goes on', () => passes(60_000));
    session.close();
    street.stall.close();
    await expectTold('server/session-broken', street.told);
  });

  test('gives a latecomer their seat with the news of their first round', async () => {
    const street = new Street();
    const session = await street.opens({ clockMode: 'desk' }, { firstRound: () => 3 });
    await street.step('comes', () => session.arrive(4, 'p4'));
    for (let time = 1; time <= 7; time += 1) {
      await street.step(`goes on ${time}`, () => session.desk({ type: 'advancePhase' }, `d${time}`));
      street.say(`${session.state.phase} ${session.state.round} ${session.state.seats[4]?.control}`);
    }
    session.close();
    street.stall.close();
    await expectTold('server/session-latecomer', street.told);
  });

  test('where the process stood still gives the time back before a time that is up is heard', async () => {
    const street = new Street();
    const session = await street.opens();
    session.arrive(0, 'p0');
    await passes(2_500);
    street.told.length = 0;
    await street.step('a second', () => passes(1_000));
    street.slept += 2_001;
    await street.step('was asleep', () => street.acts(session, 0, { type: 'say', text: 'Oh' }));
    await street.step('is', () => shown(session));
    street.slept += 1_700;
    await street.step('not for long enough', () => passes(250));
    vi.setSystemTime(Date.now() + 20_000);
    await street.step('for longer than the phase', () => passes(250));
    await street.step('is', () => shown(session));
    session.onChange(() => {
      throw new Error('by the test');
    });
    await street.step('a listener that fails', () => street.acts(session, 0, { type: 'say', text: 'Ah' }));
    session.close();
    street.slept += 9_000;
    await street.step('closed', () => passes(500));
    street.stall.close();
    await expectTold('server/session-stalls', street.told);
  });

  test('taken up again gives back the time nobody ran it, unless it was repaired meanwhile', async () => {
    const street = new Street();
    const before = await street.opens();
    before.arrive(0, 'p0');
    await passes(3_000);
    before.close();
    await passes(7_000);
    const opens = async (what: string, more: Partial<DistrictOrigin>) => {
      const stream = [...(street.memory.streams.get('district:d1') ?? [])];
      await street.step(what, async () => {
        const session = await street.opens({}, more);
        const as = [shown(session), session.number, session.records.length];
        session.close();
        return as;
      });
      await passes(0);
      street.memory.streams.set('district:d1', stream);
    };
    street.told.length = 0;
    await opens('since its last record', {});
    await opens('since it was last known to be alive', { lastAlive: Date.now() - 2_000 });
    await opens('repaired', { lastAlive: Date.now() - 2_000, repairedAt: Date.now() - 1_000 });
    await opens('repaired, and played on', { lastAlive: Date.now() - 2_000, repairedAt: BEGAN });
    const last = before.records.at(-1)?.at ?? 0;
    await opens('repaired between two records', { lastAlive: Date.now() - 2_000, repairedAt: last - 1 });
    await opens('repaired at the moment of its last', { lastAlive: Date.now() - 2_000, repairedAt: last });
    await opens('to be looked at', { readOnly: true });
    await opens('too late', { over: () => true });
    const late = await street.opens(
      {},
      { over: () => true, firstRound: (player) => (player === 'p4' ? 3 : undefined) },
    );
    await street.step('too late for an act', () => street.acts(late, 0, { type: 'signalReady' }));
    late.close();
    const waiting = await street.opens({}, { firstRound: (player) => (player === 'p4' ? 3 : undefined) });
    await street.step('a latecomer comes', () => waiting.arrive(4, 'p4'));
    await street.step('acts', () => street.acts(waiting, 4, { type: 'filePlan', plan: PLAN }));
    await street.step('and may speak', () => street.acts(waiting, 4, { type: 'say', text: 'Soon' }));
    await street.step('takes the seat they have', () => street.acts(waiting, 0, { type: 'takeSeat' }));
    await street.step('takes the seat of a bot', () => street.acts(waiting, 5, { type: 'takeSeat' }));
    await street.step('somebody acts before they were seen', () =>
      street.acts(waiting, 3, { type: 'say', text: 'Hi' }),
    );
    await street.step('takes a seat that is not there', () => waiting.arrive(99, 'p99'));
    await street.step('the desk stops it', () => waiting.desk({ type: 'pauseClock' }, 'd1'));
    waiting.close();
    const known = await street.opens();
    await street.step('the desk asks the same again', () => known.desk({ type: 'pauseClock' }, 'd1'));
    known.close();
    const lines = street.memory.streams.get('district:d1') ?? [];
    street.memory.streams.set('district:d1', [...lines.slice(0, -1), { seq: lines.length - 1, line: '{"torn' }]);
    await opens('damaged', {});
    street.memory.streams.set('district:d1', [{ seq: 0, line: '{}' }]);
    await opens('without a header', {});
    street.stall.close();
    await expectTold('server/session-taken-up', street.told);
  });
});
