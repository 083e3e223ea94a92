/** Bookmarks of moments with notes, stored on this computer by district. */
import { computed, signal } from '@preact/signals';
import { PHASES, type Phase } from '../../shared/engine/parts.ts';
import { isLike, isNumber, isOneOf, isText } from '../state/guards.ts';
import { local, readJson } from '../state/storage.ts';
import { district, moment } from './debrief-signals.ts';

export interface Bookmark {
  readonly districtId: string;
  readonly round: number;
  readonly phase: Phase;
  readonly index: number;
  readonly note: string;
}

const KEY = 'debrief-bookmarks';

const isBookmark = isLike<Bookmark>({
  districtId: isText,
  round: isNumber,
  phase: isOneOf(PHASES),
  index: isNumber,
  note: isText,
});

function kept(): readonly Bookmark[] {
  const value = readJson(local, KEY);
  return Array.isArray(value) ? value.filter(isBookmark) : [];
}

const all = signal<readonly Bookmark[]>(kept());

export const bookmarks = computed(() =>
  all.value
    .filter(({ districtId }) => districtId === district.value?.chronicle.log.header.districtId)
    .toSorted((one, other) => one.index - other.index),
);

function keep(next: readonly Bookmark[]): void {
  all.value = next;
  local.set(KEY, JSON.stringify(next));
}

export function addBookmark(note: string): void {
  const shown = moment.value;
  const districtId = district.value?.chronicle.log.header.districtId;
  if (shown === undefined || districtId === undefined) return;
  const { round, phase, index } = shown;
  const others = all.value.filter((mark) => mark.districtId !== districtId || mark.index !== index);
  keep([...others, { districtId, round, phase, index, note: note.trim() }]);
}

export function removeBookmark(mark: Bookmark): void {
  keep(all.value.filter((other) => other !== mark));
}
