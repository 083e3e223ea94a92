/** The checks beside the tests, and how several steps run at once. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { environment, pinnedNode, root } from './setup.mjs';

/** Caches of the tools. */
const CACHE = join('node_modules', '.cache');

/** Compile cache, so that each process after the first starts faster. */
const compiled = { NODE_COMPILE_CACHE: join(root, CACHE, 'node') };

function types(folder, name) {
  return ['-p', folder, '--incremental', '--tsBuildInfoFile', join(CACHE, `${name}.tsbuildinfo`)];
}

/** Tools of node_modules with their arguments. */
export const CHECKS = [
  { title: 'format and lint', tool: '@biomejs/biome/bin/biome', args: ['check', '--error-on-warnings', '.'] },
  { title: 'types of the shared code (no DOM, no Node)', tool: 'typescript/bin/tsc', args: types('shared', 'shared') },
  { title: 'types', tool: 'typescript/bin/tsc', args: types('.', 'all') },
  {
    title: 'unused files, exports and packages',
    tool: 'knip/bin/knip.js',
    args: ['--no-progress', '--cache', '--cache-location', join(CACHE, 'knip')],
  },
];

/** Test projects that only compute, all of them in `npm run check` but for its exclusions. */
export const QUICK = ['unit', 'client', 'page'];
export const COMPUTING = [...QUICK, 'model'];
/** Test projects that start servers and browsers, and mostly wait. */
export const WAITING = ['server', 'e2e'];

/** A step that runs tests. */
export function testing({ title, projects, workers, more = [], env = {} }) {
  const chosen = projects.flatMap((project) => ['--project', project]);
  const args = ['run', ...chosen, '--maxWorkers', String(workers), ...more];
  return { title, tool: 'vitest/vitest.mjs', args, env };
}

/** Starts a step. `said`: its output; `lines`: called with each complete line. */
export function begin({ title, tool, args, env = {} }, lines = () => undefined) {
  const child = spawn(pinnedNode, [join(root, 'node_modules', tool), ...args], {
    cwd: root,
    env: { ...environment, ...compiled, ...env },
    shell: process.platform === 'win32',
  });
  let said = '';
  let rest = '';
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', (text) => {
      said += text;
      const whole = (rest + text).split('\n');
      rest = whole.pop();
      whole.forEach(lines);
    });
  }
  const outcome = new Promise((told) => {
    child.on('error', (error) => told({ ok: false, said: String(error) }));
    child.on('close', (code) => told({ ok: code === 0, said }));
  });
  return { title, outcome };
}
