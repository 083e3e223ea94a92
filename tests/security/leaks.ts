/** Searches everything a person was sent for what they must not know; empty: nothing found. */

import type { Offer, TalkLine } from '../../shared/engine/parts.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { hearViews } from '../../shared/protocol/view-stream.ts';
import { type Message, type Reading, readConnection } from '../support/tap.ts';
import { isTelling, ownerOf, type Place, planText, type Secrets } from './secrets.ts';

/** Messages each kind of person may be sent. */
export const STUDENTS_MESSAGES = [
  ...[
    'seated',
    'observing',
    'questions',
    'reflection',
    'polls',
    'finale',
    'notice',
    'view',
    'viewPatch',
    'publicView',
    'publicViewPatch',
  ],
  ...['filed', 'offers', 'talk', 'response', 'state', 'join', 'ping', 'error'],
];
export const PROJECTORS_MESSAGES = [
  ...['projector', 'projectorPatch', 'publicView', 'publicViewPatch', 'talk', 'state', 'join', 'ping', 'error'],
];

export interface Person {
  readonly connections: readonly Buffer[];
  /** Absent for people without a seat. */
  readonly place?: Place;
  readonly who: string;
  /** Districts whose public facts they may know. */
  readonly districts: readonly string[];
  readonly messages: readonly string[];
  /** Texts that must not be among the bytes. */
  readonly forbidden: readonly string[];
}

export function leaksTo(person: Person, secrets: Secrets): readonly string[] {
  const found = new Set<string>();
  const forbidden = forbiddenNumbers(person, secrets);
  const doubles = new Doubles(forbidden);
  for (const bytes of person.connections) {
    for (const text of person.forbidden) if (bytes.includes(text)) found.add(`text: ${text}`);
    for (const value of doubles.in(bytes)) found.add(`number: ${value} of ${forbidden.get(value)}`);
    const reading = readConnection(bytes);
    for (const value of decimalsIn(reading.http)) {
      if (forbidden.has(value)) found.add(`number over HTTP: ${value} of ${forbidden.get(value)}`);
    }
    for (const leak of leaksIn(reading, person, secrets, forbidden)) found.add(leak);
  }
  return [...found];
}

/** Secret numbers with their owners, without those that the person may know. */
function forbiddenNumbers({ place, districts }: Person, secrets: Secrets): ReadonlyMap<number, string> {
  const known = place === undefined ? undefined : secrets.numbers.get(ownerOf(place));
  const open = new Set(districts.flatMap((district) => [...(secrets.open.get(district) ?? [])]));
  const forbidden = new Map<number, string>();
  for (const [owner, numbers] of secrets.numbers) {
    for (const value of numbers) if (known?.has(value) !== true && !open.has(value)) forbidden.set(value, owner);
  }
  return forbidden;
}

function leaksIn(
  { messages }: Reading,
  person: Person,
  secrets: Secrets,
  forbidden: ReadonlyMap<number, string>,
): readonly string[] {
  const leaks: string[] = [];
  const received = receiver();
  for (const message of messages) {
    if (!person.messages.includes(message.type)) leaks.push(`message: ${message.type}`);
    for (const value of everythingIn(received(message))) {
      if (typeof value === 'number' && forbidden.has(value)) {
        leaks.push(`number decoded: ${value} of ${forbidden.get(value)}`);
      }
      if (typeof value === 'string') {
        for (const inText of decimalsIn(value)) {
          if (forbidden.has(inText)) leaks.push(`number in a text: ${inText} of ${forbidden.get(inText)}`);
        }
        for (const text of person.forbidden) if (value.includes(text)) leaks.push(`text decoded: ${text}`);
      }
      if (typeof value === 'object' && value !== null) leaks.push(...thingsNotTheirs(value, person, secrets));
    }
  }
  return leaks;
}

/** Applies patches to their views. */
function receiver(): (message: Message) => unknown {
  const heard = new Map<string, (message: never) => void>();
  let seen: unknown;
  for (const name of ['view', 'publicView', 'projector'] as const) {
    const room = { onMessage: (type: string, hear: (message: never) => void) => heard.set(type, hear) };
    hearViews(room, name, (message) => {
      seen = message;
    });
  }
  return ({ type, content }) => {
    seen = content;
    heard.get(type)?.(content as never);
    return seen;
  };
}

function everythingIn(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return [value, ...Object.values(value).flatMap(everythingIn)];
}

/** Finds views, plans, offers and talk of others by shape, wherever they are. */
function thingsNotTheirs(value: object, { place }: Person, secrets: Secrets): readonly string[] {
  const seat = place?.seat;
  const owner = place === undefined ? '' : ownerOf(place);
  if ('books' in value && (value as SeatView).seat !== seat) return [`view of seat ${(value as SeatView).seat}`];
  if ('kind' in value && ('publish' in value || 'shares' in value || 'command' in value)) {
    const text = planText(value as Plan);
    return secrets.plans.get(owner)?.has(text) === true ? [] : [`plan: ${text}`];
  }
  if ('status' in value && 'from' in value) {
    const { id, from, to } = value as Offer;
    return from === seat || to === seat ? [] : [`offer ${id} from ${from} to ${to}`];
  }
  // Its text may be stored elsewhere.
  if ('round' in value && 'from' in value) {
    const { from, to, text } = value as TalkLine;
    return to === undefined || from === seat || to === seat ? [] : [`talk from ${from} to ${to}: ${text}`];
  }
  return [];
}

function decimalsIn(text: string): readonly number[] {
  return [...text.matchAll(/-?\d+\.\d+(?:e-?\d+)?/g)].map(([digits]) => Number(digits)).filter(isTelling);
}

/** Finds doubles of a list in bytes, at any offset and in either byte order. */
class Doubles {
  readonly #byHead = new Map<number, readonly (readonly [bigint, number])[]>();

  constructor(values: ReadonlyMap<number, unknown>) {
    const pattern = Buffer.alloc(8);
    for (const value of values.keys()) {
      pattern.writeDoubleBE(value);
      for (let way = 0; way < 2; way += 1) {
        const head = pattern.readUInt32BE(0);
        this.#byHead.set(head, [...(this.#byHead.get(head) ?? []), [pattern.readBigUInt64BE(0), value]]);
        pattern.reverse();
      }
    }
  }

  in(bytes: Buffer): readonly number[] {
    const found: number[] = [];
    for (let offset = 0; offset + 8 <= bytes.length; offset += 1) {
      const candidates = this.#byHead.get(bytes.readUInt32BE(offset));
      if (candidates === undefined) continue;
      const whole = bytes.readBigUInt64BE(offset);
      for (const [pattern, value] of candidates) if (pattern === whole) found.push(value);
    }
    return found;
  }
}

/** Number of listed values found, to show that the search works. */
export function numbersSent(connections: readonly Buffer[], values: ReadonlySet<number>): number {
  const doubles = new Doubles(new Map([...values].map((value) => [value, ''])));
  return new Set(connections.flatMap((bytes) => doubles.in(bytes))).size;
}
