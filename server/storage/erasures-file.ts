/**
 * `erasures.jsonl` beside the embedded store: erased people by opaque id. Whoever restores an older backup repeats
 * these erasures.
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

/** Skips unreadable lines: a crash may have cut off the last one, before anything was removed. */
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
