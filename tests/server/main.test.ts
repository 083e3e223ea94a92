/** The started server and its environment. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type ServerProcess, startProcess } from '../support/child.ts';
import { ask, post } from '../support/http.ts';
import { freePort } from '../support/ports.ts';
import { KEY, newFolder } from '../support/server.ts';
import { pause } from '../support/waiting.ts';

const processes: ServerProcess[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const server of processes.splice(0)) await server.end('SIGKILL');
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function start(folder: string, port: number, environment: Readonly<Record<string, string>> = {}) {
  const server = await startProcess(folder, port, environment);
  processes.push(server);
  return server;
}

async function newPlace(): Promise<string> {
  const folder = await newFolder();
  folders.push(folder);
  return folder;
}

describe('npm start', () => {
  test("makes the instructor's key at the first start, prints it, keeps it for its owner only, and uses it again", async () => {
    const folder = await newPlace();
    const port = await freePort();
    const first = await start(folder, port, { INSTRUCTOR_KEY: '' });
    const file = join(folder, 'instructor-key');
    const key = (await readFile(file, 'utf8')).trim();
    expect(key).toMatch(/^[\w-]{24}$/);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    // The address is printed first, so the rest may still be missing.
    await expect.poll(() => first.output()).toContain(key);
    expect((await post(`${first.url}/api/classes`, {}, key)).status).toBe(201);
    await first.end('SIGTERM');
    const second = await start(folder, port, { INSTRUCTOR_KEY: '' });
    expect((await post(`${second.url}/api/classes`, {}, key)).status).toBe(201);
    expect((await post(`${second.url}/api/classes`, {}, 'another')).status).toBe(401);
  });

  test('says so when the port is taken, or is none', async () => {
    const port = await freePort();
    await start(await newPlace(), port);
    const second = await start(await newPlace(), port);
    expect(await second.end('SIGTERM')).toBe(2);
    expect(second.output()).toContain(`Port ${port} is taken`);
    const third = await start(await newPlace(), port, { PORT: 'eighty' });
    expect(await third.end('SIGTERM')).toBe(2);
  });

  test('says in a sentence that it can keep nothing, and ends with 2', async () => {
    const server = await start(await newPlace(), await freePort(), { DATA_DIR: '/dev/null/street' });
    expect(server.output()).toMatch(/^Nothing can be written to \/dev\/null\/street: .*DATA_DIR\.\n$/);
    expect(await server.end('SIGTERM')).toBe(2);
  });

  test('lets nobody in by a key file that a full disk left empty', async () => {
    const folder = await newPlace();
    await writeFile(join(folder, 'instructor-key'), '');
    const server = await start(folder, await freePort(), { INSTRUCTOR_KEY: ' ' });
    expect((await post(`${server.url}/api/classes`, {})).status).toBe(401);
    const key = (await readFile(join(folder, 'instructor-key'), 'utf8')).trim();
    expect((await post(`${server.url}/api/classes`, {}, key)).status).toBe(201);
  });

  test('ends when npm does: the shell between them keeps the signal to itself', async () => {
    const folder = await newPlace();
    const port = await freePort();
    const shell = spawn('sh', ['-c', `"${process.execPath}" scripts/start.mjs; true`], {
      cwd: join(import.meta.dirname, '../..'),
      env: { ...process.env, npm_lifecycle_event: 'start', PORT: `${port}`, HOST: '127.0.0.1', DATA_DIR: folder },
      stdio: 'ignore',
    });
    const listens = () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    await expect.poll(listens, { interval: 100 }).toBe(true);
    shell.kill('SIGTERM');
    await expect.poll(listens).toBe(false);
  });

  test.each(['0.0.0.0', '::'])(
    'at %s, shows the address that others of the network most likely reach, not a container bridge that comes first',
    async (host) => {
      const machine = `
      import os from 'node:os';
      import { syncBuiltinESMExports } from 'node:module';
      const at = (address) => [{ address, family: 'IPv4', internal: false }];
      os.networkInterfaces = () => ({ a: at('169.254.7.7'), docker0: at('172.17.0.1'), tun0: at('10.8.0.2'), wlan0: at('192.168.1.20') });
      syncBuiltinESMExports();`;
      const port = await freePort();
      const environment = {
        HOST: host,
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(machine)}`,
      };
      const server = await start(await newPlace(), port, environment);
      await expect.poll(() => server.output()).toContain(`On this network: http://192.168.1.20:${port}\n`);
      expect(server.output()).not.toContain('172.17.0.1');
    },
  );

  test('goes on when nobody reads what it writes, and ends when it is told to', async () => {
    const port = await freePort();
    const { PATH } = process.env;
    const environment = { PATH, PORT: `${port}`, HOST: '127.0.0.1', DATA_DIR: await newPlace(), INSTRUCTOR_KEY: KEY };
    const server = spawn(process.execPath, ['server/main.ts'], { env: environment });
    const ended = once(server, 'exit');
    server.stdout.destroy();
    server.stderr.destroy();
    const alive = () => ask(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    await expect.poll(async () => (await alive())?.status).toBe(200);
    await pause(500);
    expect((await alive())?.status).toBe(200);
    server.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  test('never writes a token, a key or a name into its log', async () => {
    const folder = await newPlace();
    const server = await start(folder, await freePort(), { LOG_LEVEL: 'trace' });
    const { body } = await post(`${server.url}/api/classes`, {}, 'the-key-of-the-tests');
    const token = 'T'.repeat(43);
    await post(`${server.url}/api/classes/${body.code}/players`, { name: 'Ada Lovelace', token });
    await post(`${server.url}/api/classes/${body.code}/players`, '{"name":"Ada Lovelace","tok');
    await server.end('SIGTERM');
    for (const secret of [token, 'the-key-of-the-tests', 'Ada Lovelace']) expect(server.output()).not.toContain(secret);
  });
});
