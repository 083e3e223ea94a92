/**
 * The class on its phones during its debrief: polled, counted and informed by the show. Without a class, or with nobody
 * online, hands are counted in the room.
 */
import { computed, signal } from '@preact/signals';
import type { ShownPoll } from '../../../shared/protocol/class-room.ts';
import type { Poll } from '../../../shared/protocol/polls.ts';
import { type Desk, openDesk } from '../../net/desk-room.ts';
import { keptClass, secretOf } from '../../net/led-class.ts';
import { desk } from '../../state/desk.ts';
import { followed } from '../guesses.ts';

/** Whether phones take part; the presenter may switch them off. */
export const onPhones = signal(true);
/** Number of people online with a place. */
export const here = computed(
  () =>
    (desk.value?.players ?? []).filter(({ online, districtNumber }) => online && districtNumber !== undefined).length,
);
const asksPhones = computed(() => followed.value !== undefined && onPhones.value && here.value > 0);

let line: Desk | undefined;

/** Connects to the class; returns a disposer. */
export function joinClass(): (() => void) | undefined {
  const from = followed.value;
  if (from === undefined) return undefined;
  const { classId, key } = from;
  const led = keptClass();
  const opener = led?.classId === classId && secretOf(led.opener) === key ? led.opener : { key };
  const joined = openDesk(classId, opener);
  line = joined;
  return () => {
    line = undefined;
    joined.leave();
    desk.value = undefined;
  };
}

function alike(one: Poll, other: Poll): boolean {
  const flat = (poll: Poll) => JSON.stringify(Object.entries(poll).toSorted());
  return flat(one) === flat(other);
}

/** The latest poll with exactly this question. */
export function asked(poll: Poll): ShownPoll | undefined {
  return desk.value?.polls?.findLast((each) => alike(each.poll, poll));
}

/** Whether the answer is still hidden, since it would settle the poll. */
export function isHeldBack(poll: Poll): boolean {
  const shown = asked(poll);
  return shown === undefined ? asksPhones.value : shown.open;
}

export async function askPhones(poll: Poll): Promise<void> {
  if (!asksPhones.peek() || asked(poll) !== undefined) return;
  const answer = await line?.ask({ type: 'openPoll', poll });
  // Continues without phones if polling fails.
  if (answer?.ok !== true) onPhones.value = false;
}

export async function closeOnPhones(poll: Poll): Promise<void> {
  const shown = asked(poll);
  const answer = shown === undefined ? undefined : await line?.ask({ type: 'closePoll', poll: shown.id });
  if (answer?.ok !== true) onPhones.value = false;
}

export function leavePhones(): void {
  for (const { id, open } of desk.peek()?.polls ?? []) if (open) line?.ask({ type: 'closePoll', poll: id });
}

export function pickOnPhones(poll: Poll, place: number): void {
  const shown = asked(poll);
  if (shown === undefined) return;
  const picked = (shown.words ?? []).flatMap((each) => (each.picked === true ? [each.place] : []));
  const next = picked.includes(place) ? picked.filter((other) => other !== place) : [...picked, place];
  line?.ask({ type: 'pickWords', poll: shown.id, picked: next });
}
