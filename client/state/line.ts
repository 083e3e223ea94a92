/** How this page's lines to the server are, the worst of them: what is shown may be old while there is trouble. */
import { computed, signal } from '@preact/signals';

/**
 * `quiet`: open, and silent for longer than a network is; `lost`: was open and is being opened again; `unreachable`: no
 * answer at all; `blocked`: the server answers, and something on the way lets no WebSocket through.
 */
export const LINE_TROUBLES = ['quiet', 'lost', 'unreachable', 'blocked'] as const;
export type LineTrouble = (typeof LINE_TROUBLES)[number];

const troubles = signal<ReadonlyMap<object, LineTrouble>>(new Map());

export const lineTrouble = computed<LineTrouble | undefined>(() => {
  const there = new Set(troubles.value.values());
  return LINE_TROUBLES.findLast((trouble) => there.has(trouble));
});

/** Reports the state of one connection, which any object may stand for. */
export function reportLine(line: object, trouble: LineTrouble | undefined): void {
  if (troubles.peek().get(line) === trouble) return;
  const next = new Map(troubles.peek());
  if (trouble === undefined) next.delete(line);
  else next.set(line, trouble);
  troubles.value = next;
}
