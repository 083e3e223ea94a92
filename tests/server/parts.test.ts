/** The small parts of the rooms. */
import { describe, expect, test } from 'vitest';
import { Bucket, MESSAGE_RATE } from '../../server/access/bucket.ts';
import { Practices } from '../../server/access/practices.ts';
import { deliveries } from '../../server/district/deliveries.ts';
import { percentiles } from '../../server/robots/statistics.ts';
import { mixedPolicies } from '../../shared/bots/index.ts';
import type { DistrictEvent } from '../../shared/engine/events.ts';
import { evolve } from '../../shared/engine/evolve.ts';
import { found } from '../../shared/engine/founding.ts';
import { initialState } from '../../shared/engine/initial-state.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { scenarioById } from '../../shared/scenarios/index.ts';

describe('a bucket', () => {
  test('lets a burst through, then a steady rate', () => {
    const bucket = new Bucket(0, MESSAGE_RATE);
    const verdicts = Array.from({ length: LIMITS.messageBurst + 5 }, () => bucket.take(0));
    expect(verdicts.filter((verdict) => verdict === 'go')).toHaveLength(LIMITS.messageBurst);
    expect(verdicts.at(-1)).toBe('too-fast');
    expect(bucket.take(1_000)).toBe('go');
  });

  test('lets the steady rate through for ever', () => {
    const bucket = new Bucket(0, MESSAGE_RATE);
    for (let sent = 1; sent < 5_000; sent += 1) {
      expect(bucket.take((sent * 1_000) / LIMITS.messagesPerSecond)).toBe('go');
    }
  });

  test('loses patience with who goes on at any rate above', () => {
    const bucket = new Bucket(0, MESSAGE_RATE);
    const verdicts = Array.from({ length: 3_000 }, (_, sent) => bucket.take(sent * 20));
    expect(verdicts).toContain('close');
  });

  test('forgets who went too far once more than half of a burst is left, and not before', () => {
    const rate = { burst: 8, perSecond: 0.5 };
    const closedAfter = (restMs: number) => {
      const bucket = new Bucket(0, rate);
      for (let sent = 0; sent < rate.burst + 200; sent += 1) bucket.take(0);
      bucket.take(restMs);
      const verdicts = Array.from({ length: 310 }, () => bucket.take(restMs)).filter((verdict) => verdict !== 'go');
      return verdicts.indexOf('close');
    };
    expect(closedAfter(10_000)).toBe(100);
    expect(closedAfter(10_002)).toBe(300);
  });
});

describe('practices of one network', () => {
  const kept = (deserted: (id: string) => boolean) => {
    let now = 0;
    const practices = new Practices(
      () => now,
      (id) => Promise.resolve(deserted(id)),
      2,
    );
    return {
      practices,
      pass(ms: number) {
        now += ms;
      },
    };
  };

  test('are counted by network, and anew after an hour', async () => {
    const { practices, pass } = kept(() => false);
    practices.opened('2001:db8:1:2::7', 'k1');
    practices.opened('2001:db8:1:2:ffff::8', 'k2');
    expect(await practices.room('2001:db8:1:2::9')).toBe('full');
    expect(await practices.room('2001:db8:1:3::9')).toEqual({});
    pass(3_600_000);
    expect(await practices.room('2001:db8:1:2::9')).toEqual({});
  });

  test('that nobody is in make room for another, the oldest first', async () => {
    const { practices } = kept((id) => id !== 'ada');
    for (const id of ['ada', 'ghost']) practices.opened('10.0.0.1', id);
    expect(await practices.room('10.0.0.1')).toEqual({ goes: 'ghost' });
    practices.opened('10.0.0.1', 'bo');
    expect(await practices.room('10.0.0.1')).toEqual({ goes: 'bo' });
  });
});

describe('percentiles', () => {
  test('are of the nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentiles(hundred)).toEqual({ p50: 50, p95: 95, p99: 99, max: 100 });
    expect(percentiles([7])).toEqual({ p50: 7, p95: 7, p99: 7, max: 7 });
    expect(percentiles([])).toEqual({ p50: 0, p95: 0, p99: 0, max: 0 });
  });
});

describe('deliveries', () => {
  const scenario = scenarioById('zhongguancun');
  if (scenario === undefined) throw new Error('no scenario');
  const settings = { clockMode: 'desk', newsMs: 1, planMs: 1, revealMs: 1, talk: true } as const;
  const policies = mixedPolicies(scenario.roster, 1);
  const before = initialState(found(scenario, { seed: 1, settings, policies }));
  const of = (event: DistrictEvent) => deliveries({ before, after: evolve(before, event), events: [event] });

  test('tell a whisper to the two it is between, and speech to everyone', () => {
    const line = { id: 1, from: 2, text: 'psst' };
    expect(of({ type: 'Said', ...line, to: 5 })).toMatchObject([{ what: 'talk', to: [2, 5] }]);
    expect(of({ type: 'Said', ...line })).toMatchObject([{ what: 'talk', to: 'everyone' }]);
  });

  test('tell an offer to both parties and to nobody else', () => {
    expect(of({ type: 'OfferMade', id: 1, kind: 'pact', from: 3, to: 4 })).toEqual([{ what: 'offers', to: [3, 4] }]);
  });

  test('tell a plan to its own seat only, and a new phase to everyone', () => {
    const plan = { kind: 'firm', trade: 6, research: 0, shares: [], deal: { kind: 'none' } } as const;
    expect(of({ type: 'PlanFiled', seat: 1, plan, by: 'human' })).toEqual([{ what: 'filed', to: [1] }]);
    expect(of({ type: 'PhaseBegan', phase: 'plan', round: 1 })).toEqual([{ what: 'view', to: 'everyone' }]);
    expect(of({ type: 'ReadySignalled', seat: 1 })).toEqual([]);
  });
});
