/** A command of package.json in a child process. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export function command(name: string, ...args: readonly string[]) {
  return commandFrom(undefined, name, ...args);
}

/** `npm run` as called in that folder: npm changes to the project's folder and passes the caller's on. */
export function commandFrom(place: string | undefined, name: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'server/cli', `${name}.ts`), ...args], {
    encoding: 'utf8',
    env: place === undefined ? process.env : { ...process.env, INIT_CWD: place },
  });
  return { status, stdout, stderr };
}
