/**
 * How much one year's plan matters, for each role on a mixed street.
 *
 *     npm run choices -- --scenario zhongguancun-8 --games 60
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCENARIOS } from '../../shared/scenarios/index.ts';
import { MATTERS } from '../../shared/simulation/alternatives.ts';
import { type Case, ROLES, type Weight, weigh, yearsAsked } from '../../shared/simulation/choices.ts';
import { changesFrom } from './changes.ts';
import { withPart } from './predictions-document.ts';
import { scenarioNamed } from './scenario.ts';
import { markdownRows, optionsFrom, progressLine, run, wholeNumber } from './terminal.ts';
import { jobsFrom, onThreads } from './threads.ts';
import type { CasesTask } from './work.ts';

const OPTIONS = {
  scenario: { type: 'string' },
  games: { type: 'string' },
  seed: { type: 'string' },
  set: { type: 'string', multiple: true },
  jobs: { type: 'string' },
  write: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

const HELP = `npm run choices -- [options]

On the street of /practice, a seat of each role tries every alternative of one year and plays on as its bot does: how
often each is best for its own final score, and by how much.

  --scenario ID          ${SCENARIOS.map(({ id }) => id).join(', ')}
  --games 200            how many districts
  --seed 1               of the first; each further district has the next
  --set name=value       any parameter, as often as you like; shock=false for a world without the shock
  --jobs N               on how many threads, all processors if not said; the figures are the same for any number
  --write                writes the table of docs/PREDICTIONS.md anew
  --json                 the figures as JSON
`;

/** Games per task of a thread. */
const AT_A_TIME = 10;
const DOCUMENT = join(import.meta.dirname, '../../docs/PREDICTIONS.md');

async function main(args: readonly string[]): Promise<number> {
  const { values } = optionsFrom(args, OPTIONS);
  const scenario = scenarioNamed(values.scenario);
  const games = wholeNumber('games', values.games, 200, 1);
  const first = wholeNumber('seed', values.seed, 1);
  const parameters = changesFrom(scenario, values.set ?? [], undefined);
  const tasks: CasesTask[] = [];
  for (let game = 0; game < games; game += AT_A_TIME) {
    const length = Math.min(AT_A_TIME, games - game);
    const seeds = Array.from({ length }, (_, place) => first + game + place);
    tasks.push({ scenario: scenario.id, parameters, seeds });
  }
  const progress = progressLine((done) => `${done * AT_A_TIME} of ${games} districts`);
  const cases = (await onThreads(jobsFrom(values.jobs), 'tryAlternatives', tasks, progress.tick)).flat();
  progress.end();
  const rows = rowsOf(cases, yearsAsked(scenario.parameters.rounds));
  const printed = tableOf(rows);
  if (values.write === true) {
    const note = `_${games} districts; printed by \`npm run choices -- --write\`._`;
    writeFileSync(DOCUMENT, withPart(readFileSync(DOCUMENT, 'utf8'), 'choices', `${note}\n\n${printed}`));
  } else process.stdout.write(values.json === true ? `${JSON.stringify(rows, undefined, 2)}\n` : `${printed}\n`);
  return 0;
}

interface Row extends Pick<Case, 'role' | 'matter' | 'round'> {
  readonly weight: Weight;
}

function rowsOf(cases: readonly Case[], years: readonly number[]): readonly Row[] {
  return ROLES.flatMap((role) =>
    MATTERS.flatMap((matter) =>
      years.flatMap((round) => {
        const those = cases.filter((one) => one.role === role && one.matter === matter && one.round === round);
        return those.length === 0 ? [] : [{ role, matter, round, weight: weigh(those) }];
      }),
    ),
  );
}

function tableOf(rows: readonly Row[]): string {
  const lines = [
    ['who', 'what', 'round', 'games', 'best in % of games (less than the best)', 'at stake', 'next loses', 'figure'],
    ['---', '---', '--:', '--:', '---', '--:', '--:', '--:'],
    ...rows.map(({ role, matter, round, weight }) => [
      role,
      matter,
      `${round}`,
      `${weight.cases}`,
      weight.options.map(({ option, best, loss }) => `${option} ${percent(best)} (${number(loss)})`).join(' · '),
      number(weight.stake),
      percent(weight.nextLoses),
      percent(weight.figure),
    ]),
  ];
  return markdownRows(lines);
}

function number(value: number): string {
  return value.toFixed(1);
}

function percent(share: number): string {
  return (100 * share).toFixed(0);
}

await run(HELP, main);
