/**
 * Records every byte sent to everybody over whole games, and searches it for secrets: students on both connections and
 * over HTTP, an observer, a projector, a removed student. Then leaks are planted in the real rooms, to show that the
 * search finds them.
 */
import { matchMaker } from '@colyseus/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DistrictEvent } from '../../shared/engine/events.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { statesOf } from '../../shared/log/replay.ts';
import type { OpenClassRequest } from '../../shared/protocol/setup.ts';
import { isLong, report } from '../faults/forms.ts';
import { enter } from '../support/class-room.ts';
import { advanceTo, nth, playing } from '../support/district.ts';
import { plainPlan } from '../support/player.ts';
import { startServer, stopServers, type TestServer } from '../support/server.ts';
import { closeTaps, readConnection, tapOn } from '../support/tap.ts';
import { until } from '../support/waiting.ts';
import { leaksTo, numbersSent, type Person } from './leaks.ts';
import { isTelling, ownerOf } from './secrets.ts';
import { type Kept, playTapped, type TappedClass, whatWasSent } from './tapped-class.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  closeTaps();
  await stopServers();
});

const GAMES: readonly OpenClassRequest[] = [
  { seed: 2, seatsPerDistrict: 12 },
  { seed: 11, seatsPerDistrict: 6 },
  { seed: 5, seatsPerDistrict: 12, reputations: true },
  ...Array.from({ length: isLong ? 9 : 0 }, (_, index) => ({
    seed: 100 + index,
    seatsPerDistrict: 6 * (1 + (index % 2)),
  })),
];

/** Events that must have occurred, so that they could leak. */
const ALL_KINDS: readonly DistrictEvent['type'][] = [
  ...(['PlanFiled', 'OfferMade', 'OfferAnswered', 'Said', 'PolicyMade', 'PactFormed', 'PactBroken'] as const),
  ...(['FirmSold', 'LoanTaken', 'VentureGranted', 'ForeignPartnerJoined', 'RoundScored', 'GameEnded'] as const),
];

describe('over whole games', () => {
  const seen = new Set<DistrictEvent['type']>();
  let last: { readonly played: TappedClass; readonly kept: Kept } | undefined;

  test.each(GAMES)('nobody is sent a secret of anybody else: %o', async (request) => {
    const played = await playTapped(server, GAMES.indexOf(request) + 1, request);
    const kept = await whatWasSent(server, played);
    last = { played, kept };
    for (const { records } of kept.logs.values()) {
      for (const { events } of records) for (const { type } of events) seen.add(type);
    }
    const leaks = [...kept.students, ...kept.others].map((person) => [person.who, leaksTo(person, kept.secrets)]);
    expect(leaks).toEqual([...kept.students, ...kept.others].map(({ who }) => [who, []]));

    for (const person of kept.students) showsWhatIsTheirs(person, kept, played);
    const { student, connections } = played.gone;
    const later = student.tap.connections().slice(connections).map(readConnection);
    expect(later.flatMap(({ messages }) => messages)).toEqual([]);
    report('leaks looked for', {
      ...request,
      bytes: [...kept.students, ...kept.others]
        .flatMap((each) => each.connections)
        .reduce((sum, { length }) => sum + length, 0),
    });
  });

  test('everything that can be kept from somebody was there to be kept', () => {
    expect(ALL_KINDS.filter((type) => !seen.has(type))).toEqual([]);
  });

  test('a planted leak of any kind is found', async () => {
    if (last === undefined) throw new Error('no game was played');
    const { played, kept } = last;
    const [victim, other] = [nth(played.students, 0), nth(played.students, 1)];
    const [person, owner] = [nth(kept.students, 0), nth(kept.students, 1)];
    if (owner.place === undefined) throw new Error('nobody is there');
    const { district, seat } = owner.place;
    const log = kept.logs.get(district);
    const states = log === undefined ? [] : statesOf(log);
    const state = states.findLast(({ phase }) => phase === 'reveal');
    const plan = state?.lastPlans[seat];
    const secret = [...(kept.secrets.numbers.get(ownerOf(owner.place)) ?? [])].find(
      (value) =>
        kept.secrets.numbers.get(person.who)?.has(value) !== true &&
        kept.secrets.open.get(district)?.has(value) !== true,
    );

    const strange = ({ from, to }: { readonly from: number; readonly to?: number }) =>
      to !== undefined && from !== person.place?.seat && to !== person.place?.seat;
    const talk = states.at(-1)?.talk.find(strange);
    const offer = states.flatMap(({ offers }) => offers).find(strange);
    if (state === undefined || plan === undefined || secret === undefined) throw new Error('nothing to leak');
    if (talk === undefined || offer === undefined) throw new Error('nobody spoke in private');
    const plants: readonly [string, unknown, RegExp][] = [
      ['view', { now: 0, view: viewFor(state, seat) }, /^view of seat/],
      ['filed', { plan }, /^plan/],
      ['filed', { deep: [{ in: { it: secret } }] }, /^number decoded/],
      ['filed', new Float64Array([secret]), /^number: /],
      ['notice', { text: `…${secret}…` }, /^number in a text/],
      ['talk', { line: talk }, /^talk from/],
      ['offers', { offers: [offer] }, /^offer/],
      ['notice', { text: other.robot.token }, /^text decoded/],
      ['notice', { names: [nth(person.forbidden, 8)] }, /^text/],
      ['desk', {}, /^message: desk/],
    ];
    const room = matchMaker.getLocalRoomById(district);
    for (const [type, message, finding] of plants) {
      const tap = await tapOn(server.url);
      const tab = await enter(tap.url, district, { token: victim.robot.token });
      const leaks = () => leaksTo({ ...person, connections: tap.connections() }, kept.secrets);
      await until('the view', () => tab.latest('view'));
      expect(leaks(), 'before').toEqual([]);
      room.clients.getById(tab.room.sessionId)?.send(type, message);
      await until(`what ${type} gives away`, () => leaks().some((leak) => finding.test(leak)));
      await tab.close();
    }
  });
});

/** Checks that the search finds what is there: their own numbers, and what was said to all. */
function showsWhatIsTheirs(
  { who, connections, districts }: Person,
  { secrets, logs }: Kept,
  { aloud }: TappedClass,
): void {
  const own = new Set([...(secrets.numbers.get(who) ?? [])].filter(isTelling));
  const [district = '', seat] = who.split('/');
  const kind = logs.get(district)?.header.actors[Number(seat)]?.kind;
  // Offices keep no books, so they have few unique numbers.
  expect(numbersSent(connections, own), who).toBeGreaterThan(kind === 'bureau' || kind === 'commission' ? 0 : 5);
  const heard = aloud.filter(({ district }) => districts.includes(district));
  for (const { text } of heard)
    expect(
      connections.some((bytes) => bytes.includes(text)),
      `${who}: ${text}`,
    ).toBe(true);
}

test('no plan of another is sent before the reveal, to nobody', async () => {
  const table = await playing(server.url, ['Ada', 'Bo']);
  const [tabA, tabB] = [nth(table.tabs, 0), nth(table.tabs, 1)];
  await advanceTo(table, 'plan');
  const before = tabB.frames.length;
  const view = tabA.view();
  if (view === undefined) throw new Error('no view');
  await tabA.act({ type: 'filePlan', plan: plainPlan(view) });
  await until('Ada to be seen ready', () => {
    const state = tabB.received.filter(({ type }) => type === 'state').at(-1)?.message;
    return (state as { readonly seats: readonly { readonly ready: boolean }[] } | undefined)?.seats[view.seat]?.ready;
  });
  const sent = Buffer.concat(tabB.frames.slice(before));
  for (const word of ['trade', 'research', 'publish', 'PlanFiled']) expect(sent.includes(word)).toBe(false);
});
