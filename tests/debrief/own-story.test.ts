/** The player's story: each number recomputed in another way from the record of a match. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { sourceFrom } from '../../shared/debrief/open.ts';
import { ownStory, partnersOver } from '../../shared/debrief/own-story.ts';
import { whatIf } from '../../shared/debrief/rerun.ts';
import { districtInnovation, scoreOf } from '../../shared/engine/score.ts';
import { viewFor } from '../../shared/engine/view.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';
import { recorded } from './districts.ts';

const MIXED = ['cooperate', 'opportunist', 'tit-for-tat', 'partner-choosing'];
const log = recorded({ firms: MIXED, government: 'command' });
const chronicle = chronicleOf(log);
const FIRMS = [0, 1, 2, 3, 4, 5, 6, 7];

function eventsOf({ records }: DistrictLog) {
  return records.flatMap(({ round, events }) => events.map((event) => ({ round, event })));
}

test('what all partners taught is what pacts taught, in any match', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.constantFrom(...FIRMS, 8, 9), (seed, seat) => {
      const played = recorded({ firms: MIXED, universities: 'open', seed });
      const all = partnersOver(chronicleOf(played).rounds, seat).reduce((sum, { learnt }) => sum + learnt, 0);
      const told = eventsOf(played).map(({ event }) =>
        event.type === 'KnowledgeGrew' ? (event.fromPacts[seat] ?? 0) : 0,
      );
      expect(all).toBeCloseTo(
        told.reduce((sum, gained) => sum + gained, 0),
        9,
      );
    }),
    { numRuns: 12 },
  );
});

test('the best partner is the one who taught most, and points are those of the record', () => {
  for (const seat of FIRMS) {
    const partners = partnersOver(chronicle.rounds, seat);
    const { partner } = ownStory(chronicle, seat);
    expect(partner?.learnt).toBe(partners.length === 0 ? undefined : Math.max(...partners.map(({ learnt }) => learnt)));
    if (partner === undefined) continue;
    const count = log.header.actors.length;
    const shared = eventsOf(log).flatMap(({ event }) => (event.type === 'KnowledgeGrew' ? [event.shared] : []));
    const total = (from: number, to: number) =>
      shared.reduce((sum, points) => sum + (points[from * count + to] ?? 0), 0);
    expect(partner.given).toBeCloseTo(total(seat, partner.seat), 9);
    expect(partner.received).toBeCloseTo(total(partner.seat, seat), 9);
  }
});

test('the empty hand is one of the record, suffered rather than done', () => {
  const hands = FIRMS.flatMap((seat) => {
    const { emptyHand } = ownStory(chronicle, seat);
    return emptyHand === undefined ? [] : [{ seat, ...emptyHand }];
  });
  expect(hands.length).toBeGreaterThan(0);
  for (const { seat, round, with: other, given, received } of hands) {
    const found = eventsOf(log).find(({ event, round: at }) => event.type === 'KnowledgeGrew' && at === round);
    const points = found?.event.type === 'KnowledgeGrew' ? found.event.shared : [];
    const count = log.header.actors.length;
    expect([given, received]).toEqual([points[seat * count + other], points[other * count + seat]]);
    expect(Math.min(given, received)).toBeLessThan(0.5);
  }
  const honest = chronicleOf(recorded({ firms: ['cooperate'] }));
  for (const seat of FIRMS) expect(ownStory(honest, seat).emptyHand?.received ?? 0).toBeLessThan(0.5);
});

test('the turning year changes the yearly gain more than any other', () => {
  for (const seat of [...FIRMS, 8, 10]) {
    const start = chronicle.rounds[0]?.before;
    if (start === undefined) throw new Error('no round was played');
    const { history, parameters } = chronicle.final;
    const atTheEnd = seat === 10 ? parameters.scoreBureauInnovation * districtInnovation(history) : 0;
    const yearly = history.map(({ round, scores }) => (scores[seat] ?? 0) - (round === 12 ? atTheEnd : 0));
    const scores = [scoreOf(start, seat), ...yearly];
    const at = (round: number) => scores[round] ?? 0;
    const changes = [3, 4, 5, 6, 7, 8, 9, 10].map(
      (round) => (at(round + 2) - at(round - 1)) / 3 - (at(round - 1) - at(round - 3)) / 2,
    );
    const most = Math.max(...changes.map(Math.abs));
    const { turning } = ownStory(chronicle, seat);
    if (most < 1) expect(turning).toBeUndefined();
    else expect(Math.abs((turning?.after ?? 0) - (turning?.before ?? 0))).toBeCloseTo(most, 9);
  }
});

test('what only trade, papers or command would have brought is what the debrief answers', () => {
  for (const [seat, policy] of [
    [1, 'trader'],
    [8, 'publish'],
    [10, 'command'],
  ] as const) {
    const deciders = log.header.actors.map((actor) => (actor.seat === seat ? policy : 'recorded'));
    const outcome = whatIf(log, { from: 1, changes: [], deciders });
    if ('refused' in outcome) throw new Error(outcome.refused);
    expect(ownStory(chronicle, seat).onlySo).toEqual({
      score: scoreOf(outcome.state, seat),
      innovation: districtInnovation(outcome.state.history),
    });
  }
});

test('who only traded is told the score of the game itself, and had no pact', () => {
  const traded = chronicleOf(recorded({ firms: ['trader'] }));
  const story = ownStory(traded, 0);
  expect(story).toMatchObject({ everPact: false, onlySo: { score: story.score, innovation: story.innovation } });
  expect(story.partner).toBeUndefined();
});

test('if all shared is the reference of the debrief: a street that shares is told its own score', () => {
  const shared = chronicleOf(recorded({ firms: ['cooperate'] }));
  const story = ownStory(shared, 2);
  expect(story.instead?.score).toBeCloseTo(story.score, 9);
});

test('an office is told its largest use and whom it took', () => {
  const { office } = ownStory(chronicle, 10);
  expect(office?.use?.instrument).toBe('command');
  const taken = eventsOf(log).flatMap(({ event }) => (event.type === 'FirmAbsorbed' ? [event.firm] : []));
  expect(office?.took).toEqual(taken);
  expect(ownStory(chronicleOf(recorded()), 10).office).toEqual({ took: [], freed: [] });
});

function street(): DistrictLog {
  const text = readFileSync(join(import.meta.dirname, '../golden/rules-3/street.jsonl'), 'utf8');
  const [record] = sourceFrom('', text).logs;
  if (record === undefined) throw new Error('no record');
  return record;
}

test('a firm that an office took, lost and took again is named once', () => {
  const record = street();
  const taken = eventsOf(record).flatMap(({ event }) => (event.type === 'FirmAbsorbed' ? [event.firm] : []));
  expect(taken.length).toBeGreaterThan(new Set(taken).size);
  expect(ownStory(chronicleOf(record), 10).office?.took).toEqual([...new Set(taken)]);
});

test('of those an office took it reads who left for good, and how they ended beside all others', () => {
  const told = chronicleOf(street());
  const { took = [], freed = [], ends } = ownStory(told, 10).office ?? {};
  const { firms, actors } = told.final;
  const free = took.filter((firm) => firms[firm]?.owner === undefined);
  expect(free.length).toBeGreaterThan(0);
  expect(freed.map(({ seat }) => seat)).toEqual(free);
  for (const { seat, round } of freed) {
    const left = eventsOf(told.log).filter(({ event }) => event.type === 'FirmLeft' && event.firm === seat);
    expect(left.at(-1)?.round).toBe(round);
  }
  const mean = (seats: readonly number[]) =>
    seats.reduce((sum, firm) => sum + scoreOf(told.final, firm), 0) / seats.length;
  const others = actors.flatMap(({ seat, kind }) => (kind === 'firm' && !took.includes(seat) ? [seat] : []));
  expect(ends?.taken).toBeCloseTo(mean(took), 9);
  expect(ends?.others).toBeCloseTo(mean(others), 9);
});

test('the Commission reads whom it certified, for how long, and of how many pacts both sides kept; a bureau does not', () => {
  const told = chronicleOf(street());
  const { certified = [] } = ownStory(told, 11).office ?? {};
  expect(certified.length).toBeGreaterThan(0);
  for (const { seat, years, pacts, kept } of certified) {
    const certain = told.rounds.filter(({ after }) => after.listed?.includes(seat));
    expect(years).toBe(certain.length);
    const views = certain.flatMap(({ after }) => viewFor(after, seat).public.pacts);
    const own = views.filter(({ a, b, kept: known }) => (a === seat || b === seat) && known !== undefined);
    expect([pacts, kept]).toEqual([own.length, own.filter((pact) => pact.kept).length]);
  }
  expect(certified.map(({ years }) => years)).toEqual(certified.map(({ years }) => years).toSorted((a, b) => b - a));
  expect(ownStory(told, 10).office?.certified).toBeUndefined();
});

test('enabling means certificates as well, for the one that gives them', () => {
  const told = chronicleOf(street());
  for (const [seat, policy] of [
    [10, 'enable'],
    [11, 'zone'],
  ] as const) {
    const deciders = told.log.header.actors.map((actor) => (actor.seat === seat ? policy : 'recorded'));
    const outcome = whatIf(told.log, { from: 1, changes: [], deciders });
    if ('refused' in outcome) throw new Error(outcome.refused);
    expect(ownStory(told, seat).instead?.score).toBeCloseTo(scoreOf(outcome.state, seat), 9);
  }
});
