/** A year's changes of the numbers are told in the year they begin, and only then. */
import { beforeAll, expect, test } from 'vitest';
import { concerning, effectLines, markOf, newsLines } from '../../client/panels/news/year-effects.ts';
import { needTexts } from '../../client/state/language.ts';
import { publicView } from '../../shared/engine/public-view.ts';
import { districtAt, FIRM, UNIVERSITY } from './district.ts';

beforeAll(() => needTexts(['play']));

test('each effect has one line, in its first year alone', () => {
  const told = [3, 4, 5, 6, 7, 8, 9, 10, 11].map((round) => effectLines(publicView(districtAt({ round }).state)));
  expect(told).toEqual([
    ['What an open lab gives to all: twice as much, this year only.'],
    ['What a point of publishing scores: 30% less, from this year on.'],
    [
      'From this year the Commission certifies up to 3 firms.',
      'A certified firm learns 25% more, pays 50% less tax, and command cannot touch it.',
    ],
    [],
    ['The price of a firm: half as much, this year only.'],
    [
      'What a point of command scores: twice as much, this year only.',
      'What a point of training gives to all: twice as much, from this year on.',
      'From this year 1 of command in all will do to take or hold a firm, not 2.',
      'From this year a certified firm pays 25% less tax than others, not 50%.',
      'What a point of contracts outside Beijing scores: 60% more, from this year on.',
    ],
    ['What a point of trade pays: 15% more, this year only.'],
    ['Interest on loans, running ones too: 50% more, from this year on.'],
    [
      'What a point of command scores: twice as much, this year only.',
      'What a point of training gives to all: 150% more, from this year on.',
      'What a point of contracts outside Beijing scores: 50% more, from this year on.',
      'What it costs to leave a group after being put there by command: half as much, from this year on.',
    ],
  ]);
});

test('the price of leaving is told to whom command took as its own, and to no other firm', () => {
  const { state } = districtAt({ round: 11 });
  const seen = publicView(state);
  const [firm] = seen.seats.filter(({ kind }) => kind === 'firm');
  if (firm === undefined) throw new Error('a street has firms');
  const told = (forced: boolean) => effectLines(seen, concerning({ ...firm, forced }), forced);
  expect(told(true)).toEqual(['What leaving costs you: half as much, from this year on.']);
  expect(told(false)).toEqual([]);
});

test('what moves one’s own plan stands before what others reckon with', () => {
  const told = publicView(districtAt({ round: 11 }).state);
  const linesOf = (seat: number) => newsLines({ seat, public: told });
  const [firm, university, bureau] = [FIRM, UNIVERSITY, 10].map(linesOf);
  expect(firm?.own).toEqual([]);
  expect(university?.own).toEqual(['What a point of contracts outside Beijing scores: 50% more, from this year on.']);
  expect(bureau?.own).toEqual(effectLines(told));
  for (const lines of [firm, university, bureau]) {
    expect([...(lines?.own ?? []), ...(lines?.others ?? [])].toSorted()).toEqual([...effectLines(told)].toSorted());
  }
});

test('a number carries a mark for as long as the news moves it', () => {
  const marks = (parameter: 'priceBase' | 'loanInterest') =>
    [6, 7, 8, 10, 11].map((round) => markOf({ public: publicView(districtAt({ round }).state) }, [parameter]));
  expect(marks('priceBase')).toEqual(['', ' ▼', '', '', '']);
  expect(marks('loanInterest')).toEqual(['', '', '', ' ▲', ' ▲']);
});
