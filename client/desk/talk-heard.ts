/** The lines this desk has received, in order of arrival, and which of them it has shown. */
import { computed, signal } from '@preact/signals';
import type { DeskLine } from '../../shared/protocol/class-room.ts';
import { desk } from '../state/desk.ts';

/** Keyed by district, because each district numbers its own lines. */
const heard = new Map<string, number>();
const shown = signal<ReadonlySet<string>>(new Set());

export const lines = computed<readonly DeskLine[]>(() => {
  const said = desk.value?.said ?? [];
  for (const { id } of said) if (!heard.has(id)) heard.set(id, heard.size);
  return said.toSorted((one, other) => (heard.get(one.id) ?? 0) - (heard.get(other.id) ?? 0));
});

export const newLines = computed<number>(() => lines.value.filter(({ id }) => !shown.value.has(id)).length);

export function showLines(): void {
  shown.value = new Set(lines.value.map(({ id }) => id));
}
