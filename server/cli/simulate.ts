/**
 * Headless districts and their means.
 *
 *     npm run simulate -- --games 200 --seed 1 --firms tit-for-tat,opportunist --universities open --bureau enable
 *         --bez idle [--scenario zhongguancun-8] [--rounds 12] [--set shock=false] [--json]
 */
import { isPolicyFor, POLICIES } from '../../shared/bots/index.ts';
import type { ActorKind } from '../../shared/engine/actors.ts';
import { type SweepResult, sweep } from '../../shared/simulation/sweep.ts';
import { changesFrom } from './changes.ts';
import { SCENARIO_IDS, scenarioNamed } from './scenario.ts';
import { optionsFrom, progressLine, run, table, UsageError, wholeNumber } from './terminal.ts';

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
  json: { type: 'boolean' },
} as const;

const HELP = `npm run simulate -- [options]

  --games 200            how many districts
  --seed 1               of the first; each further district has the next
  --firms a,b,…          dealt round the firms, shuffled per game: ${POLICIES.firm.join(', ')}
  --universities NAME    ${POLICIES.university.join(', ')}
  --bureau NAME          ${POLICIES.bureau.join(', ')}
  --bez NAME             ${POLICIES.commission.join(', ')}
  --scenario ID          ${SCENARIO_IDS.join(', ')}
  --rounds 12            how many each game has
  --set name=value       any parameter, as often as you like; shock=false for a world without the shock
  --json                 means over games as JSON
`;

function main(args: readonly string[]): number {
  const { values } = optionsFrom(args, OPTIONS);
  const scenario = scenarioNamed(values.scenario);
  const games = wholeNumber('games', values.games, 200, 1);
  const rounds = values.rounds === undefined ? undefined : wholeNumber('rounds', values.rounds, 12, 1);
  const progress = progressLine((done) => `${done} of ${games} districts`);
  const began = performance.now();
  const result = sweep({
    scenario,
    games,
    seed: wholeNumber('seed', values.seed, 1),
    firms: policies('firm', 'firms', values.firms ?? 'partner-choosing'),
    universities: onePolicy('university', 'universities', values.universities ?? 'publish'),
    bureau: onePolicy('bureau', 'bureau', values.bureau ?? 'idle'),
    bez: onePolicy('commission', 'bez', values.bez ?? 'idle'),
    parameters: changesFrom(scenario, values.set ?? [], rounds),
    onGame: progress.tick,
  });
  progress.end();
  const seconds = (performance.now() - began) / 1000;
  process.stdout.write(values.json === true ? `${JSON.stringify(result, rounded, 2)}\n` : report(result));
  process.stderr.write(
    `${games} games in ${seconds.toFixed(2)} s on one core: ${(games / seconds).toFixed(0)} a second\n`,
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

function onePolicy(kind: ActorKind, option: string, name: string): string {
  const [only, ...more] = policies(kind, option, name);
  if (only === undefined || more.length > 0) throw new UsageError(`--${option} takes one policy, not "${name}".`);
  return only;
}

/** Six decimals are more than a mean of games can carry. Every key is always there: what no game could show is null. */
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
  const others = [
    ['universities', result.universities.finalScore.toFixed(1)],
    ['bureau', result.bureau.finalScore.toFixed(1)],
    ['BEZ', result.bez.finalScore.toFixed(1)],
    ['innovation', district.innovation.toFixed(1)],
    ['resilience', district.resilience?.toFixed(2) ?? 'not shown: no shock, or too few rounds around it'],
    ['trade share', percent(district.tradeShare)],
    ['income by round', district.incomeByRound.map((income) => income.toFixed(0)).join(' ')],
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
`;
}

await run(HELP, main);
