/** `npm start`: installs what is missing, builds what is stale, serves the game. */
import { spawn } from 'node:child_process';
import { ensureClient, ensurePackages, environment, pinnedNode, root, runtime } from './setup.mjs';

ensurePackages();
ensureClient();

const server = spawn(pinnedNode, [...runtime.flags, 'server/main.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...runtime.environment, ...environment },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));
