/**
 * `npm run pictures`: every screen in every phase, in every size, language and colour scheme, into
 * test-results/pictures, for somebody to look at. `-- --readme` takes the few pictures of README.md instead;
 * `-- roles desk` takes the named scenes alone, `-- --light` leaves the dark scheme out.
 *
 * Everything is played: a real server on a folder of its own, real pages in Chromium.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { openBrowser } from '../tests/e2e/support/browser.ts';
import { openCamera } from './pictures/camera.ts';
import { takeReadme } from './pictures/readme.ts';
import { SCENES } from './pictures/scenes.ts';
import { openStreet } from './pictures/street.ts';

const root = join(import.meta.dirname, '..');
const options = process.argv.slice(2);
const chosen = options.filter((option) => !option.startsWith('--'));
const SEED = 12;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

const pages = join(root, 'test-results', 'pages');
await build({ logLevel: 'error', build: { outDir: pages, emptyOutDir: true } });
const street = await openStreet(pages);
const browser = await openBrowser();
try {
  if (options.includes('--readme')) {
    const folder = join(root, 'docs', 'pictures');
    await mkdir(folder, { recursive: true });
    await takeReadme(browser, street, folder, SEED);
    say(`Pictures of the README: ${folder}`);
  } else {
    const camera = openCamera(
      join(root, 'test-results', 'pictures'),
      options.includes('--light') ? ['light'] : undefined,
    );
    for (const [name, scene] of Object.entries(SCENES)) {
      if (chosen.length > 0 && !chosen.includes(name)) continue;
      try {
        await scene({ browser, street, look: camera.look });
        say(`✓ ${name} (${camera.taken()} pictures so far)`);
      } catch (error) {
        process.exitCode = 1;
        say(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
} finally {
  await browser.close();
  await street.close();
}
