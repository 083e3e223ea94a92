/** `npm run pictures`: plays every scene on a real server with its own folder, on real pages in Chromium. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { optionsFrom, run, UsageError } from '../server/cli/terminal.ts';
import { openBrowser } from '../tests/e2e/support/browser.ts';
import { openCamera } from './pictures/camera.ts';
import { takeReadme } from './pictures/readme.ts';
import { SCENES } from './pictures/scenes.ts';
import { openStreet, type Street } from './pictures/street.ts';

const root = join(import.meta.dirname, '..');
const SEED = 12;
const OPTIONS = {
  readme: { type: 'boolean', default: false },
  light: { type: 'boolean', default: false },
} as const;
const HELP = `npm run pictures -- [SCENE …] [options]

Takes every screen in every phase, size, language and colour scheme, into test-results/pictures.

  SCENE       takes the named scenes alone: ${Object.keys(SCENES).join(', ')}
  --light     leaves the dark scheme out
  --readme    takes the few pictures of README.md instead
`;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function takeScenes(names: readonly string[], browser: Browser, street: Street, light: boolean): Promise<number> {
  const camera = openCamera(join(root, 'test-results', 'pictures'), light ? ['light'] : undefined);
  let failed = 0;
  for (const [name, scene] of Object.entries(SCENES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    try {
      await scene({ browser, street, look: camera.look });
      say(`✓ ${name} (${camera.taken()} pictures so far)`);
    } catch (error) {
      failed = 1;
      say(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return failed;
}

await run(HELP, async (args) => {
  const { values, positionals } = optionsFrom(args, OPTIONS, true);
  const unknown = positionals.filter((name) => !(name in SCENES));
  if (unknown.length > 0) throw new UsageError(`There is no scene called ${unknown.join(', ')}; --help names them.`);
  const pages = join(root, 'test-results', 'pages');
  await build({ logLevel: 'error', build: { outDir: pages, emptyOutDir: true } });
  const street = await openStreet(pages);
  const browser = await openBrowser();
  try {
    if (!values.readme) return await takeScenes(positionals, browser, street, values.light);
    const folder = join(root, 'docs', 'pictures');
    await mkdir(folder, { recursive: true });
    await takeReadme(browser, street, folder, SEED);
    say(`Pictures of the README: ${folder}`);
    return 0;
  } finally {
    await browser.close();
    await street.close();
  }
});
