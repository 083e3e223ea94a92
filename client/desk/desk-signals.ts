/** The desk's rows as signals, so that a message redraws only rows with changes. */
import { computed, effect, type Signal, signal } from '@preact/signals';
import type { Seat } from '../../shared/engine/actors.ts';
import type { RosterEntry } from '../../shared/engine/scenario.ts';
import type { DeskDistrict, DeskPlayer } from '../../shared/protocol/class-room.ts';
import { withDistinctNames } from '../../shared/protocol/distinct-names.ts';
import type { ClassStage } from '../../shared/protocol/stages.ts';
import { rosterIn } from '../../shared/scenarios/index.ts';
import { desk } from '../state/desk.ts';
import { list, t, words } from '../state/language.ts';
import { nextOrder } from './row-order.ts';

const rows = new Map<number, Signal<DeskDistrict>>();

/** District numbers in the order on screen. */
export const order = signal<readonly number[]>([]);
/** Districts for the next action; empty: all. */
export const ticked = signal<ReadonlySet<number>>(new Set());

export function rowOf(number: number): Signal<DeskDistrict> | undefined {
  return rows.get(number);
}

effect(() => {
  const districts = desk.value?.districts ?? [];
  for (const district of districts) {
    const row = rows.get(district.number);
    if (row === undefined) rows.set(district.number, signal(district));
    else row.value = district;
  }
  order.value = nextOrder(order.peek(), districts);
});

effect(() => {
  const there = new Set(order.value);
  const kept = [...ticked.peek()].filter((number) => there.has(number));
  if (kept.length !== ticked.peek().size) ticked.value = new Set(kept);
});

export const stage = computed<ClassStage>(() => {
  const { stage: told, phase } = desk.value ?? {};
  return told ?? (phase === 'playing' ? 'game' : (phase ?? 'gathering'));
});

/** People with distinct names; equal ones are numbered. */
export const players = computed<readonly DeskPlayer[]>(() => withDistinctNames(desk.value?.players ?? []));

/** Numbers of the districts; while the class gathers, those expected for the people so far. */
export const districtNumbers = computed<readonly number[]>(() => {
  const there = desk.value?.districts.map(({ number }) => number) ?? [];
  if (there.length > 0) return there;
  const seats = desk.value?.seatsPerDistrict ?? 12;
  const wished = players.value.map(({ districtNumber = 1 }) => districtNumber);
  const count = Math.max(1, Math.ceil(players.value.length / seats), ...wished);
  return Array.from({ length: count }, (_, place) => place + 1);
});

/** The name of somebody who may have left since. */
export function nameOf(id: string): string {
  return players.value.find((player) => player.id === id)?.name ?? t('desk.somebody');
}

const seatKey = (district: number | undefined, seat: Seat | undefined) => `${district} ${seat}`;

const seatHolders = computed<ReadonlyMap<string, DeskPlayer>>(() => {
  const seated = players.value.filter(({ seat, place }) => seat !== undefined && place === undefined);
  return new Map(seated.map((player) => [seatKey(player.districtNumber, player.seat), player]));
});

/** The person in a seat, or wished into it. */
export function holderOf(district: number, seat: Seat): DeskPlayer | undefined {
  return seatHolders.value.get(seatKey(district, seat));
}

/** Names districts; none or all of them are the whole class. */
export function districtsText(numbers: readonly number[]): string {
  if (numbers.length === 0 || numbers.length === order.value.length) return t('desk.wholeClass');
  return list(numbers.map((number) => t('teach.district', { number })));
}

const rosterKey = computed(() => `${desk.value?.scenario ?? ''} ${desk.value?.seatsPerDistrict ?? 0}`);

/** The roster, read off the scenario; seats are in roster order. */
export const roster = computed<readonly RosterEntry[]>(() => {
  const [scenario = '', seats = ''] = rosterKey.value.split(' ');
  return rosterIn(scenario, Number(seats));
});

export function seatName(seat: Seat): string {
  const entry = roster.value[seat];
  return entry === undefined ? '' : words(entry.name);
}

/** The person whose bar is open. */
export const picked = signal<string | undefined>(undefined);

export const PANELS = ['people', 'talk', 'questions', 'reflections', 'tools', 'acts'] as const;
export const openPanel = signal<(typeof PANELS)[number]>('people');

/** Grows each time a person is opened, so that their bar takes the focus again. */
export const sought = signal(0);

export function openPerson(id: string): void {
  picked.value = id;
  openPanel.value = 'people';
  sought.value += 1;
}

export function tick(number: number): void {
  const next = new Set(ticked.peek());
  if (!next.delete(number)) next.add(number);
  ticked.value = next;
}
