/** The model's claims over all seeds of `npm run predictions`: a drifting rule shows here. */
import { expect, test } from 'vitest';
import type { Scenario } from '../../shared/engine/scenario.ts';
import { findingsOf, Laboratory, PREDICTIONS } from '../../shared/simulation/predictions/index.ts';

const GAMES = 200;

export function holdIn(scenario: Scenario): void {
  const lab = new Laboratory({ scenario, games: GAMES, seed: 1 });
  test.each(PREDICTIONS.map((prediction) => [prediction.id, prediction] as const))(
    `%s holds over ${GAMES} districts in ${scenario.id}`,
    (_, prediction) => {
      const findings = findingsOf(lab, prediction);
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.filter((finding) => !finding.holds)).toEqual([]);
    },
  );
}
