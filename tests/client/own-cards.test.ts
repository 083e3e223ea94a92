/** The card about the best partner at the end of a game. */
import { beforeAll, expect, test } from 'vitest';
import { cardsOf } from '../../client/debrief/own/own-cards.tsx';
import { needTexts } from '../../client/state/language.ts';
import type { Partner } from '../../shared/debrief/own-story.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM } from './district.ts';

beforeAll(() => needTexts(['play']));

function partnerCard(partner: Partner | undefined) {
  const view = viewFor(districtAt({ round: 2 }).state, FIRM);
  const story = { score: 40, innovation: 100, everPact: partner !== undefined };
  return cardsOf(view, partner === undefined ? story : { ...story, partner })[0];
}

test('a partner who gave as much, more, or at least half is the best one', () => {
  expect(partnerCard({ seat: 3, learnt: 6.2, given: 8, received: 8 })).toEqual({
    title: 'Best partner',
    sentences: ['With Twin Elms you learnt most: 6.2.'],
  });
  expect(partnerCard({ seat: 3, learnt: 6.2, given: 8, received: 4 })?.title).toBe('Best partner');
  expect(partnerCard({ seat: 3, learnt: 6.2, given: 5, received: 8 })?.sentences).toEqual([
    'With Twin Elms you learnt most: 6.2.',
    'Your best partner gave 8.0; you gave 5.0.',
  ]);
});

test('a partner who gave less than half is not called best', () => {
  expect(partnerCard({ seat: 3, learnt: 6.2, given: 9, received: 1 })).toEqual({
    title: 'Learnt most, at your own cost',
    sentences: ['With Twin Elms you learnt most: 6.2.', 'They gave 1.0; you gave 9.0: most of it was your own work.'],
  });
  expect(partnerCard(undefined)).toEqual({ title: 'Best partner', sentences: ['No pact: no help, no harm.'] });
});
