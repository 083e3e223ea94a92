/**
 * `npm run mutate`: changes the sources in one place at a time, and runs the nearest tests. A survivor is behaviour
 * without a test, or an equivalent change.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { draw } from '../shared/engine/random.ts';
import { AREA_NAMES, areaOf } from './mutate/areas.ts';
import { Nearest, sourcesUnder } from './mutate/nearest.ts';
import { OPERATORS, type Site, sitesIn } from './mutate/sites.ts';
import { COMPILER, Workshop } from './mutate/workshop.ts';

const HELP = `npm run mutate [-- options]     changes one place at a time; counts which changes the tests notice

  --seed 1         another seed is another sample
  --count 100      how many changes
  --area shared    only areas whose name begins so: ${AREA_NAMES.join('; ')}
  --near 40        asks so many of the tests that start no server, the nearest first
  --slow 12        and so many of those that do
  --jobs 1         so many changes at a time
`;

interface Mutant {
  readonly file: string;
  readonly area: string;
  readonly site: Site;
}

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    area: { type: 'string', default: '' },
    near: { type: 'string', default: '40' },
    slow: { type: 'string', default: '12' },
    jobs: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function allMutants(): readonly Mutant[] {
  return ['shared', 'server', 'client'].flatMap((folder) =>
    sourcesUnder(root, folder).flatMap((file) => {
      const area = areaOf(file);
      if (area?.startsWith(values.area) !== true) return [];
      return sitesIn(file, readFileSync(join(root, file), 'utf8')).map((site) => ({ file, area, site }));
    }),
  );
}

/** Samples kinds of change evenly, then places; never the same twice. */
function sampled(all: readonly Mutant[], seed: number, count: number): readonly Mutant[] {
  const left = OPERATORS.map((operator) => all.filter(({ site }) => site.operator === operator));
  const chosen: Mutant[] = [];
  for (let turn = 0; chosen.length < count && left.some((places) => places.length > 0); turn += 1) {
    const kinds = left.filter((places) => places.length > 0);
    const places = kinds[Math.floor(draw(seed, 'operator', turn) * kinds.length)] ?? [];
    chosen.push(...places.splice(Math.floor(draw(seed, 'place', turn) * places.length), 1));
  }
  return chosen;
}

function described({ file, site }: Mutant): string {
  const source = readFileSync(join(root, file), 'utf8');
  const line = source.slice(0, site.start).split('\n').length;
  const was = source.slice(site.start, site.end).replaceAll(/\s+/g, ' ').slice(0, 60);
  return `${file}:${line} ${site.operator}: ${was || '(nothing)'} → ${site.instead || '(nothing)'}`;
}

function scores(outcomes: readonly { readonly mutant: Mutant; readonly caught: boolean }[]): readonly string[] {
  return AREA_NAMES.flatMap((area) => {
    const here = outcomes.filter(({ mutant }) => mutant.area === area);
    const caught = here.filter((outcome) => outcome.caught).length;
    return here.length === 0 ? [] : [`| ${area} | ${caught} of ${here.length} |`];
  });
}

async function main(): Promise<number> {
  const nearest = new Nearest(root);
  const mutants = sampled(allMutants(), Number(values.seed), Number(values.count));
  // Described at once, since sources may change while tests run.
  const names = mutants.map(described);
  const workshops = Array.from({ length: Math.max(1, Number(values.jobs)) }, () => new Workshop(root));
  const close = () => {
    for (const workshop of workshops) workshop.close();
  };
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const) {
    process.once(signal, () => {
      close();
      process.exit(128 + number);
    });
  }
  const outcomes: { mutant: Mutant; caught: boolean }[] = [];
  const queue = mutants.entries();
  const work = async (workshop: Workshop) => {
    // Workers take mutants from a shared queue.
    for (const [index, mutant] of queue) {
      const tests = nearest.testsOf(mutant.file, Number(values.near), Number(values.slow));
      const by = await workshop.tried(mutant.file, mutant.site, tests);
      if (by !== COMPILER) outcomes.push({ mutant, caught: by !== undefined });
      say(`${index + 1}/${mutants.length} ${by === undefined ? 'NOT NOTICED' : 'noticed'} ${names[index]}`);
      if (by !== undefined) say(`    by ${by}`);
    }
  };
  await Promise.all(workshops.map(work));
  close();
  const caught = outcomes.filter((outcome) => outcome.caught).length;
  say(['', `Seed ${values.seed}: ${caught} of ${outcomes.length} noticed.`, ...scores(outcomes)].join('\n'));
  return 0;
}

if (values.help) process.stdout.write(HELP);
else process.exitCode = await main();
