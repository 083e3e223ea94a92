/** `npm start`: installs what is missing, builds what is stale, serves the game. */
import { spawn } from 'node:child_process';
import { ensureClient, ensurePackages, environment, pinnedNode, root, runtime } from './setup.mjs';

const PARENT_LOOKED_FOR_MS = 100;

ensurePackages();
ensureClient();

const server = spawn(pinnedNode, [...runtime.flags, 'server/main.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...runtime.environment, ...environment },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));

/**
 * npm runs this in a shell, and a signal to npm ends only that shell. This ends the server with it, which would
 * otherwise keep port and data. Started without npm, the server outlives its terminal.
 */
if (process.env.npm_lifecycle_event === 'start') {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) server.kill('SIGTERM');
  }, PARENT_LOOKED_FOR_MS).unref();
}
server.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));
