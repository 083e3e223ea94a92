/** The present round's draft in session storage: a reload loses nothing, and a new round starts empty. */
import { signal } from '@preact/signals';
import type { Plan } from '../../shared/engine/plans.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { CAPITALS, type Draft, draftOf, firstDraft, planOf, samePlan, VERBS } from './draft.ts';
import { isLike, isListOf, isNumber, isOneOf, isRecordOf, isText, optional } from './guards.ts';
import { readJson, session } from './storage.ts';

const KEY = 'draft';

interface Kept {
  readonly table: string;
  readonly round: number;
  readonly draft: Draft;
}

const isSeats = isListOf(isNumber);
const isPoints = isRecordOf(isNumber);
const isKept = isLike<Kept>({
  table: isText,
  round: isNumber,
  draft: isLike<Draft>({
    kind: isOneOf(['firm', 'university', 'government']),
    uses: isPoints,
    shares: isPoints,
    wishes: isSeats,
    breaks: isSeats,
    verb: isOneOf(VERBS),
    mergeAs: isOneOf(['buy', 'sell']),
    sellers: isSeats,
    buyer: optional(isNumber),
    capital: optional(isOneOf(CAPITALS)),
    list: isSeats,
  }),
});

export const draft = signal<Draft | undefined>(undefined);
/** Whether the seat was taken over during a practice, after its bot had filed. */
export const tookOver = signal(false);
let open: { readonly table: string; readonly round: number } | undefined;
/** Whether the draft was changed since the last filed plan arrived. */
let touched = false;

function keptFor(table: string, view: SeatView): Draft | undefined {
  const kept = readJson(session, KEY);
  return isKept(kept) && kept.table === table && kept.round === view.public.round ? kept.draft : undefined;
}

/** Call with each view: opens the draft of its round once. `table`: id of the seat's game, its practice included. */
export function openDraft(table: string, view: SeatView): void {
  if (open?.table === table && open.round === view.public.round) {
    // A plan repeated by the clock is not the person's draft, if the phase returns.
    if (view.plan !== undefined && view.public.phase === 'plan') adoptPlan(view, view.plan);
    return;
  }
  open = { table, round: view.public.round };
  touched = false;
  const kept = keptFor(table, view);
  draft.value = kept ?? (view.plan === undefined ? firstDraft(view) : draftOf(view.plan));
  const { phase, practice } = view.public;
  tookOver.value = kept === undefined && practice === true && phase === 'plan' && view.plan !== undefined;
}

/** Adopts a plan filed elsewhere, for example in another tab, unless this draft has unfiled changes. */
export function adoptPlan(view: SeatView, plan: Plan): void {
  if (draft.value === undefined) return;
  if (samePlan(planOf(draft.value, view), plan)) touched = false;
  else if (!touched) draft.value = draftOf(plan);
}

export function changeDraft(next: Draft): void {
  draft.value = next;
  touched = true;
  if (open !== undefined) session.set(KEY, JSON.stringify({ ...open, draft: next } satisfies Kept));
}
