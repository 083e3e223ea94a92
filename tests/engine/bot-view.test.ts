/** A bot sees what a person in its seat would see, though each part is computed lazily. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mixedPolicies } from '../../shared/bots/index.ts';
import { botViewFor } from '../../shared/engine/bot-view.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { rosterFor, STANDARD } from '../../shared/scenarios/index.ts';
import { Match } from '../../shared/simulation/match.ts';

const PARTS = ['seat', 'books', 'trust', 'received', 'given', 'fit', 'budget', 'quotes'] as const;
const PUBLIC = ['round', 'rounds', 'talkOn', 'shocked', 'fund', 'seats', 'pacts', 'happenings'] as const;
const OPTIONS = [
  'canPlan',
  'pactWishes',
  'partners',
  'buy',
  'sell',
  'loan',
  'venture',
  'foreign',
  'leave',
  'list',
  'listPlaces',
] as const;

test('a bot’s view is its seat’s view, part by part', () => {
  const districts = fc.tuple(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 4, max: 16 }));
  fc.assert(
    fc.property(districts, ([seed, seats]) => {
      const roster = rosterFor(STANDARD, seats);
      const match = new Match({ scenario: STANDARD, roster, seed, policies: mixedPolicies(roster, seed) });
      while (match.state.phase !== 'ended') {
        for (const { seat } of match.state.actors) {
          const whole = viewFor(match.state, seat);
          const asked = botViewFor(match.state, seat);
          for (const part of PARTS) expect(asked[part], part).toEqual(whole[part]);
          for (const part of PUBLIC) expect(asked.public[part], part).toEqual(whole.public[part]);
          expect(Object.keys(whole.legal).toSorted()).toEqual(OPTIONS.toSorted());
          for (const option of OPTIONS) expect(asked.legal[option], option).toEqual(whole.legal[option]);
        }
        match.playRound();
      }
    }),
    { numRuns: 8 },
  );
});
