/** A bot's plea fits the year; a person's is shown as sent. */
import { beforeAll, expect, test } from 'vitest';
import { pleaText } from '../../client/panels/plan/plea-words.ts';
import { needTexts } from '../../client/state/language.ts';
import type { Plea } from '../../shared/engine/parts.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { districtAt } from './district.ts';

beforeAll(() => needTexts(['play']));

const BUREAU = 10;
const COMMISSION = 11;

function read(view: SeatView, from: number, plea: Plea): string {
  return pleaText(view, { from, plea });
}

test('an absorbed firm asks to leave, one at risk names those taken, and a head does neither', () => {
  const { state } = districtAt({ round: 3, governments: 'command' });
  const view = viewFor(state, BUREAU);
  const { seats } = view.public;
  const held = seats.findIndex(({ owner }) => owner !== undefined);
  const free = seats.findIndex(
    ({ parent, owner, treeSize }) => parent !== undefined && owner === undefined && treeSize === 1,
  );
  const head = seats.findIndex(({ treeSize, owner }) => treeSize > 1 && owner === undefined);
  expect(read(view, held, 'noOrders')).toMatch(/^Give no orders, and we can leave \w+/);
  expect(read(view, free, 'noOrders')).toMatch(/^Last year it was \w+( \w+)?\. Give no orders, or we are next\.$/);
  expect(read(view, head, 'noOrders')).toBe('Another order would stop our work. Give none this year.');
});

test('a firm with kept pacts says how many, and varies its words', () => {
  const view = viewFor(districtAt({ round: 6, policies: 'cooperate' }).state, COMMISSION);
  expect(read(view, 1, 'certify')).toMatch(/^We kept \d of \d pacts\. Certify us\.$/);
  const later = { ...view, public: { ...view.public, round: view.public.round + 3 } };
  expect(read(view, 1, 'takeUsIn')).not.toBe(read(later, 1, 'takeUsIn'));
});

test('a person’s plea is shown as sent', () => {
  const { state } = districtAt({ round: 6, policies: 'cooperate' });
  const view = viewFor(state, COMMISSION);
  const seats = view.public.seats.map((seat) => (seat.seat === 1 ? { ...seat, control: 'human' as const } : seat));
  expect(read({ ...view, public: { ...view.public, seats } }, 1, 'certify')).toBe('We keep our pacts. Certify us.');
});
