/**
 * `npm run …`: runs a command of the project with the pinned runtime, even in a fresh checkout.
 *
 *     node scripts/run.mjs [--pages] [--browser] [--servers] FILE …      what it needs besides packages, and its arguments
 */
import { spawn } from 'node:child_process';
import { ensureBrowser, ensureClient, ensurePackages, ensureServers, environment, pinnedNode, root } from './setup.mjs';

const NEEDS = {
  '--pages': () => void ensureClient(),
  '--browser': () => ({ CHROMIUM_PATH: ensureBrowser() }),
  '--servers': () => ensureServers(),
};

const given = process.argv.slice(2);
const file = given.findIndex((word) => NEEDS[word] === undefined);

ensurePackages();
const found = Object.assign({}, ...given.slice(0, file).map((need) => NEEDS[need]()));
const child = spawn(pinnedNode, given.slice(file), { cwd: root, stdio: 'inherit', env: { ...environment, ...found } });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));
