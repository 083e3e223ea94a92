/**
 * Plays headless districts and prints their means.
 *
 *     npm run simulate -- --games 200 --seed 1 --firms tit-for-tat,opportunist --universities open --bureau enable
 *         --bez idle [--scenario zhongguancun-8] [--rounds 12] [--set shock=false] [--jobs 4] [--json]
 */

import { defaultPolicy, isPolicyFor, POLICIES } from '../../shared/bots/index.ts';
import type { ActorKind } from '../../shared/engine/actors.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { STREET } from '../../shared/simulation/populations.ts';
import { meansOf, type SweepResult } from '../../shared/simulation/sweep.ts';
import { changesFrom } from './changes.ts';
import { SCENARIO_IDS, scenarioNamed } from './scenario.ts';
import { optionsFrom, progressLine, run, table, UsageError, wholeNumber } from './terminal.ts';
import { jobsFrom, onThreads } from './threads.ts';
import type { GamesTask } from './work.ts';

const OPTIONS = {
  games: { type: 'string' },
  seed: { type: 'string' },
  firms: { type: 'string' },
  universities: { type: 'string' },
  bureau: { type: 'string' },
  bez: { type: 'string' },
  scenario: { type: 'string' },
  rounds: { type: 'string' },
  set: { type: 'string', multiple: true },
  jobs: { type: 'string' },
  temptation: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

const HELP = `npm run simulate -- [options]

  --games 200            how many districts
  --seed 1               of the first; each further district has the next
  --firms a,b,…          dealt round the firms, shuffled per game: ${POLICIES.firm.join(', ')};
                         or street: every seat as it is in /practice, institutions too unless they are named
  --universities NAME    ${POLICIES.university.join(', ')}
  --bureau NAME          ${POLICIES.bureau.join(', ')}
  --bez NAME             ${POLICIES.commission.join(', ')}
  --scenario ID          ${SCENARIO_IDS.join(', ')}
  --rounds 12            how many each game has
  --set name=value       any parameter, as often as you like; shock=false for a world without the shock
  --temptation           asks also what one year of nothing but trade would bring a sharing firm at once
  --jobs N               on how many threads, all processors if not said; the figures are the same for any number
  --json                 means over games as JSON
`;

/** Games per task of a thread. */
const AT_A_TIME = 20;

async function main(args: readonly string[]): Promise<number> {
  const { values } = optionsFrom(args, OPTIONS);
  const scenario = scenarioNamed(values.scenario);
  const games = wholeNumber('games', values.games, 200, 1);
  const rounds = values.rounds === undefined ? undefined : wholeNumber('rounds', values.rounds, 12, 1);
  const first = wholeNumber('seed', values.seed, 1);
  const jobs = jobsFrom(values.jobs);
  const { universities, bureau, bez } = values;
  const question = {
    scenario: scenario.id,
    firms: values.firms === STREET ? STREET : policies('firm', 'firms', values.firms ?? defaultPolicy('firm')),
    ...omitUndefined({
      universities: onePolicy('university', 'universities', universities),
      bureau: onePolicy('bureau', 'bureau', bureau),
      bez: onePolicy('commission', 'bez', bez),
    }),
    parameters: changesFrom(scenario, values.set ?? [], rounds),
    temptation: values.temptation === true,
  } as const;
  const tasks: GamesTask[] = [];
  for (let game = 0; game < games; game += AT_A_TIME) {
    const length = Math.min(AT_A_TIME, games - game);
    tasks.push({ ...question, seeds: Array.from({ length }, (_, place) => first + game + place) });
  }
  const progress = progressLine((done) => `${done * AT_A_TIME} of ${games} districts`);
  const began = performance.now();
  const played = await onThreads(jobs, 'playGames', tasks, progress.tick);
  progress.end();
  const seconds = (performance.now() - began) / 1000;
  const result = meansOf(played.flat());
  process.stdout.write(values.json === true ? `${JSON.stringify(result, rounded, 2)}\n` : report(result));
  const threads = Math.min(jobs, tasks.length);
  process.stderr.write(
    `${games} games in ${seconds.toFixed(2)} s on ${threads === 1 ? 'one thread' : `${threads} threads`}: ` +
      `${(games / seconds).toFixed(0)} a second\n`,
  );
  return 0;
}

function policies(kind: ActorKind, option: string, list: string): readonly string[] {
  const names = list.split(',').map((name) => name.trim());
  for (const name of names) {
    if (isPolicyFor(kind, name)) continue;
    throw new UsageError(`--${option}: there is no policy called "${name}"; there are ${POLICIES[kind].join(', ')}.`);
  }
  return names;
}

function onePolicy(kind: ActorKind, option: string, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const [only, ...more] = policies(kind, option, name);
  if (only === undefined || more.length > 0) throw new UsageError(`--${option} takes one policy, not "${name}".`);
  return only;
}

/** Rounds to six decimals, beyond the precision of a mean of games. Keys without a value are null. */
function rounded(_key: string, value: unknown): unknown {
  if (value === undefined) return null;
  return typeof value === 'number' ? Number(value.toFixed(6)) : value;
}

function report(result: SweepResult): string {
  const { district } = result;
  const firms = Object.entries(result.policies).map(([name, means]) => [
    name,
    means.finalScore.toFixed(1),
    means.worstFinalScore.toFixed(1),
    means.failures.toFixed(2),
    means.scoreByRound.map((score) => score.toFixed(0)).join(' '),
  ]);
  const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
  const deals = Object.entries(district.deals).map(([kind, { games, perRound }]) => [
    kind,
    percent(games),
    perRound.map((made) => made.toFixed(1)).join(' '),
  ]);
  const others = [
    ['universities', result.universities.finalScore.toFixed(1)],
    ['bureau', result.bureau.finalScore.toFixed(1)],
    ['BEZ', result.bez.finalScore.toFixed(1)],
    ['innovation', district.innovation.toFixed(1)],
    ['resilience', district.resilience?.toFixed(2) ?? 'not shown: no shock, or too few rounds around it'],
    ['trade share', percent(district.tradeShare)],
    ['income by round', district.incomeByRound.map((income) => income.toFixed(0)).join(' ')],
    ...(district.temptation === undefined
      ? []
      : [['gain of a year of trade', district.temptation.map((gain) => gain.toFixed(1)).join(' ')]]),
    [
      'figures',
      Object.entries(district.figures)
        .map(([figure, share]) => `${figure}: ${percent(share)}`)
        .join('  '),
    ],
  ];
  return `${result.games} games of ${result.rounds} rounds, means

${table([['firms', 'final', 'worst', 'failures', 'score by round'], ...firms], [1, 2, 3])}

${table(others)}

${table([['deals', 'in games', 'a round, by round'], ...deals], [1])}
`;
}

await run(HELP, main);
