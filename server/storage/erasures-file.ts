/**
 * `erasures.jsonl`, beside the embedded store: who was erased, by opaque ids. A backup from before knows nothing of it;
 * whoever puts one back erases again what stands here.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Erasure } from './port.ts';

const erasureSchema = z.object({ classId: z.string(), person: z.string().exactOptional(), at: z.number() });

function fileBeside(store: string): string {
  return join(dirname(store), 'erasures.jsonl');
}

/** Durable before anything is removed. */
export function noteErasure(store: string, erasure: Erasure): void {
  const file = openSync(fileBeside(store), 'a', 0o600);
  try {
    writeSync(file, `${JSON.stringify(erasure)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Lines that cannot be read are passed over: the last may have been cut off by a crash, before anything was removed. */
export function notedErasures(store: string): readonly Erasure[] {
  const file = fileBeside(store);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => erasureIn(line) ?? []);
}

function erasureIn(line: string): Erasure | undefined {
  try {
    return erasureSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
