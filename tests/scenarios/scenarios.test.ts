/** Every scenario is complete: a year per round, texts that fit the screen, a roster for every size. */
import { describe, expect, test } from 'vitest';
import type { RosterEntry } from '../../shared/engine/scenario.ts';
import {
  isDistrictSize,
  LARGEST_DISTRICT,
  lengthsOf,
  rosterFor,
  SCENARIOS,
  SMALLEST_DISTRICT,
  STANDARD,
  scenarioById,
} from '../../shared/scenarios/index.ts';
import { yearsOf } from '../../shared/scenarios/years-of.ts';

const SIZES = Array.from({ length: LARGEST_DISTRICT - SMALLEST_DISTRICT + 1 }, (_, index) => SMALLEST_DISTRICT + index);

function of(kind: RosterEntry['kind'], roster: readonly RosterEntry[]): readonly RosterEntry[] {
  return roster.filter((entry) => entry.kind === kind);
}

test('scenarios are found by their ids', () => {
  for (const scenario of SCENARIOS) expect(scenarioById(scenario.id)).toBe(scenario);
  expect(new Set(SCENARIOS.map(({ id }) => id)).size).toBe(SCENARIOS.length);
  expect(scenarioById('atlantis')).toBeUndefined();
});

test('a story is found in all its lengths, longest first, by any of them', () => {
  expect(lengthsOf('zhongguancun').map(({ parameters }) => parameters.rounds)).toEqual([12, 10, 8]);
  for (const { id } of lengthsOf('zhongguancun')) expect(lengthsOf(id)).toEqual(lengthsOf('zhongguancun'));
  expect(lengthsOf('atlantis')).toEqual([]);
});

test('a shorter telling changes numbers and calendar only: the same people, news word for word', () => {
  for (const { shorterThan, roster, reserve, calendar, parameters } of SCENARIOS) {
    if (shorterThan === undefined) continue;
    const whole = scenarioById(shorterThan);
    expect({ roster, reserve }).toEqual({ roster: whole?.roster, reserve: whole?.reserve });
    for (const news of calendar) expect(whole?.calendar).toContain(news);
    expect(Object.keys(parameters)).toEqual(Object.keys(whole?.parameters ?? {}));
  }
});

test('the numbers of a telling of middle length lie between those of the longest and the shortest', () => {
  const [longest, middle, shortest] = lengthsOf('zhongguancun').map(({ parameters }) => Object.entries(parameters));
  for (const [place, [name, value]] of (middle ?? []).entries()) {
    const ends = [longest, shortest].map((each) => each?.[place]?.[1] ?? Number.NaN);
    expect(value, name).toBeGreaterThanOrEqual(Math.min(...ends));
    expect(value, name).toBeLessThanOrEqual(Math.max(...ends));
  }
});

test('years that a calendar does not have are not cut from it', () => {
  expect(() => yearsOf([], [1984])).toThrow(RangeError);
});

describe.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))('%s', (_, scenario) => {
  test('has one piece of news for each round, in the order of years', () => {
    const years = scenario.calendar.map(({ year }) => year);
    expect(years).toHaveLength(scenario.parameters.rounds);
    expect(years).toEqual([...new Set(years)].toSorted((one, other) => one - other));
  });

  test('keeps the arc of the story: forty firms, the boom, the Zone, foreign firms, the turn, Deng, the audit', () => {
    const yearOf = (round: number) => scenario.calendar[round - 1]?.year;
    const years = scenario.calendar.map(({ year }) => year);
    for (const year of [1984, 1985, 1988, 1989, 1991, 1992, 1995]) expect(years).toContain(year);
    expect(years.at(-1)).toBe(1995);
    expect(yearOf(scenario.parameters.foreignFrom)).toBe(1989);
    expect(yearOf(scenario.parameters.shockRound)).toBe(1991);
  });

  test('news fits a phone and names its source', () => {
    for (const { year, headline, body, source } of scenario.calendar) {
      expect(headline.en.length, `${year} headline`).toBeLessThanOrEqual(64);
      expect(headline.zh.length, `${year} headline, Chinese`).toBeLessThanOrEqual(28);
      expect(body.en.length, `${year} body`).toBeLessThanOrEqual(420);
      expect(body.zh.length, `${year} body, Chinese`).toBeLessThanOrEqual(140);
      expect(body.en.length, `${year} body says something`).toBeGreaterThan(120);
      expect(body.zh.length, `${year} body, Chinese, says something`).toBeGreaterThan(60);
      expect(source.length, `${year} source`).toBeGreaterThan(10);
      expect(`${headline.zh}${body.zh}`, `${year} Chinese is Chinese`).not.toMatch(/[A-Za-z]{2,}/);
      expect(`${headline.en}${body.en}`, `${year} English is English`).not.toMatch(/\p{Script=Han}/u);
    }
  });

  test('does not give the shock away before it comes', () => {
    const before = scenario.calendar.slice(0, scenario.parameters.shockRound - 1);
    for (const { year, headline, body } of before) {
      expect(`${headline.en} ${body.en}`, String(year)).not.toMatch(/variet|standard|customers|flexib/i);
      expect(`${headline.zh}${body.zh}`, String(year)).not.toMatch(/花色|品种|大路货|用户/);
    }
    const shock = scenario.calendar[scenario.parameters.shockRound - 1];
    expect(shock?.body.en).toMatch(/variety/);
    expect(shock?.body.zh).toMatch(/多样化/);
  });

  test('names are short, and no two are alike', () => {
    const all = [...scenario.roster, ...(scenario.reserve ?? [])];
    expect(new Set(all.map(({ name }) => name.en)).size).toBe(all.length);
    expect(new Set(all.map(({ name }) => name.zh)).size).toBe(all.length);
    for (const { kind, name } of all) {
      expect(name.en.length, name.en).toBeLessThanOrEqual(kind === 'firm' ? 14 : 20);
      expect(name.zh.length, name.zh).toBeLessThanOrEqual(kind === 'firm' ? 5 : 6);
    }
  });

  test('the twelve are the roster itself', () => {
    expect(rosterFor(scenario, 12)).toEqual(scenario.roster);
  });

  describe.each(SIZES)('%i seats', (seats) => {
    const roster = rosterFor(scenario, seats);

    test('are filled, each by somebody else', () => {
      expect(roster).toHaveLength(seats);
      expect(new Set(roster).size).toBe(seats);
    });

    test('are in the order firms, universities, bureau, commission', () => {
      const order = ['firm', 'university', 'bureau', 'commission'];
      const places = roster.map(({ kind }) => order.indexOf(kind));
      expect(places).toEqual([...places].sort((a, b) => a - b));
    });

    test('are mostly firms, three or more, with a university to spin off from', () => {
      expect(of('firm', roster).length).toBeGreaterThanOrEqual(Math.max(3, seats / 2));
      expect(of('university', roster).length).toBeGreaterThanOrEqual(1);
      expect(of('bureau', roster).length).toBeLessThanOrEqual(1);
      expect(of('commission', roster).length).toBeLessThanOrEqual(1);
    });

    test('alternate between state and non-state, and spin-offs between the universities present', () => {
      const firms = of('firm', roster);
      const universities = of('university', roster).length;
      expect(firms.map(({ parent }) => parent === undefined)).toEqual(firms.map((__, seat) => seat % 2 === 1));
      const parents = firms.filter(({ parent }) => parent !== undefined).map(({ parent }) => parent);
      expect(parents).toEqual(parents.map((__, place) => place % universities));
    });
  });

  test('one more seat never takes anybody’s kind away', () => {
    for (const seats of SIZES.slice(1)) {
      for (const kind of ['firm', 'university', 'bureau', 'commission'] as const) {
        const now = of(kind, rosterFor(scenario, seats)).length;
        expect(now).toBeGreaterThanOrEqual(of(kind, rosterFor(scenario, seats - 1)).length);
      }
    }
  });

  test.each([0, 3, 17, 5.5, Number.NaN])('%d seats are no district', (seats) => {
    expect(() => rosterFor(scenario, seats)).toThrow(RangeError);
  });
});

test('the lengths of one story are found from any of them, the longest first', () => {
  const all = ['zhongguancun', 'zhongguancun-10', 'zhongguancun-8'];
  for (const id of all) expect(lengthsOf(id).map((scenario) => scenario.id)).toEqual(all);
  expect([lengthsOf('nowhere'), scenarioById('nowhere')]).toEqual([[], undefined]);
});

test('a district has 4 to 16 seats, all of them whole', () => {
  expect([3, 4, 16, 17, 7.5].map(isDistrictSize)).toEqual([false, true, true, false, false]);
  for (const seats of [3, 17]) expect(() => rosterFor(STANDARD, seats)).toThrow(`no district has ${seats} seats`);
});
