/**
 * What this page knows of the game it sits in. Written by `net/`, read by pages and panels.
 *
 * A whole view comes at each phase; between views small messages and the room's public state move single facts. The
 * computed values below put the two together, so that a panel asks one place.
 */
import { computed, signal } from '@preact/signals';
import type { Seat } from '../../shared/engine/actors.ts';
import type { Offer, Phase, TalkLine } from '../../shared/engine/parts.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import type { AnyRefusalCode } from '../../shared/protocol/refusals.ts';
import type { ClassPhase } from '../../shared/protocol/stages.ts';
import type { SeatedMessage, SeatPresence } from '../../shared/protocol/wire.ts';

/** `refused`: the server said no for good; the reason is in `refusal`. */
export const CONNECTIONS = ['connecting', 'open', 'lost', 'refused'] as const;
export type Connection = (typeof CONNECTIONS)[number];

export const connection = signal<Connection>('connecting');
export const refusal = signal<AnyRefusalCode | undefined>(undefined);
export const classPhase = signal<ClassPhase>('gathering');
export const joinedCount = signal<number | undefined>(undefined);
export const seated = signal<SeatedMessage | undefined>(undefined);
export const view = signal<SeatView | undefined>(undefined);

/** Between views: a plan that was filed, an offer, a line of talk. */
export function changeView(news: Partial<Pick<SeatView, 'plan' | 'offers' | 'talk'>>): void {
  if (view.value !== undefined) view.value = { ...view.value, ...news };
}

const NO_OFFERS: readonly Offer[] = [];
const NO_TALK: readonly TalkLine[] = [];
export const offers = computed(() => view.value?.offers ?? NO_OFFERS);
export const talk = computed(() => view.value?.talk ?? NO_TALK);

/** Public facts that move within a phase. */
export interface Live {
  readonly phase: Phase;
  readonly round: number;
  readonly deadline?: number;
  readonly paused: boolean;
  /** The server cannot keep anything just now and waits. */
  readonly storeAway: boolean;
  /** The street is done and waits for the others of the class. */
  readonly held: boolean;
  /** By seat. */
  readonly seats: readonly SeatPresence[];
}
export const live = signal<Live | undefined>(undefined);

/** The plan the server has acknowledged for this round. */
export const filed = computed<Plan | undefined>(() => view.value?.plan);

export const phase = computed<Phase>(() => view.value?.public.phase ?? 'opening');

/** The room's clock while it speaks of the same phase as the view, else the view's. */
export const clock = computed<{ readonly deadline?: number; readonly paused: boolean }>(() => {
  const shown = view.value?.public;
  const moving = live.value;
  if (shown === undefined) return { paused: false };
  if (moving?.storeAway === true) return { paused: true };
  const source = moving !== undefined && moving.phase === shown.phase && moving.round === shown.round ? moving : shown;
  return source.deadline === undefined
    ? { paused: source.paused }
    : { deadline: source.deadline, paused: source.paused };
});

/** The street is done, in the phase that is shown, and waits for the others of the class. */
export const held = computed(() => {
  const moving = live.value;
  return moving?.held === true && moving.phase === phase.value;
});

/** Who acts for a seat and whether they are done, by the room's state while it speaks of the same phase. */
export function presence(seat: Seat): SeatPresence {
  const shown = view.value?.public;
  const moving = live.value;
  const now = moving?.seats[seat];
  if (shown !== undefined && moving !== undefined && now !== undefined) {
    if (moving.phase === shown.phase && moving.round === shown.round) return now;
  }
  const then = shown?.seats[seat];
  return { control: then?.control ?? 'bot', ready: then?.ready ?? false, online: now?.online ?? true };
}

export function resetGame(): void {
  connection.value = 'connecting';
  refusal.value = undefined;
  classPhase.value = 'gathering';
  joinedCount.value = undefined;
  seated.value = undefined;
  view.value = undefined;
  live.value = undefined;
}
