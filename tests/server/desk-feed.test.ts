/** In what order a desk hears of changes when there are more of them than fit into one message. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeskFeed } from '../../server/rooms/desk-feed.ts';
import type { DeskDistrict, DeskMessage, DeskPlayer } from '../../shared/protocol/class-room.ts';
import type { DeskPatch } from '../../shared/protocol/desk-patch.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** So long that no two of them fit into one message. */
const long = (turn: number) => `${turn} ${'x'.repeat(1_000)}`;

interface Changing {
  readonly district: number;
  readonly player: number;
  readonly label: number;
}

function viewOf({ district, player, label }: Changing): DeskMessage {
  const rest = { phase: 'plan', round: 1, rounds: 12, paused: false, waitingFor: [], humans: 1, bots: 3 } as const;
  const districts: readonly DeskDistrict[] = [{ id: 'd', number: 1, ...rest, treatment: long(district) }];
  const players: readonly DeskPlayer[] = [{ id: 'p', name: long(player), online: true }];
  return { now: 0, phase: 'playing', code: 'ABC234', players, districts, roster: [{ label: long(label) }] };
}

/** What each message after the first was about, when so much has changed before each. */
function heard(messages: number, changing: (turn: number) => Changing): readonly string[] {
  let turn = 0;
  const sent: string[] = [];
  const client = {
    send: (type: string, message: unknown) => {
      if (type === 'deskPatch') sent.push(Object.keys((message as DeskPatch).entries ?? {}).join());
    },
  };
  const feed = new DeskFeed(client, true, () => viewOf(changing(turn++)));
  while (sent.length < messages) {
    feed.changed();
    vi.advanceTimersToNextTimer();
  }
  feed.stop();
  return sent;
}

test('districts first, then people, then the roster', () => {
  expect(heard(3, (turn) => ({ district: +(turn > 0), player: +(turn > 0), label: +(turn > 0) }))).toEqual([
    'd 1',
    'p p',
    'l 0',
  ]);
});

test('an entry passed over for long goes first, whatever changes meanwhile', () => {
  const sent = heard(30, (turn) => ({ district: turn, player: +(turn > 0), label: +(turn > 0) }));
  // A district is 18 messages ahead of a person, and 24 ahead of the roster.
  expect(sent.indexOf('p p')).toBe(18);
  expect(sent.indexOf('l 0')).toBe(25);
  expect(sent.filter((keys) => keys === 'd 1')).toHaveLength(28);
});

test('nothing is sent when nothing has changed', () => {
  const send = vi.fn();
  const feed = new DeskFeed({ send }, true, () => viewOf({ district: 0, player: 0, label: 0 }));
  for (let turn = 0; turn < 5; turn += 1) {
    vi.advanceTimersByTime(1_000);
    feed.changed();
  }
  feed.stop();
  expect(send).toHaveBeenCalledOnce();
});
