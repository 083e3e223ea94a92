/**
 * How far this page has told the year's reveal: hands first, the score last. Only a reveal that this page saw begin is
 * told step by step. For readers who want no motion all of it stands there at once.
 */
import { signal } from '@preact/signals';
import type { PublicView } from '../../shared/engine/public-view.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { reducedMotion } from './media.ts';

export interface Telling {
  /** How things stood before the year was resolved. */
  readonly before: SeatView;
  readonly step: number;
}

/** Undefined: all of it is told. */
export const telling = signal<Telling | undefined>(undefined);
/** The last round whose story the map has told to its end. */
export const storyTold = signal(0);

let lastPlanned: { readonly table: string; readonly view: SeatView } | undefined;
let planned: { readonly table: string; readonly view: SeatView } | undefined;

/** A view has come: that of a reveal after its own plan phase begins to be told. */
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
  storyTold.value = round - 1;
  telling.value = { before, step: 0 };
}

/** The street as it stood when this round was planned; undefined where this page was not there. */
export function plannedView({ round }: PublicView): SeatView | undefined {
  return lastPlanned?.view.public.round === round ? lastPlanned.view : undefined;
}

/** To the next step, or past the last of them. */
export function tellOn(steps: number): void {
  const now = telling.peek();
  if (now !== undefined) telling.value = now.step + 1 < steps ? { ...now, step: now.step + 1 } : undefined;
}

export function tellAll(): void {
  telling.value = undefined;
}
