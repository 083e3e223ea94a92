/** Hangs the flushes of a running process: writes succeed, but no `fsync` returns until released. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { until } from './waiting.ts';

/** Longer than any test, in microseconds. */
const HELD_US = 600_000_000;

/**
 * Uses strace, which needs the right to trace the process. Returns a disposer; undefined without strace or the right.
 */
export async function holdFlushes(pid: number): Promise<(() => Promise<void>) | undefined> {
  const calls = 'fsync,fdatasync';
  const inject = `inject=${calls}:delay_enter=${HELD_US}`;
  const tracer = spawn('strace', ['-f', '-o', '/dev/null', '-e', `trace=${calls}`, '-e', inject, '-p', `${pid}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  let ended = false;
  tracer.stderr.on('data', (chunk) => {
    said += chunk;
  });
  tracer.on('error', () => {
    ended = true;
  });
  tracer.on('exit', () => {
    ended = true;
  });
  await until('the tracer to be attached', () => ended || said.includes(' attached'));
  if (ended) return undefined;
  return async () => {
    if (ended) return;
    const exit = once(tracer, 'exit');
    tracer.kill('SIGINT');
    await exit;
  };
}

/** Probes it on an idle process. */
export async function mayHoldFlushes(): Promise<boolean> {
  const idle = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
  await once(idle, 'spawn');
  const letGo = await holdFlushes(idle.pid ?? 0);
  await letGo?.();
  idle.kill();
  return letGo !== undefined;
}
