/**
 * `npm run bench`: how much slower and larger is the game than the least that could do its work?
 *
 *     npm run bench                     load, start-up, engine, pages, first screen, scrubbing: about ten minutes
 *     npm run bench -- --only load      one part
 *     npm run bench -- --soak 60        an hour of games one after another
 *     npm run bench -- --json           the figures alone
 *
 * Everything is a ratio against other servers in the same run on the same machine, since the figures themselves depend
 * on it. `docs/PERFORMANCE.md` says what was seen.
 */
import { parseArgs } from 'node:util';
import { benchEngine } from './engine.ts';
import { benchFirstScreen } from './first-screen.ts';
import { benchLoad } from './load.ts';
import { benchPages } from './pages.ts';
import { benchScrub } from './scrub.ts';
import { soak } from './soak.ts';
import { benchStartUp } from './start-up.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seats: { type: 'string', default: '480' },
    repeat: { type: 'string', default: '1' },
    soak: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const PARTS = {
  load: () => benchLoad(Number(values.seats), Number(values.repeat)),
  start: benchStartUp,
  engine: benchEngine,
  pages: benchPages,
  screen: benchFirstScreen,
  scrub: benchScrub,
  ...(values.soak === undefined ? {} : { soak: () => soak(Number(values.soak)) }),
};

const results: Record<string, unknown> = {};
for (const [name, part] of Object.entries(PARTS)) {
  if (values.only !== undefined && values.only !== name) continue;
  if (values.soak !== undefined && values.only === undefined && name !== 'soak') continue;
  const { text, figures } = await part();
  results[name] = figures;
  if (!values.json) process.stdout.write(`\n${text}\n`);
}
if (values.json) process.stdout.write(`${JSON.stringify(results, undefined, 2)}\n`);
