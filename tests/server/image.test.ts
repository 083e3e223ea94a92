/**
 * The Dockerfile copies all that building the pages and running the server need, and .dockerignore allows it. No
 * container engine is needed: the test copies the files itself, beside the installed packages.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import pageSources from '../../scripts/page-sources.json' with { type: 'json' };
import { type ServerProcess, startProcess } from '../support/child.ts';
import { ask } from '../support/http.ts';
import { freePort } from '../support/ports.ts';

const root = join(import.meta.dirname, '../..');

/** What a stage of the Dockerfile copies from the project, and where to. */
async function copiedBy(isStage: (from: string) => boolean) {
  const text = await readFile(join(root, 'Dockerfile'), 'utf8');
  const [, ...stages] = text.split(/^FROM /m);
  const stage = stages.find((each) => isStage(each.split('\n')[0] ?? ''));
  const copies = [...(stage ?? '').matchAll(/^COPY (?!--)(.+) (\S+)$/gm)];
  return copies.flatMap(([, from = '', to = '']) => from.split(' ').map((name) => ({ name, to })));
}

let server: ServerProcess | undefined;
const folders: string[] = [];
afterEach(async () => {
  await server?.end('SIGKILL');
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function staged(isStage: (from: string) => boolean): Promise<string> {
  const copies = await copiedBy(isStage);
  const passed = (await readFile(join(root, '.dockerignore'), 'utf8')).split('\n');
  expect(copies.map(({ name }) => `!${name}`).filter((line) => !passed.includes(line))).toEqual([]);
  const folder = await mkdtemp(join(tmpdir(), 'es-image-'));
  folders.push(folder);
  for (const { name, to } of copies) {
    const target = to === './' || to.endsWith('/') ? join(folder, to, name.split('/').at(-1) ?? '') : join(folder, to);
    await cp(join(root, name), target, { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

test('the image has what it takes to build the pages, to serve them and to be asked what is wrong', async () => {
  const pages = await staged((from) => from.endsWith(' AS pages'));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: pages, encoding: 'utf8' });
  expect(built.stderr).toBe('');

  const image = await staged((from) => !from.includes(' AS '));
  await cp(join(pages, 'dist'), join(image, 'dist'), { recursive: true });
  const data = join(image, 'data');
  await mkdir(data);
  const port = await freePort();
  server = await startProcess(data, port, {}, ['sh', '-c', `cd ${image}; exec "$@"`, 'sh']);
  expect((await ask(`${server.url}/readyz`)).body).toEqual({ status: 'ready' });
  expect((await ask(`${server.url}/teach`)).text).toContain('<script type="module"');

  const doctor = spawnSync(process.execPath, ['server/cli/doctor.ts', '--data', data, '--port', `${port}`], {
    cwd: image,
    encoding: 'utf8',
  });
  expect(doctor.stdout).toContain('✓ The pages are built');
  expect(doctor.stderr).toBe('');
});

test('pages are built anew by npm start when anything changed that the image builds them from', async () => {
  const copied = (await copiedBy((from) => from.endsWith(' AS pages'))).map(({ name }) => name);
  // Neither affects the pages: the lock file says what is installed.
  const installing = ['package.json', '.npmrc'];
  expect(copied.filter((name) => !installing.includes(name)).toSorted()).toEqual(pageSources.toSorted());
});
