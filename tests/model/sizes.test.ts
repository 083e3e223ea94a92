/** The model's claims about network, bureau and universities hold in districts of other sizes. */
import { expect, test } from 'vitest';
import { rosterFor, STANDARD } from '../../shared/scenarios/index.ts';
import { PREDICTIONS, testPredictions } from '../../shared/simulation/predictions/index.ts';

const GAMES = 30;
const SOME = PREDICTIONS.filter(({ id }) => ['P3', 'P8', 'P9'].includes(id));

test.each([7, 10, 16])('the predictions hold with %i seats', (seats) => {
  const findings = testPredictions(
    { scenario: STANDARD, games: GAMES, seed: 1, roster: rosterFor(STANDARD, seats) },
    SOME,
  );
  expect(findings).toHaveLength(14);
  expect(findings.filter((finding) => !finding.holds)).toEqual([]);
});
