/**
 * The model's predictions, tested on simulated districts; exit code 1 when one fails.
 *
 *     npm run predictions [-- --games 200 --seed 1 --seats 12 --rounds 12 --set name=value --only P7 --json]
 */
import { isDistrictSize, LARGEST_DISTRICT, rosterFor, SMALLEST_DISTRICT } from '../../shared/scenarios/index.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { type Finding, PREDICTIONS, testPredictions } from '../../shared/simulation/predictions/index.ts';
import { changesFrom } from './changes.ts';
import { optionsFrom, progressLine, run, table, UsageError, wholeNumber } from './terminal.ts';

const OPTIONS = {
  games: { type: 'string' },
  seed: { type: 'string' },
  seats: { type: 'string' },
  rounds: { type: 'string' },
  set: { type: 'string', multiple: true },
  only: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

function main(args: readonly string[]): number {
  const { values } = optionsFrom(args, OPTIONS);
  const scenario = zhongguancun;
  const games = wholeNumber('games', values.games, 200, 1);
  const seats = wholeNumber('seats', values.seats, scenario.roster.length);
  if (!isDistrictSize(seats)) {
    throw new UsageError(`A district has ${SMALLEST_DISTRICT} to ${LARGEST_DISTRICT} seats, not ${seats}.`);
  }
  const rounds = values.rounds === undefined ? undefined : wholeNumber('rounds', values.rounds, 12, 1);
  const progress = progressLine((done) => `${done} districts played`);
  const began = performance.now();
  let played = 0;
  const findings = testPredictions(
    {
      scenario,
      games,
      seed: wholeNumber('seed', values.seed, 1),
      roster: rosterFor(scenario, seats),
      parameters: changesFrom(scenario, values.set ?? [], rounds),
      onGame: () => {
        played += 1;
        progress.tick();
      },
    },
    chosen(values.only ?? []),
  );
  progress.end();
  process.stdout.write(values.json === true ? `${JSON.stringify(findings, undefined, 2)}\n` : report(findings, games));
  process.stderr.write(`${played} districts in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  return findings.every((finding) => finding.holds) ? 0 : 1;
}

function chosen(ids: readonly string[]) {
  for (const id of ids) {
    if (PREDICTIONS.some((prediction) => prediction.id === id)) continue;
    throw new UsageError(`There is no prediction "${id}"; there are ${PREDICTIONS.map((one) => one.id).join(', ')}.`);
  }
  return ids.length === 0 ? PREDICTIONS : PREDICTIONS.filter((prediction) => ids.includes(prediction.id));
}

function report(findings: readonly Finding[], games: number): string {
  const lines: string[][] = [['', '', 'wanted', 'found', '']];
  let id = '';
  for (const finding of findings) {
    if (finding.id !== id) lines.push([finding.id, finding.sentence, '', '', '']);
    id = finding.id;
    lines.push([
      '',
      `  ${finding.what}`,
      finding.threshold,
      finding.figure.toFixed(2),
      finding.holds ? 'holds' : 'FAILS',
    ]);
  }
  const failed = findings.filter((finding) => !finding.holds);
  const verdict = failed.length === 0 ? `All ${findings.length} hold` : `${failed.length} of ${findings.length} fail`;
  return `${table(lines, [3])}\n\n${verdict}: means over ${games} districts each.\n`;
}

await run(main);
