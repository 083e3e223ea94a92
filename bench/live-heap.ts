/**
 * Memory a server really uses: reachable objects in a heap snapshot. The resident size is larger, because V8 collects
 * only when it needs room.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 60_000;

interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[] } };
  readonly nodes: readonly number[];
}

export interface HeapWatch {
  /** Environment of the server's process. */
  readonly environment: Readonly<Record<string, string>>;
  /** Reachable megabytes now. The server is paused meanwhile. */
  liveMb(pid: number): Promise<number>;
  dispose(): Promise<void>;
}

export async function watchHeap(): Promise<HeapWatch> {
  const folder = await mkdtemp(join(tmpdir(), 'es-heap-'));
  return {
    environment: { NODE_OPTIONS: `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${folder}` },
    async liveMb(pid) {
      process.kill(pid, 'SIGUSR2');
      const file = await written(folder);
      const bytes = reachable(JSON.parse(readFileSync(file, 'utf8')) as Snapshot);
      await rm(file);
      return bytes / 1_048_576;
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Waits until the snapshot is complete: its JSON is closed. */
async function written(folder: string): Promise<string> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const [name] = readdirSync(folder);
    if (name !== undefined) {
      const file = join(folder, name);
      if (readFileSync(file, 'utf8').trimEnd().endsWith(']}')) return file;
    }
    await sleep(500);
  }
  throw new Error('the server wrote no snapshot of its heap');
}

function reachable({ snapshot, nodes }: Snapshot): number {
  const fields = snapshot.meta.node_fields;
  const size = fields.indexOf('self_size');
  let bytes = 0;
  for (let at = size; at < nodes.length; at += fields.length) bytes += nodes[at] ?? 0;
  return bytes;
}
