/** Changes since last year's plan are listed beside the repeat button. */
import { beforeAll, expect, test } from 'vitest';
import { newThisYear } from '../../client/panels/plan/new-this-year.tsx';
import { rememberDealings } from '../../client/state/dealings.ts';
import { needTexts } from '../../client/state/language.ts';
import type { Offer } from '../../shared/engine/parts.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM, UNIVERSITY } from './district.ts';

beforeAll(() => needTexts(['play']));

const { state } = districtAt({ round: 4, policies: 'opportunist' });
const view = viewFor(state, FIRM);
const [partner = -1] = view.legal.partners;
const name = view.public.seats[partner]?.name.en ?? '';

function yearWith(happenings: SeatView['public']['happenings']): SeatView {
  return { ...view, public: { ...view.public, happenings, effects: [] } };
}

test('a quiet year has nothing new', () => {
  expect(newThisYear(yearWith([]))).toEqual([]);
});

test('a pact made or broken with oneself is new, one of others is not; a tree that fell is for everybody', () => {
  const quiet = yearWith([
    { type: 'PactFormed', a: 0, b: 2 },
    { type: 'PactBroken', by: 3, with: 4 },
  ]);
  expect(newThisYear(quiet)).toEqual([]);
  const own = yearWith([
    { type: 'PactBroken', by: partner, with: FIRM },
    { type: 'PactFormed', a: FIRM, b: partner },
    { type: 'HubFaltered', head: partner, members: [] },
  ]);
  expect(newThisYear(own)).toEqual([
    `${name} broke your pact.`,
    `You have a pact with ${name}.`,
    `${name}’s tree fell apart.`,
  ]);
});

test('a promise that a partner did not keep is remembered over the year’s end', () => {
  const said: Offer = { id: 1, kind: 'share', from: partner, to: FIRM, status: 'open', promise: 2 };
  const reveal: SeatView = { ...yearWith([]), said: [said], public: { ...yearWith([]).public, phase: 'reveal' } };
  rememberDealings('words', reveal);
  rememberDealings('words', yearWith([]));
  expect(newThisYear(yearWith([]))).toEqual([`${name} promised 2 and gave 0.`]);
});

test('news about numbers goes to the seats whose plan they change', () => {
  // 1987: publishing scores less.
  const told = state.actors.map(({ seat, kind }) => [kind, newThisYear(viewFor(state, seat)).join(' ')] as const);
  for (const [kind, news] of told) {
    expect([kind, news.includes('publishing')]).toEqual([kind, kind !== 'firm']);
  }
  const later = viewFor(districtAt({ round: 8 }).state, FIRM);
  const seats = later.public.seats.map((seat) => (seat.seat === FIRM ? { ...seat, listed: true as const } : seat));
  expect(newThisYear(later).join(' ')).not.toContain('tax');
  expect(newThisYear({ ...later, public: { ...later.public, seats } }).join(' ')).toContain('tax');
});

test('the demand shift comes first in its own year, and is no news in the next', () => {
  const newsIn = (round: number) => newThisYear(viewFor(districtAt({ round }).state, FIRM));
  expect(newsIn(8)[0]).toBe('Customers want variety: products of large trees earn less, kept pacts earn more.');
  expect(newsIn(9)).not.toContain('Customers want variety: products of large trees earn less, kept pacts earn more.');
});

test('a firm that somebody owns hears of a cheap year as what leaving costs, one without debts nothing of interest', () => {
  const owned = districtAt({ round: 7, governments: 'command' }).state;
  const seat = owned.firms.findIndex((firm) => firm?.owner !== undefined);
  expect(newThisYear(viewFor(owned, seat))).toContain('What leaving costs you: half as much, this year only.');
  expect(newThisYear(viewFor(districtAt({ round: 10 }).state, FIRM))).toEqual([]);
});

test('the last plan is told what counts at the end: a firm’s cash in full, its knowledge by half', () => {
  const last = (seat: number) => {
    const seen = viewFor(districtAt({ round: 12 }).state, seat);
    return newThisYear({ ...seen, public: { ...seen.public, happenings: [], effects: [] } });
  };
  expect(last(FIRM)[0]).toBe('Your last plan: cash counts in full, knowledge counts 50%.');
  expect(last(UNIVERSITY)).toEqual([]);
});
