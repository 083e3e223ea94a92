/** Set-ups this browser remembers, by name, each as the text of a set-up file: one format, one reader. */
import { z } from 'zod';
import { type OpenClassRequest, readSetupFile, writeSetupFile } from '../../shared/protocol/setup.ts';
import { local, type Memory, readJson } from '../state/storage.ts';

const KEY = 'setups';

const keptSchema = z.object({ name: z.string(), text: z.string() });
type KeptSetup = Readonly<z.infer<typeof keptSchema>>;

export function keptSetups(memory: Memory = local): readonly KeptSetup[] {
  const kept = readJson(memory, KEY);
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((entry) => keptSchema.safeParse(entry).data ?? []);
}

/** Under a name that is taken already it replaces what was there. */
export function keepSetup(name: string, setup: OpenClassRequest, memory: Memory = local): readonly KeptSetup[] {
  const others = keptSetups(memory).filter((kept) => kept.name !== name);
  return put([...others, { name, text: writeSetupFile(setup) }], memory);
}

export function dropSetup(name: string, memory: Memory = local): readonly KeptSetup[] {
  return put(
    keptSetups(memory).filter((kept) => kept.name !== name),
    memory,
  );
}

function put(setups: readonly KeptSetup[], memory: Memory): readonly KeptSetup[] {
  memory.set(KEY, JSON.stringify(setups));
  return setups;
}

export function setupIn(kept: KeptSetup): OpenClassRequest | undefined {
  const read = readSetupFile(kept.text);
  return 'refused' in read ? undefined : read.setup;
}
