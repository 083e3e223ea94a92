/**
 * What the model predicts, put to the test on simulated districts: idle governments and publishing universities
 * unless a prediction is about those.
 *
 *     const findings = testPredictions({ scenario, games: 200, seed: 1 });
 */
import { dilemma } from './dilemma.ts';
import { foreignCapital } from './foreign.ts';
import { institutions } from './institutions.ts';
import { Laboratory, type LabSettings } from './laboratory.ts';
import { organisation } from './organisation.ts';
import { describeThreshold, type Finding, holds, type Prediction } from './prediction.ts';

export { Laboratory, type LabSettings } from './laboratory.ts';
export type { Finding } from './prediction.ts';

/** In the order of their numbers. There is no P13. */
export const PREDICTIONS: readonly Prediction[] = [
  ...dilemma,
  ...organisation,
  ...institutions,
  ...foreignCapital,
].toSorted((one, other) => numberOf(one) - numberOf(other));

function numberOf({ id }: Prediction): number {
  return Number(id.slice(1));
}

export function testPredictions(
  settings: LabSettings,
  predictions: readonly Prediction[] = PREDICTIONS,
): readonly Finding[] {
  const lab = new Laboratory(settings);
  return predictions.flatMap((prediction) => test(lab, prediction));
}

/** One row for each comparison the prediction makes. */
export function test(lab: Laboratory, { id, sentence, check }: Prediction): readonly Finding[] {
  return check(lab).map((one) => ({
    id,
    sentence,
    what: one.what,
    threshold: describeThreshold(one.threshold),
    figure: one.figure,
    holds: holds(one),
  }));
}
