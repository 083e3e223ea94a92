/**
 * The game's state in this page, written by `net/`, read by pages and panels.
 *
 * A whole view comes at each phase; between views, small messages and the room's public state change single facts. The
 * computed values below combine both.
 */
import { computed, signal } from '@preact/signals';
import type { Seat } from '../../shared/engine/actors.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { Offer, Phase, TalkLine } from '../../shared/engine/parts.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import type { AnyRefusalCode } from '../../shared/protocol/refusals.ts';
import type { ClassPhase } from '../../shared/protocol/stages.ts';
import type { SeatedMessage, SeatPresence } from '../../shared/protocol/wire.ts';
import type { Live } from './live.ts';

/** `refused`: the server refused for good; `refusal` has the reason. */
export const CONNECTIONS = ['connecting', 'open', 'lost', 'refused'] as const;
export type Connection = (typeof CONNECTIONS)[number];

export const connection = signal<Connection>('connecting');
export const refusal = signal<AnyRefusalCode | undefined>(undefined);
export const classPhase = signal<ClassPhase>('gathering');
export const joinedCount = signal<number | undefined>(undefined);
export const seated = signal<SeatedMessage | undefined>(undefined);
export const view = signal<SeatView | undefined>(undefined);

/** Changes between views: a filed plan, an offer, a line of talk. */
export function changeView(news: Partial<Pick<SeatView, 'plan' | 'offers' | 'talk'>>): void {
  if (view.value !== undefined) view.value = { ...view.value, ...news };
}

const NO_OFFERS: readonly Offer[] = [];
const NO_TALK: readonly TalkLine[] = [];
export const offers = computed(() => view.value?.offers ?? NO_OFFERS);
export const talk = computed(() => view.value?.talk ?? NO_TALK);

export const live = signal<Live | undefined>(undefined);

/** The plan the server has acknowledged for this round. */
export const filed = computed<Plan | undefined>(() => view.value?.plan);

export const phase = computed<Phase>(() => view.value?.public.phase ?? 'opening');

export const clock = computed<{ readonly deadline?: number; readonly paused: boolean }>(() => {
  if (live.value?.storeAway === true) return { paused: true };
  const { deadline, paused = false } = live.value ?? view.value?.public ?? {};
  return omitUndefined({ deadline, paused });
});

/** The district is done and waits for the others of its class. */
export const held = computed(() => live.value?.held === true);

/** Who controls a seat, and whether it is done. */
export function presence(seat: Seat): SeatPresence {
  const { control = 'bot', ready = false } = view.value?.public.seats[seat] ?? {};
  return live.value?.seats[seat] ?? { control, ready, online: true };
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
