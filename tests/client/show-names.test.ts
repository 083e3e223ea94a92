/** A betrayal names no firm unless somebody in each of both firms agreed. */
import { beforeAll, expect, test } from 'vitest';
import { type District, districts } from '../../client/debrief/debrief-signals.ts';
import { sidesOf } from '../../client/debrief/show/claims.ts';
import { namesToAsk } from '../../client/debrief/show/slide-polls.ts';
import { desk } from '../../client/state/desk.ts';
import { needTexts } from '../../client/state/language.ts';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import type { Slide } from '../../shared/debrief/show.ts';
import type { ShownPoll } from '../../shared/protocol/class-room.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { Match } from '../../shared/simulation/match.ts';

beforeAll(() => needTexts(['play', 'teach', 'debrief']));

const SLIDE: Extract<Slide, { kind: 'betrayal' }> = {
  kind: 'betrayal',
  district: 0,
  round: 3,
  by: 0,
  against: 1,
  gave: 0,
  got: 2,
  paidYears: 1,
  toTheEnd: false,
};
const HIDDEN = { by: 'Firm A', against: 'Firm B' };

function opened(people: readonly number[]): void {
  const policies = zhongguancun.roster.map(({ kind }) =>
    kind === 'firm' ? 'trader' : kind === 'university' ? 'publish' : 'idle',
  );
  const match = new Match({ scenario: zhongguancun, seed: 1, policies, keepLog: true });
  match.playToEnd();
  if (match.log === undefined) throw new Error('a match that keeps its log has one');
  const played = chronicleOf(match.log);
  const seats = played.final.seats.map((held, seat) =>
    people.includes(seat) ? { ...held, player: `p-${seat}` } : held,
  );
  const chronicle = { ...played, final: { ...played.final, seats } };
  const of = { key: 'k', title: '' };
  const recorded = match.log;
  const district: District = { name: '1', number: '1', of, chronicle, recorded, modelled: false };
  districts.value = [district];
}

function answered(yes: number, asked: number): void {
  const poll = namesToAsk(SLIDE);
  if (poll === undefined) throw new Error('nobody is asked');
  const spread = [
    { answer: 'yes', count: yes },
    { answer: 'no', count: 0 },
  ];
  const shown: ShownPoll = { id: 'v-naming', poll, open: true, answered: yes, asked, spread };
  desk.value = { phase: 'playing', code: 'ABCDEF', players: [], districts: [], polls: [shown] };
}

test('two people are named when both agree', () => {
  opened([0, 1]);
  expect(sidesOf(SLIDE)).toEqual(HIDDEN);
  answered(0, 2);
  expect(sidesOf(SLIDE)).toEqual(HIDDEN);
  answered(1, 2);
  expect(sidesOf(SLIDE)).toEqual(HIDDEN);
  answered(2, 2);
  expect(sidesOf(SLIDE)).not.toEqual(HIDDEN);
});

test('without the class only bots are named', () => {
  desk.value = undefined;
  opened([1]);
  expect(sidesOf(SLIDE)).toEqual(HIDDEN);
  opened([]);
  expect(namesToAsk(SLIDE)).toBeUndefined();
  expect(sidesOf(SLIDE)).not.toEqual(HIDDEN);
});
