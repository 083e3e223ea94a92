/** The set-up form converts both ways without loss, and each error names its field. */
import { describe, expect, test } from 'vitest';
import { assistantAddress, linkIn } from '../../client/desk/address.ts';
import { type Draft, draftOf, freshDraft, freshTreatment } from '../../client/desk/setup/setup-draft.ts';
import { requestOf, setupIn } from '../../client/desk/setup/setup-request.ts';
import { dropSetup, keepSetup, keptSetups } from '../../client/desk/setup/setups-kept.ts';
import type { Memory } from '../../client/state/storage.ts';
import { type OpenClassRequest, openClassSchema } from '../../shared/protocol/setup.ts';

function memory(): Memory {
  const kept = new Map<string, string>();
  return { get: (key) => kept.get(key), set: (key, value) => kept.set(key, value), remove: (key) => kept.delete(key) };
}

const fresh = freshDraft('en');
const full = {
  ...fresh,
  title: ' Innovation 101 ',
  scenario: 'zhongguancun-8',
  seats: '6',
  plan: '45.5',
  seed: '7',
  switches: { ...fresh.switches, talk: false },
  roles: 'hand' as const,
  listOnly: true,
  roster: 'Ada\nBo\n\nAda\n',
  treatments: [
    { ...freshTreatment(0, 'names'), turns: { ...freshTreatment(0, '').turns, reputations: 'on' as const } },
    { ...freshTreatment(1, 'no names'), numbers: 'lawPerPoint = 0.05' },
  ],
};

function expectRequest(draft: Draft): OpenClassRequest {
  const drafted = requestOf(draft);
  if (!drafted.ok) throw new Error(drafted.wrong.join());
  return drafted.request;
}

describe('the form', () => {
  test('makes a request the server reads', () => {
    for (const draft of [fresh, full]) {
      const drafted = requestOf(draft);
      expect(drafted.ok && openClassSchema.safeParse(drafted.request).success).toBe(true);
    }
  });

  test('turns seconds, seed and numbers into what the request counts in', () => {
    const { treatments = [], ...rest } = expectRequest(full);
    expect(rest).toMatchObject({ scenario: 'zhongguancun-8', planMs: 45_500, seed: 7, talk: false });
    expect(rest).toMatchObject({ roster: ['Ada (1)', 'Bo', 'Ada (2)'], listOnly: true });
    expect(treatments).toEqual([
      { name: 'names', reputations: true },
      { name: 'no names', parameters: { lawPerPoint: 0.05 } },
    ]);
  });

  test('comes back from its own request as it was', () => {
    const once = expectRequest(full);
    expect(expectRequest(draftOf(once, 'zh'))).toEqual(once);
  });

  test('names every field that is wrong', () => {
    const wrong = requestOf({
      ...fresh,
      seats: '3',
      plan: '',
      seed: '-1',
      numbers: 'no such = 1',
      treatments: [freshTreatment(0, 'alone')],
    });
    expect(wrong).toEqual({ ok: false, wrong: ['seats', 'plan', 'seed', 'numbers', 'treatmentNames'] });
  });

  test('asks for homework with the day it is due, and for a day to come', () => {
    const work = { due: '2999-05-06T18:30', late: 'refuse', seat: '3' } as const;
    const due = new Date(2999, 4, 6, 18, 30).getTime();
    expect(requestOf({ ...fresh, homework: work })).toMatchObject({
      ok: true,
      homework: { due, late: 'refuse', seat: 3 },
    });
    const past = requestOf({ ...fresh, homework: { ...work, due: '2001-05-06T18:30' } });
    expect(past).toEqual({ ok: false, wrong: ['due'] });
  });

  test('asks for no seconds where no clock runs', () => {
    expect(requestOf({ ...fresh, clockMode: 'wait', plan: '' })).toMatchObject({ ok: true });
  });

  test('says who tells the end where districts drift apart, and keeps what an older set-up meant', () => {
    expect(requestOf(fresh)).not.toHaveProperty('request.ends');
    expect(requestOf({ ...fresh, clockMode: 'wait' })).toHaveProperty('request.ends', 'together');
    expect(requestOf({ ...fresh, pace: 'own', ends: 'own' })).toHaveProperty('request.ends', 'own');
    expect(draftOf({ clockMode: 'wait' }, 'en').ends).toBe('own');
    expect(draftOf({ clockMode: 'clock' }, 'en').ends).toBe('together');
  });
});

describe('set-ups', () => {
  test('are kept by name without the names of people, and forgotten', () => {
    const request = expectRequest(full);
    const place = memory();
    keepSetup('Monday', request, place);
    const { roster: _, ...rest } = request;
    expect(keptSetups(place).map(setupIn)).toEqual([rest]);
    expect(dropSetup('Monday', place)).toEqual([]);
  });

  test('are left out if this browser cannot read them', () => {
    const place = memory();
    place.set('setups', '[{"name":1},{"name":"x","text":"{}"}]');
    expect(keptSetups(place).map(setupIn)).toEqual([undefined]);
  });
});

test('a link carries code and secret behind the hash', () => {
  const address = new URL(assistantAddress('ABC123', 'a-secret_1', 'http://x'));
  expect(address.search).toBe('');
  expect(linkIn(address.hash)).toEqual({ code: 'ABC123', link: 'a-secret_1' });
  expect(linkIn('#code=ABC123')).toBeUndefined();
});
