/** Which files are open, and the result of each. An added file joins the others. */
import { computed, signal } from '@preact/signals';
import { type Collection, collect } from '../../../shared/debrief/collection.ts';
import { LARGEST_FILE, type Source, sourcesIn, tooLarge } from '../../../shared/debrief/open.ts';
import { closeDistricts, openClasses, played } from '../debrief-signals.ts';
import { openGuesses } from '../guesses.ts';
import { forgetOpened } from '../kept.ts';

const sources = signal<readonly Source[]>([]);
const collection = computed<Collection>(() => collect(sources.value));

/** The files added last; undefined while only the first content is shown. */
export const lastAdded = signal<{ readonly files: readonly string[] } | undefined>(undefined);

export const openedSources = sources;
export const doubled = computed(() => collection.value.doubled);

/** Adds sources and keeps those already open. */
export function addSources(added: readonly Source[]): void {
  const adding = played.value.length > 0;
  // Drops earlier files if none of them could be opened.
  sources.value = adding ? [...sources.value, ...added] : added;
  openClasses(collection.value.classes, adding);
  if (!adding) openGuesses();
  lastAdded.value = adding ? { files: added.map(({ name }) => name) } : undefined;
}

/** Opens files that somebody chose or dropped. */
export async function openFiles(files: Iterable<File>): Promise<void> {
  const read = [...files].map(async (file): Promise<readonly Source[]> => {
    if (file.size > LARGEST_FILE) return [tooLarge(file.name)];
    return sourcesIn(file.name, new Uint8Array(await file.arrayBuffer()));
  });
  const added = (await Promise.all(read)).flat();
  if (added.length === 0) return;
  forgetOpened();
  addSources(added);
}

export function closeAll(): void {
  sources.value = [];
  lastAdded.value = undefined;
  closeDistricts();
}
