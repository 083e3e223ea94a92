/** The worst state among this page's connections: while there is trouble, what is shown may be old. */
import { computed, signal } from '@preact/signals';

/**
 * `quiet`: open, but silent for too long. `lost`: reconnecting. `unreachable`: no answer at all. `blocked`: the server
 * answers, but no WebSocket opens.
 */
export const LINE_TROUBLES = ['quiet', 'lost', 'unreachable', 'blocked'] as const;
export type LineTrouble = (typeof LINE_TROUBLES)[number];

const troubles = signal<ReadonlyMap<object, LineTrouble>>(new Map());

export const lineTrouble = computed<LineTrouble | undefined>(() => {
  const there = new Set(troubles.value.values());
  return LINE_TROUBLES.findLast((trouble) => there.has(trouble));
});

/** Reports the state of one connection; any object may identify it. */
export function reportLine(line: object, trouble: LineTrouble | undefined): void {
  const next = new Map(troubles.peek());
  if (trouble === undefined) next.delete(line);
  else next.set(line, trouble);
  troubles.value = next;
}
