/** What a page reports about its line while waiting, and whether a WebSocket opens. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sayIfSlow, socketOpens, watchForBlocks, whyNotOpen } from '../../client/net/line.ts';
import { lineTrouble } from '../../client/state/line.ts';

/** Whether the server answers. */
let reached = true;
const fetched = vi.fn(
  (_address: string): Promise<Response> =>
    reached ? Promise.resolve(new Response()) : Promise.reject(new Error('no network')),
);
/** Result of opening a socket; undefined: it never settles. */
let opens: boolean | undefined;
const closed = vi.fn();
const addresses: string[] = [];

class Socket extends EventTarget {
  readonly close = closed;

  constructor(url: string) {
    super();
    addresses.push(url);
    if (opens !== undefined) setTimeout(() => this.dispatchEvent(new Event(opens === true ? 'open' : 'error')), 10);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('location', { origin: 'https://street.example' });
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('WebSocket', Socket);
  reached = true;
  closed.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function slowly() {
  let answer: (value: string) => void = () => undefined;
  const asked = sayIfSlow(
    new Promise<string>((told) => {
      answer = told;
    }),
  );
  await vi.advanceTimersByTimeAsync(1_999);
  const before = lineTrouble.value;
  await vi.advanceTimersByTimeAsync(1);
  return { asked, answer, seen: [before, lineTrouble.value] };
}

test('an answer that is slow is waited for in silence for two seconds, and then it is said', async () => {
  const { asked, answer, seen } = await slowly();
  expect(seen).toEqual([undefined, 'quiet']);
  answer('here');
  expect(await asked).toBe('here');
  expect(lineTrouble.value).toBeUndefined();
});

test('where nothing answers at all, that is said until an answer comes', async () => {
  reached = false;
  const { asked, answer, seen } = await slowly();
  expect(seen).toEqual([undefined, 'unreachable']);
  answer('late');
  await asked;
  expect(lineTrouble.value).toBeUndefined();
});

test('a diagnosis after the answer is dropped', async () => {
  fetched.mockImplementationOnce(() => new Promise((_, fail) => setTimeout(() => fail(new Error('late')), 500)));
  const { asked, answer } = await slowly();
  answer('here');
  await asked;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(lineTrouble.value).toBeUndefined();
});

test('a socket opens, is refused, or is given up after three seconds, and is closed each time', async () => {
  for (const [what, after] of [
    [true, 10],
    [false, 10],
    [undefined, 3_000],
  ] as const) {
    opens = what;
    const told = vi.fn();
    void socketOpens().then(told);
    await vi.advanceTimersByTimeAsync(after - 1);
    expect(told).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toHaveBeenCalledExactlyOnceWith(what === true);
  }
  expect(closed).toHaveBeenCalledTimes(3);
  expect(addresses.at(-1)).toBe('wss://street.example');
});

test('a page that watches says why no socket opens, and nothing once it has stopped', async () => {
  expect([await whyNotOpen(), fetched.mock.lastCall?.at(0)]).toEqual(['blocked', 'https://street.example/healthz']);
  const watched = async (what: boolean, isReached: boolean) => {
    [opens, reached] = [what, isReached];
    const stop = watchForBlocks();
    await vi.advanceTimersByTimeAsync(20);
    const seen = lineTrouble.value;
    stop();
    return [seen, lineTrouble.value];
  };
  expect(await watched(true, true)).toEqual([undefined, undefined]);
  expect(await watched(false, true)).toEqual(['blocked', undefined]);
  expect(await watched(false, false)).toEqual(['unreachable', undefined]);
  watchForBlocks()();
  await vi.advanceTimersByTimeAsync(20);
  expect(lineTrouble.value).toBeUndefined();
});
