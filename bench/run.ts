/**
 * `npm run bench`: how much slower and larger is the game than a minimal server for the same work?
 *
 * Results are ratios to other servers in the same run, because absolute figures depend on the machine.
 * `docs/PERFORMANCE.md` has results.
 */
import { optionsFrom, run, UsageError, wholeNumber } from '../server/cli/terminal.ts';
import { benchEngine } from './engine.ts';
import { benchFirstScreen } from './first-screen.ts';
import { benchLineCheck } from './line-check.ts';
import { benchLoad } from './load.ts';
import { benchPages } from './pages.ts';
import { benchScrub } from './scrub.ts';
import { benchSilence } from './silence.ts';
import { soak } from './soak.ts';
import { benchSpread } from './spread.ts';
import { benchStartUp } from './start-up.ts';
import type { Part } from './table.ts';

const OPTIONS = {
  only: { type: 'string' },
  seats: { type: 'string' },
  repeat: { type: 'string' },
  soak: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

interface Size {
  readonly seats: number;
  readonly repeat: number;
}

const PARTS: Readonly<Record<string, (size: Size) => Promise<Part>>> = {
  load: ({ seats, repeat }) => benchLoad(seats, repeat),
  start: benchStartUp,
  engine: benchEngine,
  pages: benchPages,
  screen: benchFirstScreen,
  scrub: benchScrub,
  line: ({ seats }) => benchLineCheck(seats),
  spread: benchSpread,
  silence: ({ repeat }) => benchSilence(repeat),
};

const HELP = `npm run bench -- [options]

Everything but the soak takes about a quarter of an hour. What was seen is in docs/PERFORMANCE.md.

  --only PART            one part: ${Object.keys(PARTS).join(', ')}
  --seats 480            in the parts load and line, a multiple of twelve
  --repeat 1             of the part load, whose medians are shown, and of each fault of the part silence
  --soak 60              so many minutes of games one after another, and nothing else
  --json                 the figures alone
`;

async function main(args: readonly string[]): Promise<number> {
  const { values } = optionsFrom(args, OPTIONS);
  const { only } = values;
  if (only !== undefined && PARTS[only] === undefined) {
    throw new UsageError(`There is no part "${only}"; there are ${Object.keys(PARTS).join(', ')}.`);
  }
  const size = {
    seats: wholeNumber('seats', values.seats, 480, 12),
    repeat: wholeNumber('repeat', values.repeat, 1, 1),
  };
  const minutes = values.soak === undefined ? undefined : wholeNumber('soak', values.soak, 60, 1);
  const parts = minutes === undefined ? PARTS : { soak: () => soak(minutes) };

  const results: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(parts)) {
    if (minutes === undefined && only !== undefined && only !== name) continue;
    const { text, figures } = await part(size);
    results[name] = figures;
    if (!values.json) process.stdout.write(`\n${text}\n`);
  }
  if (values.json) process.stdout.write(`${JSON.stringify(results, undefined, 2)}\n`);
  return 0;
}

await run(HELP, main);
