/**
 * Tests the model's predictions on simulated districts. Governments are idle and universities publish, unless a
 * prediction is about them.
 *
 *     const findings = testPredictions({ scenario, games: 200, seed: 1 });
 */
import { choices } from './choices.ts';
import { commissions } from './commission.ts';
import { dilemma } from './dilemma.ts';
import { foreignCapital } from './foreign.ts';
import { institutions } from './institutions.ts';
import { Laboratory, type LabSettings } from './laboratory.ts';
import { leaving } from './leaving.ts';
import { organisation } from './organisation.ts';
import { describeThreshold, type Finding, holds, type Prediction } from './prediction.ts';
import { robustness } from './robustness.ts';
import { signings } from './signing.ts';
import { street } from './street.ts';
import { temptations } from './temptation.ts';

export { Laboratory, type LabSettings } from './laboratory.ts';
export type { Finding, Prediction } from './prediction.ts';

/** Sorted by number; there is no P13. */
export const PREDICTIONS: readonly Prediction[] = [
  ...dilemma,
  ...organisation,
  ...institutions,
  ...foreignCapital,
  ...leaving,
  ...temptations,
  ...commissions,
  ...street,
  ...signings,
  ...robustness,
  ...choices,
].toSorted((one, other) => numberOf(one) - numberOf(other));

function numberOf({ id }: Prediction): number {
  return Number(id.slice(1));
}

export function testPredictions(
  settings: LabSettings,
  predictions: readonly Prediction[] = PREDICTIONS,
): readonly Finding[] {
  const lab = new Laboratory(settings);
  return predictions.flatMap((prediction) => findingsOf(lab, prediction));
}

/** One row per comparison of the prediction. */
export function findingsOf(lab: Laboratory, { id, sentence, check }: Prediction): readonly Finding[] {
  return check(lab).map((one) => ({
    id,
    sentence,
    what: one.what,
    threshold: describeThreshold(one.threshold),
    figure: one.figure,
    holds: holds(one),
  }));
}
