/** The desk's last action and its result, shown where it was pressed and removed after a while. */

import { signal } from '@preact/signals';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { type DeskAnswer, type DeskRequestAction, mayNameDistricts } from '../../shared/protocol/class-room.ts';
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import { UNANSWERED } from '../net/ask.ts';
import type { Desk } from '../net/desk-room.ts';
import { players } from './desk-signals.ts';

export interface DeskResult {
  readonly id: number;
  readonly type: DeskRequestAction['type'];
  /** Whether it concerns districts and is marked in their rows. */
  readonly inRows: boolean;
  /** Districts concerned; empty: all. */
  readonly districts: readonly number[];
  /** Name of the person concerned, who may be gone afterwards. */
  readonly person?: string;
  readonly state: 'asked' | 'done' | 'refused';
  /** Refusals by district, if some refused what others accepted. */
  readonly refusals: ReadonlyMap<number, WireRefusal>;
  readonly refused?: WireRefusal;
  /** The part of the page that shows the result; absent: the bar. */
  readonly place?: string;
}

const SHOWN_MS = 6_000;

/** The latest result, until it has been seen. */
export const latestResult = signal<DeskResult | undefined>(undefined);

let link: Desk | undefined;
let count = 0;

/** Parts of the page that show their own results. */
export const resultPlaces = signal<ReadonlySet<string>>(new Set());

let pressed: Element | undefined;
function remember({ target }: Event): void {
  if (target instanceof Element) pressed = target;
}
const PRESSES = ['click', 'change', 'drop'] as const;

function placePressed(): string | undefined {
  return pressed?.closest<HTMLElement>('[data-results]')?.dataset.results;
}

export function connectResults(to: Desk | undefined): void {
  link = to;
  latestResult.value = undefined;
  pressed = undefined;
  for (const press of PRESSES) {
    if (to === undefined) document.removeEventListener(press, remember, { capture: true });
    else document.addEventListener(press, remember, { capture: true });
  }
}

export async function ask(action: DeskRequestAction): Promise<DeskAnswer> {
  count += 1;
  const id = count;
  const districts = districtsOf(action);
  const person = personIn(action);
  const inRows = mayNameDistricts(action) && person.person === undefined;
  const place = placePressed();
  const asked: DeskResult = {
    id,
    type: action.type,
    inRows,
    districts,
    ...person,
    ...omitUndefined({ place }),
    state: 'asked',
    refusals: new Map(),
  };
  latestResult.value = asked;
  const answer = (await link?.ask(action)) ?? UNANSWERED;
  if (latestResult.peek()?.id === id) {
    latestResult.value = settled(asked, answer);
    if (answer.ok) setTimeout(() => latestResult.peek()?.id === id && clearResult(), SHOWN_MS);
  }
  return answer;
}

export function clearResult(): void {
  latestResult.value = undefined;
}

function settled(asked: DeskResult, answer: DeskAnswer): DeskResult {
  if (!answer.ok) return { ...asked, state: 'refused', refused: answer };
  const refusals = (answer.done?.districts ?? []).flatMap(({ district, ok, refused, about }) =>
    ok || refused === undefined ? [] : [[district, { refused, ...omitUndefined({ about }) }] as const],
  );
  return { ...asked, state: 'done', refusals: new Map(refusals) };
}

function personIn(action: DeskRequestAction): { readonly person?: string } {
  if (action.type === 'rename') return { person: action.name.trim() };
  const id = 'player' in action ? action.player : undefined;
  const person = id === undefined ? undefined : players.peek().find((player) => player.id === id)?.name;
  return omitUndefined({ person });
}

function districtsOf(action: DeskRequestAction): readonly number[] {
  if (mayNameDistricts(action)) return action.districts ?? (action.district === undefined ? [] : [action.district]);
  return 'district' in action ? [action.district] : [];
}
