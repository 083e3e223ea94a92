/** In what order a desk hears of changes when there are more of them than fit into one message. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeskFeed } from '../../server/rooms/desk-feed.ts';
import type { DeskDistrict, DeskPlayer, DeskView } from '../../shared/protocol/class-room.ts';
import { piecesOf } from '../../shared/protocol/patch.ts';
import type { Changed } from '../../shared/protocol/view-stream.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Long enough that no two fit into one message. */
const long = (turn: number) => `${turn} ${'x'.repeat(1_000)}`;

interface Changing {
  readonly district: number;
  readonly player: number;
  readonly label: number;
}

function viewOf({ district, player, label }: Changing): DeskView {
  const rest = { phase: 'plan', round: 1, rounds: 12, paused: false, waitingFor: [], humans: 1, bots: 3 } as const;
  const districts: readonly DeskDistrict[] = [{ id: 'd', number: 1, ...rest, treatment: long(district) }];
  const players: readonly DeskPlayer[] = [{ id: 'p', name: long(player), online: true }];
  return { phase: 'playing', code: 'ABC234', players, districts, roster: [{ id: 0, label: long(label) }] };
}

/** What each message after the first was about, when so much has changed before each. */
function heard(messages: number, changing: (turn: number) => Changing): readonly string[] {
  let turn = 0;
  const sent: string[] = [];
  const client = {
    send: (type: string, message: unknown) => {
      const [patch] = type === 'deskPatch' ? (message as Changed).patches : [];
      if (patch === undefined) return;
      sent.push(
        piecesOf(patch)
          .map(({ field, id }) => `${field} ${id}`)
          .join(),
      );
    },
  };
  const feed = new DeskFeed(
    client,
    () => 0,
    () => viewOf(changing(turn++)),
  );
  while (sent.length < messages) {
    feed.changed();
    vi.advanceTimersToNextTimer();
  }
  feed.stop();
  return sent;
}

test('districts first, then people, then the roster', () => {
  expect(heard(3, (turn) => ({ district: +(turn > 0), player: +(turn > 0), label: +(turn > 0) }))).toEqual([
    'districts d',
    'players p',
    'roster 0',
  ]);
});

test('an entry passed over for long goes first, whatever changes meanwhile', () => {
  const sent = heard(30, (turn) => ({ district: turn, player: +(turn > 0), label: +(turn > 0) }));
  // A district is 18 messages ahead of a person, and 24 ahead of the roster.
  expect(sent.indexOf('players p')).toBe(18);
  expect(sent.indexOf('roster 0')).toBe(25);
  expect(sent.filter((keys) => keys === 'districts d')).toHaveLength(28);
});

test('nothing is sent when nothing has changed', () => {
  const send = vi.fn();
  const feed = new DeskFeed(
    { send },
    () => 0,
    () => viewOf({ district: 0, player: 0, label: 0 }),
  );
  for (let turn = 0; turn < 5; turn += 1) {
    vi.advanceTimersByTime(1_000);
    feed.changed();
  }
  feed.stop();
  expect(send).toHaveBeenCalledOnce();
});
