/**
 * `npm run typeface`: subsets the Chinese heading face to the characters of the game's texts, into client/fonts. Run it
 * when a test reports new characters.
 *
 * The whole face is 1.5 MB and its package 87 MB, so neither is a dependency. They are installed into a temporary
 * folder, and only the result is kept. Noto Serif SC is under the SIL Open Font License (client/fonts/OFL.txt).
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { run } from '../server/cli/terminal.ts';
import { common } from '../shared/i18n/zh/common.ts';
import { join } from '../shared/i18n/zh/join.ts';

const FACE = '@fontsource/noto-serif-sc@5.3.0';
const CUTTER = 'subset-font@2.9.0';
const WEIGHT = 700;
/** Texts in headings before other pages are loaded. */
const AT_THE_DOOR = [common.appName, join.title];

const root = path(import.meta.dirname, '..');
const fonts = path(root, 'client', 'fonts');

function charactersIn(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.match(/\p{Script=Han}/gu) ?? []));
}

export function charactersOfTheGame(): { readonly door: ReadonlySet<string>; readonly rest: ReadonlySet<string> } {
  const read = (folder: string) =>
    readdirSync(path(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(path(root, folder, name), 'utf8'));
  const door = charactersIn(AT_THE_DOOR);
  const all = charactersIn([...read('shared/i18n/zh'), ...read('shared/scenarios')]);
  return { door, rest: new Set([...all].filter((character) => !door.has(character))) };
}

function unicodeRange(characters: ReadonlySet<string>): string {
  const points = [...characters].map((character) => character.codePointAt(0) ?? 0).sort((one, other) => one - other);
  const spans: [first: number, last: number][] = [];
  for (const point of points) {
    const open = spans.at(-1);
    if (open !== undefined && open[1] === point - 1) open[1] = point;
    else spans.push([point, point]);
  }
  const hex = (point: number) => point.toString(16).toUpperCase();
  return spans.map(([first, last]) => `U+${hex(first)}${first === last ? '' : `-${hex(last)}`}`).join(', ');
}

async function cut(): Promise<number> {
  const folder = mkdtempSync(path(tmpdir(), 'es-typeface-'));
  execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', FACE, CUTTER], { stdio: 'ignore' });
  const fromThere = createRequire(path(folder, 'package.json'));
  type Cutter = (font: Buffer, text: string, options: { targetFormat: 'woff2' }) => Promise<Buffer>;
  const cutter: { readonly default: Cutter } = await import(fromThere.resolve('subset-font'));
  const whole = path(folder, 'node_modules', '@fontsource', 'noto-serif-sc');
  const font = readFileSync(path(whole, 'files', `noto-serif-sc-chinese-simplified-${WEIGHT}-normal.woff2`));

  for (const [name, characters] of Object.entries(charactersOfTheGame())) {
    const file = `street-song-${name}`;
    const result = await cutter.default(font, [...characters].join(''), { targetFormat: 'woff2' });
    writeFileSync(path(fonts, `${file}.woff2`), result);
    writeFileSync(
      path(fonts, `${file}.css`),
      `/* Made by \`npm run typeface\`: the heading face, cut to characters of the game's own texts. */
@font-face {
  font-family: "Street Song";
  font-weight: ${WEIGHT};
  font-display: swap;
  src: url("./${file}.woff2") format("woff2");
  unicode-range: ${unicodeRange(characters)};
}
`,
    );
    process.stdout.write(`${file}: ${characters.size} characters, ${Math.round(result.length / 1024)} KB\n`);
  }
  copyFileSync(path(whole, 'LICENSE'), path(fonts, 'OFL.txt'));
  rmSync(folder, { recursive: true, force: true });
  execFileSync('npx', ['biome', 'check', '--write', fonts], { stdio: 'ignore' });
  return 0;
}

const HELP = `npm run typeface

Cuts the Chinese heading face down to the characters of the game's own texts, into client/fonts.
`;

if (import.meta.main) await run(HELP, cut);
