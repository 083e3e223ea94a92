/** Set-ups saved in this browser by name, each as the text of a set-up file: one format, one reader. */

import type { OpenClassRequest } from '../../../shared/protocol/setup.ts';
import { writeSetupFile } from '../../../shared/protocol/setup-file.ts';
import { isLike, isText } from '../../state/guards.ts';
import { local, type Memory, readJson } from '../../state/storage.ts';

const KEY = 'setups';

export interface KeptSetup {
  readonly name: string;
  readonly text: string;
}

const isKept = isLike<KeptSetup>({ name: isText, text: isText });

export function keptSetups(memory: Memory = local): readonly KeptSetup[] {
  const kept = readJson(memory, KEY);
  if (!Array.isArray(kept)) return [];
  return kept.filter(isKept);
}

/** Replaces a set-up of the same name. */
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
