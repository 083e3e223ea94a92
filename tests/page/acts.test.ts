/** The queue of acts: a lost connection loses nothing, and every act keeps its id. */
import { afterEach, expect, test, vi } from 'vitest';
import { createActQueue, type Requester } from '../../client/net/acts.ts';
import { askUntilAnswered } from '../../client/net/ask.ts';
import type { ActAnswer, ActRequest } from '../../shared/protocol/wire.ts';

/** Fakes of the browser's network and tab events. */
const browser = { window: new EventTarget(), document: new EventTarget() };
for (const [name, target] of Object.entries(browser)) vi.stubGlobal(name, target);
afterEach(() => void vi.useRealTimers());

const READY = { type: 'signalReady' } as const;

interface Line extends Requester {
  readonly seen: ActRequest[];
}

/** A connection that answers everything, nothing, or breaks at each request. */
function line(how: 'answers' | 'silent' | 'breaks'): Line {
  const seen: ActRequest[] = [];
  return {
    seen,
    request: (_type, payload) => {
      seen.push(payload);
      if (how === 'answers') return Promise.resolve<ActAnswer>({ ok: true, seq: seen.length });
      return how === 'breaks' ? Promise.reject(new Error('closed')) : new Promise(() => undefined);
    },
  };
}

test('an act made before there is a connection goes out when there is one', async () => {
  const queue = createActQueue();
  const answer = queue.act({ round: 1 }, READY);
  expect(queue.size).toBe(1);
  queue.connected(line('answers'));
  expect(await answer).toEqual({ ok: true, seq: 1 });
  expect(queue.size).toBe(0);
});

test('what was never answered is sent again after a reconnection, under the same id and in order', async () => {
  const queue = createActQueue();
  const first = line('silent');
  queue.connected(first);
  const answers = [queue.act({ round: 1 }, READY), queue.act({ round: 1 }, { type: 'withdrawOffer', offer: 4 })];
  queue.disconnected();
  const second = line('answers');
  queue.connected(second);
  expect(await Promise.all(answers)).toEqual([
    { ok: true, seq: 1 },
    { ok: true, seq: 2 },
  ]);
  expect(second.seen.map(({ id }) => id)).toEqual(first.seen.map(({ id }) => id));
  expect(new Set(second.seen.map(({ id }) => id)).size).toBe(2);
});

test('a request that breaks is tried again on the same connection', async () => {
  const queue = createActQueue();
  const broken = line('breaks');
  queue.connected(broken);
  const answer = queue.act({ round: 3 }, READY);
  await expect.poll(() => broken.seen.length).toBeGreaterThan(1);
  queue.connected(line('answers'));
  expect(await answer).toMatchObject({ ok: true });
});

test('a refusal is an answer: it is handed on and not sent again', async () => {
  const queue = createActQueue();
  const seen: ActRequest[] = [];
  queue.connected({
    request: (_type, payload) => {
      seen.push(payload);
      return Promise.resolve<ActAnswer>({ ok: false, refused: 'too-late' });
    },
  });
  expect(await queue.act({ round: 1 }, READY)).toEqual({ ok: false, refused: 'too-late' });
  queue.connected(line('answers'));
  expect(seen).toHaveLength(1);
});

test('whoever asks is asking again the moment the network is back, and does not sit out the wait', async () => {
  vi.useFakeTimers();
  const asked: number[] = [];
  const answer = askUntilAnswered(
    () => {
      asked.push(asked.length);
      return asked.length < 5 ? Promise.reject(new Error('closed')) : Promise.resolve('yes');
    },
    () => true,
  );
  for (let back = 0; back < 4; back += 1) {
    await vi.advanceTimersByTimeAsync(0);
    browser.window.dispatchEvent(new Event('online'));
  }
  expect(await answer).toBe('yes');
});

test('an act that broke goes out again the moment the network is back', async () => {
  vi.useFakeTimers();
  const queue = createActQueue();
  const broken = line('breaks');
  queue.connected(broken);
  queue.act({ round: 1 }, READY);
  for (let back = 1; back <= 4; back += 1) {
    await vi.advanceTimersByTimeAsync(0);
    expect(broken.seen).toHaveLength(back);
    browser.window.dispatchEvent(new Event('online'));
  }
  queue.disconnected();
});
