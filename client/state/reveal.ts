/**
 * Progress of the year's reveal: hands first, score last. It is told step by step only if this page saw it begin; with
 * reduced motion everything shows at once.
 */
import { signal } from '@preact/signals';
import type { PublicView } from '../../shared/engine/public-view.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { reducedMotion } from './media.ts';

export interface Telling {
  /** The view before the round was resolved. */
  readonly before: SeatView;
  readonly step: number;
}

/** Undefined: everything is told. */
export const telling = signal<Telling | undefined>(undefined);
/** The last round whose story the map has told. */
export const storyShownRound = signal(0);

let lastPlanned: { readonly table: string; readonly view: SeatView } | undefined;
let planned: { readonly table: string; readonly view: SeatView } | undefined;

/** Call with each view: a reveal after its own plan phase starts the steps. */
export function watchReveal(table: string, view: SeatView): void {
  const { phase, round } = view.public;
  if (phase === 'plan') lastPlanned = { table, view };
  else if (lastPlanned?.table !== table) lastPlanned = undefined;
  if (phase !== 'reveal') {
    telling.value = undefined;
    planned = phase === 'plan' ? { table, view } : undefined;
    return;
  }
  const before = planned?.table === table && planned.view.public.round === round ? planned.view : undefined;
  planned = undefined;
  if (before === undefined || reducedMotion()) return;
  storyShownRound.value = round - 1;
  telling.value = { before, step: 0 };
}

/** The view at planning time; undefined if this page missed it. */
export function plannedView({ round }: PublicView): SeatView | undefined {
  return lastPlanned?.view.public.round === round ? lastPlanned.view : undefined;
}

/** Goes to the next step, or past the last. */
export function tellOn(steps: number): void {
  const now = telling.peek();
  if (now !== undefined) telling.value = now.step + 1 < steps ? { ...now, step: now.step + 1 } : undefined;
}

export function tellAll(): void {
  telling.value = undefined;
}
