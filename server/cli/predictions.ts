/**
 * Tests the model's predictions on simulated districts; exit code 1 if one fails.
 *
 *     npm run predictions -- --scenario all --games 200
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from '../../shared/engine/scenario.ts';
import { isDistrictSize, LARGEST_DISTRICT, SCENARIOS, SMALLEST_DISTRICT } from '../../shared/scenarios/index.ts';
import { type Finding, PREDICTIONS, type Prediction } from '../../shared/simulation/predictions/index.ts';
import { changesFrom } from './changes.ts';
import { columnsOf, type DocumentPart, PARTS, rewritten, tasksOf } from './predictions-document.ts';
import { scenarioNamed } from './scenario.ts';
import { optionsFrom, progressLine, run, table, UsageError, wholeNumber } from './terminal.ts';
import { jobsFrom, onThreads } from './threads.ts';
import type { PredictionTask } from './work.ts';

const OPTIONS = {
  scenario: { type: 'string' },
  games: { type: 'string' },
  seed: { type: 'string' },
  seats: { type: 'string' },
  rounds: { type: 'string' },
  set: { type: 'string', multiple: true },
  only: { type: 'string', multiple: true },
  jobs: { type: 'string' },
  write: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const HELP = `npm run predictions -- [options]

The model's predictions, tested on simulated districts; exit code 1 when one fails.

  --scenario ID          ${SCENARIOS.map(({ id }) => id).join(', ')}, or all
  --games 200            districts a prediction is tested on
  --seed 1               of the first; each further district has the next
  --seats 12             ${SMALLEST_DISTRICT} to ${LARGEST_DISTRICT} in a district
  --rounds 12            how many each game has
  --set name=value       any parameter, as often as you like; shock=false for a world without the shock
  --only P7              these alone, as often as you like: ${PREDICTIONS.map(({ id }) => id).join(', ')}
  --jobs N               on how many threads, all processors if not said; the figures are the same for any number
  --write PART           writes a part of docs/PREDICTIONS.md anew: ${PARTS.join(', ')}
  --json                 the findings as JSON
`;

async function main(args: readonly string[]): Promise<number> {
  const { values } = optionsFrom(args, OPTIONS);
  const games = wholeNumber('games', values.games, 200, 1);
  const seed = wholeNumber('seed', values.seed, 1);
  const jobs = jobsFrom(values.jobs);
  const rounds = values.rounds === undefined ? undefined : wholeNumber('rounds', values.rounds, 12, 1);
  const predictions = chosen(values.only ?? []);
  if (values.write !== undefined) return write(partNamed(values.write), predictions, { games, seed, jobs });
  const scenarios = values.scenario === 'all' ? SCENARIOS : [scenarioNamed(values.scenario)];
  const tasks = scenarios.flatMap((scenario): readonly PredictionTask[] => {
    const seats = seatsFrom(values.seats, scenario);
    const parameters = changesFrom(scenario, values.set ?? [], rounds);
    return predictions.map(({ id }) => ({ prediction: id, scenario: scenario.id, seats, parameters, games, seed }));
  });

  let played = 0;
  const progress = progressLine((done) => `${done} of ${tasks.length} predictions tested, ${played} districts played`);
  const began = performance.now();
  const tested = await onThreads(jobs, 'testPrediction', tasks, (answer) => {
    played += answer.played;
    progress.tick();
  });
  progress.end();
  const found = scenarios.map(({ id }) => ({
    scenario: id,
    findings: tested.flatMap(({ findings }, task) => (tasks[task]?.scenario === id ? findings : [])),
  }));
  if (values.json === true) {
    const [only, ...more] = found;
    process.stdout.write(`${JSON.stringify(more.length === 0 ? only?.findings : found, undefined, 2)}\n`);
  } else {
    for (const { scenario, findings } of found) process.stdout.write(`${scenario}\n\n${report(findings, games)}\n`);
  }
  process.stderr.write(`${played} districts in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  return found.every(({ findings }) => findings.every((finding) => finding.holds)) ? 0 : 1;
}

function partNamed(name: string): DocumentPart {
  const part = PARTS.find((one) => one === name);
  if (part === undefined) throw new UsageError(`--write takes one of ${PARTS.join(', ')}, not "${name}".`);
  return part;
}

const DOCUMENT = join(import.meta.dirname, '../../docs/PREDICTIONS.md');

interface Extent {
  readonly games: number;
  readonly seed: number;
  readonly jobs: number;
}

async function write(part: DocumentPart, predictions: readonly Prediction[], extent: Extent): Promise<number> {
  const { games, seed, jobs } = extent;
  const columns = columnsOf(part);
  const ids = predictions.map(({ id }) => id);
  const tasks = tasksOf(columns, ids, { games, seed });
  const progress = progressLine((done) => `${done} of ${tasks.length} predictions tested`);
  const answers = await onThreads(jobs, 'testPrediction', tasks, progress.tick);
  progress.end();
  const tested = columns.map((column, place) => ({
    column,
    findings: answers.slice(place * ids.length, (place + 1) * ids.length).flatMap(({ findings }) => findings),
  }));
  writeFileSync(DOCUMENT, rewritten(readFileSync(DOCUMENT, 'utf8'), part, games, tested));
  return 0;
}

function seatsFrom(text: string | undefined, scenario: Scenario): number {
  const seats = wholeNumber('seats', text, scenario.roster.length);
  if (isDistrictSize(seats)) return seats;
  throw new UsageError(`A district has ${SMALLEST_DISTRICT} to ${LARGEST_DISTRICT} seats, not ${seats}.`);
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

await run(HELP, main);
