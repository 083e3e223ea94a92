/**
 * The draft of the present round, kept in the tab's own memory: a reload in the middle of a decision loses nothing,
 * and a new round starts clean.
 */
import { signal } from '@preact/signals';
import type { SeatView } from '../../shared/engine/view.ts';
import { type Draft, draftOf, firstDraft } from './draft.ts';
import { readJson, session } from './storage.ts';

const KEY = 'draft';

interface Kept {
  readonly table: string;
  readonly round: number;
  readonly draft: Draft;
}

export const draft = signal<Draft | undefined>(undefined);
let open: { readonly table: string; readonly round: number } | undefined;

function keptFor(table: string, view: SeatView): Draft | undefined {
  const kept = readJson(session, KEY) as Partial<Kept> | undefined;
  if (kept?.table !== table || kept.round !== view.public.round) return undefined;
  return kept.draft;
}

/** A view has come: opens the draft of its round, once. `table` tells this district from any other. */
export function openDraft(table: string, view: SeatView): void {
  if (open?.table === table && open.round === view.public.round) return;
  open = { table, round: view.public.round };
  draft.value = keptFor(table, view) ?? (view.plan === undefined ? firstDraft(view) : draftOf(view.plan));
}

export function changeDraft(next: Draft): void {
  draft.value = next;
  if (open !== undefined) session.set(KEY, JSON.stringify({ ...open, draft: next } satisfies Kept));
}
