/** Order in which a desk gets changes that do not fit into one message. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeskFeed } from '../../server/rooms/desk-feed.ts';
import { bytesOf } from '../../server/rooms/feed.ts';
import { ProjectorFeed } from '../../server/rooms/projector-feed.ts';
import type { DeskDistrict, DeskPlayer, DeskView } from '../../shared/protocol/class-room.ts';
import { difference, piecesOf } from '../../shared/protocol/patch.ts';
import type { Changed } from '../../shared/protocol/view-stream.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Text so long that no two fit into one message. */
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

/** Topic of each message after the first, if so much has changed before each. */
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

test('a desk gets districts first, then people, then the roster', () => {
  expect(heard(3, (turn) => ({ district: +(turn > 0), player: +(turn > 0), label: +(turn > 0) }))).toEqual([
    'districts d',
    'players p',
    'roster 0',
  ]);
});

test('an entry passed over for long goes first, whatever changes meanwhile', () => {
  const sent = heard(30, (turn) => ({ district: turn, player: +(turn > 0), label: +(turn > 0) }));
  // A district has a head start of 18 messages over a person, and of 24 over the roster.
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

/** Time and topic of each message after the first; `changes`: views with more and more content. */
function paced(views: readonly DeskView[]): readonly string[] {
  const sent: string[] = [];
  let turn = 0;
  const began = performance.now();
  const send = (_type: string, message: unknown) => {
    const [patch] = 'patches' in (message as object) ? (message as Changed).patches : [];
    const about = patch === undefined ? ['all'] : piecesOf(patch).map(({ field, id }) => `${field} ${id ?? ''}`);
    sent.push(`${performance.now() - began} ${about.join()}`);
  };
  const feed = new DeskFeed(
    { send },
    () => 0,
    () => views[Math.min(turn++, views.length - 1)] as DeskView,
  );
  vi.advanceTimersByTime(250);
  feed.changed();
  vi.advanceTimersByTime(60_000);
  feed.stop();
  return sent;
}

test('what has sixteen hundred bytes goes in one message, and one byte more in two', () => {
  const before = viewOf({ district: 0, player: 0, label: 0 });
  const withLabel = (length: number): DeskView => {
    const { districts } = viewOf({ district: 1, player: 0, label: 0 });
    return { ...before, districts, roster: [{ id: 0, label: 'x'.repeat(length) }] };
  };
  const bytes = (view: DeskView) => {
    const patch = difference(before, view);
    return patch === undefined ? 0 : piecesOf(patch).reduce((sum, piece) => sum + bytesOf(piece), 0);
  };
  const length = 1_600 - bytes(withLabel(0));
  expect(bytes(withLabel(length))).toBe(1_600);
  expect(paced([before, withLabel(length)])).toHaveLength(2);
  expect(paced([before, withLabel(length + 1)])).toHaveLength(3);
});

test('simultaneous changes are sent by kind, in paced messages', () => {
  const before = viewOf({ district: 0, player: 0, label: 0 });
  const said = { id: 's', text: long(1) };
  const after = {
    ...viewOf({ district: 1, player: 1, label: 1 }),
    said: [said],
    answers: [{ id: 'a', text: long(1) }],
  } as unknown as DeskView;
  expect(paced([{ ...before, said: [], answers: [] }, after])).toMatchInlineSnapshot(`
    [
      "250 all",
      "500 districts d",
      "750 players p",
      "1000 said s",
      "1250 roster 0",
      "1500 answers a",
    ]
  `);
});

test('a projector is sent what changed once a second at most, and no more than its line takes', () => {
  const sent: number[] = [];
  const began = performance.now();
  let text = 'first';
  const feed = new ProjectorFeed(
    { send: () => void sent.push(performance.now() - began) },
    () => 0,
    () => ({ notice: text }) as never,
  );
  vi.advanceTimersByTime(50);
  feed.changed();
  vi.advanceTimersByTime(2_000);
  for (const next of ['second', 'x'.repeat(10_000), 'third', 'fourth']) {
    text = next;
    feed.changed();
    vi.advanceTimersByTime(1_100);
  }
  feed.stop();
  const [first, second, long = 0, last = 0] = sent;
  expect([first, second, long, sent.length]).toEqual([50, 3_050, 4_150, 4]);
  // Ten thousand bytes at five thousand a second, plus overhead.
  expect(last - long).toBeGreaterThanOrEqual(2_000);
  expect(last - long).toBeLessThan(2_020);
});
