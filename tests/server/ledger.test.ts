/** The ledger: memory ahead of the disk, nothing shown before it is durable, one way to fail. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BoundedMap } from '../../server/aggregate/bounded-map.ts';
import { IdempotencyCache } from '../../server/aggregate/idempotency-cache.ts';
import { Ledger, type Recorded } from '../../server/aggregate/ledger.ts';
import { STALLED_S } from '../../server/aggregate/watchdog.ts';
import type { AppendOutcome } from '../../server/storage/port.ts';
import { log } from '../support/server.ts';

type Entry = Recorded & { readonly events: readonly string[] };

/** Holds back every append until the test answers it. */
class HeldStore {
  readonly lines: Entry[] = [];
  readonly held: ((outcome: AppendOutcome) => void)[] = [];
  isHealthy = true;

  append(_stream: string, _classId: string, seq: number, [line = '']: readonly string[]): Promise<AppendOutcome> {
    return new Promise((settle) =>
      this.held.push((wanted) => {
        const fits = wanted === 'stored' && seq === this.lines.length;
        if (fits) this.lines.push(JSON.parse(line));
        settle(wanted === 'stored' && !fits ? 'conflict' : wanted);
      }),
    );
  }

  /** Answers the first held append. */
  async answer(outcome: AppendOutcome): Promise<void> {
    this.held.shift()?.(outcome);
    await vi.advanceTimersByTimeAsync(0);
  }

  async healthy(): Promise<boolean> {
    return this.isHealthy;
  }
}

function opened() {
  const store = new HeldStore();
  const heard: string[] = [];
  const folded = () => ({
    state: store.lines.flatMap(({ events }) => events).join(''),
    records: store.lines,
    link: store.lines.at(-1)?.link,
  });
  const ledger = new Ledger<string, string, Entry>(
    {
      stream: 's',
      classId: 'k',
      first: 0,
      evolve: (state, event) => state + event,
      read: () => Promise.resolve(folded()),
    },
    folded(),
    { store, log, now: Date.now },
    {
      stored: ({ after }) => heard.push(`landed ${after}`),
      broke: () => heard.push('broke'),
      mended: (before) => heard.push(`mended from ${before}`),
    },
  );
  const append = (event: string) => ledger.append([event], (seq) => ({ seq, events: [event] })).outcome;
  return { store, heard, ledger, append };
}

const RELOADED_MS = 600;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a ledger', () => {
  test('decides on what is under way, and shows what is stored', async () => {
    const { store, ledger, append, heard } = opened();
    append('a');
    append('b');
    expect([ledger.ahead, ledger.shown, ledger.underWay]).toEqual(['ab', '', true]);
    await store.answer('stored');
    expect([ledger.ahead, ledger.shown]).toEqual(['ab', 'a']);
    await store.answer('stored');
    expect([ledger.shown, ledger.underWay, heard]).toEqual(['ab', false, ['landed a', 'landed ab']]);
  });

  test.each(['unavailable', 'conflict'] as const)('is broken by %s, and goes on from its stream', async (trouble) => {
    const { store, ledger, append, heard } = opened();
    const outcome = append('a');
    await store.answer(trouble);
    expect([await outcome, ledger.broken, ledger.shown]).toEqual([trouble, true, '']);
    await vi.advanceTimersByTimeAsync(RELOADED_MS);
    expect([ledger.broken, ledger.ahead, ledger.shown]).toEqual([false, '', '']);
    append('b');
    await store.answer('stored');
    expect([ledger.shown, heard]).toEqual(['b', ['broke', 'mended from ', 'landed b']]);
  });

  test('takes nothing while it is broken: it would take the place of what failed', async () => {
    const { store, ledger, append } = opened();
    append('a');
    await store.answer('unavailable');
    expect(await append('b')).toBe('unavailable');
    expect([store.held.length, ledger.ahead]).toEqual([0, 'a']);
  });

  test('shows nothing while it is broken, and what landed meanwhile once it has read it', async () => {
    const { store, ledger, append, heard } = opened();
    const first = append('a');
    await vi.advanceTimersByTimeAsync(STALLED_S * 1_000);
    expect([ledger.broken, heard]).toEqual([true, ['broke']]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ledger.broken).toBe(true);
    await store.answer('stored');
    expect([await first, ledger.shown, ledger.records.length, heard]).toEqual(['stored', '', 0, ['broke']]);
    await vi.advanceTimersByTimeAsync(RELOADED_MS);
    expect([ledger.shown, ledger.records.length, heard]).toEqual(['a', 1, ['broke', 'mended from ']]);
  });

  test('waits anew for each append that lands while others are under way', async () => {
    const { store, ledger, append } = opened();
    append('a');
    append('b');
    await vi.advanceTimersByTimeAsync(STALLED_S * 1_000 - 1_000);
    await store.answer('stored');
    await vi.advanceTimersByTimeAsync(STALLED_S * 1_000 - 1);
    expect(ledger.broken).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(ledger.broken).toBe(true);
  });

  test('stays broken while the store is, and for good once it is closed', async () => {
    const { store, ledger, append } = opened();
    append('a');
    store.isHealthy = false;
    await store.answer('unavailable');
    await vi.advanceTimersByTimeAsync(10 * RELOADED_MS);
    expect(ledger.broken).toBe(true);
    ledger.close();
    store.isHealthy = true;
    await vi.advanceTimersByTimeAsync(10 * RELOADED_MS);
    expect(ledger.broken).toBe(true);
  });

  test('rests when nothing is under way, or when it breaks', async () => {
    const { store, ledger, append } = opened();
    await ledger.rested();
    append('a');
    append('b');
    const rested = vi.fn();
    ledger.rested().then(rested);
    await store.answer('stored');
    expect(rested).not.toHaveBeenCalled();
    await store.answer('unavailable');
    expect(rested).toHaveBeenCalledOnce();
  });

  test('whatever happens: what is shown is a beginning of what is stored, and what was acknowledged is kept', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.constant('append' as const) },
      { weight: 3, arbitrary: fc.constantFrom<AppendOutcome>('stored') },
      { weight: 1, arbitrary: fc.constantFrom<AppendOutcome>('unavailable', 'conflict') },
      { weight: 1, arbitrary: fc.constantFrom('wait' as const, 'stall' as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { store, ledger, append } = opened();
        const acknowledged = new Set<string>();
        for (const [index, one] of steps.entries()) {
          const event = String.fromCodePoint(0x4e00 + index);
          if (one === 'append') append(event).then((outcome) => outcome === 'stored' && acknowledged.add(event));
          else if (one === 'wait') await vi.advanceTimersByTimeAsync(RELOADED_MS);
          else if (one === 'stall') await vi.advanceTimersByTimeAsync(STALLED_S * 1_000);
          else await store.answer(one);
          const stored = store.lines.flatMap(({ events }) => events).join('');
          expect(stored.startsWith(ledger.shown)).toBe(true);
          expect([...acknowledged].filter((each) => !stored.includes(each))).toEqual([]);
        }
        while (store.held.length > 0) await store.answer('stored');
        await vi.advanceTimersByTimeAsync(2 * RELOADED_MS);
        const stored = store.lines.flatMap(({ events }) => events).join('');
        expect([ledger.broken, ledger.shown, ledger.ahead]).toEqual([false, stored, stored]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('answers', () => {
  type Answer = { readonly ok: true; readonly place: number } | { readonly ok: false; readonly refused: string };

  test('ask once, however often and however close together the request comes', async () => {
    const answers = new IdempotencyCache<Answer>(3, () => undefined);
    const ask = vi.fn(async (): Promise<Answer> => ({ ok: true, place: ask.mock.calls.length }));
    const both = await Promise.all([answers.once('a', ask), answers.once('a', ask)]);
    expect([...both, await answers.once('a', ask)]).toEqual(Array.from({ length: 3 }, () => ({ ok: true, place: 1 })));
    expect(ask).toHaveBeenCalledOnce();
  });

  test('keep the last ones; of older ones the log is asked', async () => {
    const answers = new IdempotencyCache<Answer>(3, (id) => (id === 'a' ? { ok: true, place: 7 } : undefined));
    const ask = vi.fn(async (): Promise<Answer> => ({ ok: true, place: 1 }));
    expect(await answers.once('a', ask)).toEqual({ ok: true, place: 7 });
    for (const id of ['b', 'c', 'd', 'e']) await answers.once(id, ask);
    expect(ask).toHaveBeenCalledTimes(4);
    for (const id of ['c', 'd', 'e']) await answers.once(id, ask);
    expect(ask).toHaveBeenCalledTimes(4);
    await answers.once('b', ask);
    expect(ask).toHaveBeenCalledTimes(5);
  });

  test('keep a refusal, unless it is that the store is away, or nothing was answered at all', async () => {
    const answers = new IdempotencyCache<Answer>(3, () => undefined);
    const refuse = (refused: string) => async (): Promise<Answer> => ({ ok: false, refused });
    const accept = async (): Promise<Answer> => ({ ok: true, place: 1 });
    await answers.once('a', refuse('too-late'));
    expect(await answers.once('a', accept)).toEqual({ ok: false, refused: 'too-late' });
    await answers.once('b', refuse('store-unavailable'));
    expect(await answers.once('b', accept)).toEqual({ ok: true, place: 1 });
    await expect(answers.once('c', () => Promise.reject(new Error('by the test')))).rejects.toThrow('by the test');
    expect(await answers.once('c', accept)).toEqual({ ok: true, place: 1 });
  });
});

test('a bounded map forgets what was set first', () => {
  const bounded = new BoundedMap<string, number>(2);
  bounded.set('a', 1);
  bounded.set('b', 2);
  bounded.set('a', 3);
  bounded.set('c', 4);
  expect([bounded.get('a'), bounded.get('b'), bounded.get('c')]).toEqual([3, undefined, 4]);
});
