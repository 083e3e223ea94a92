/** Stored values may have any version or origin: a page uses only those that fit. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepOpened, keptOpened } from '../../client/debrief/kept.ts';
import { forgetClass, keepClass, keptClass, secretOf } from '../../client/net/led-class.ts';
import { discardPractice, enterPractice, inPractice, practiceGame } from '../../client/state/practice-game.ts';
import { local, type Memory, session } from '../../client/state/storage.ts';

function memory(text?: string): Memory {
  let kept = text;
  return {
    get: () => kept,
    set: (_, value) => {
      kept = value;
    },
    remove: () => {
      kept = undefined;
    },
  };
}

const LED = {
  classId: 'k1',
  code: 'ACDEFG',
  links: { assistantLink: 'a', projectorLink: 'p', roster: [{ label: 'Ada', invite: 'i', reentry: 'r' }] },
};

describe('the class a tab leads', () => {
  test.each([{ key: 'street-key' }, { link: 'a-link' }])('comes back as it was kept, opened by %o', (opener) => {
    const kept = memory();
    keepClass({ ...LED, opener }, kept);
    const led = keptClass(kept);
    expect(led).toEqual({ ...LED, opener });
    expect(led === undefined ? undefined : secretOf(led.opener)).toBe(Object.values(opener)[0]);
    forgetClass(kept);
    expect(keptClass(kept)).toBeUndefined();
  });

  test.each([
    [{ ...LED }],
    [{ ...LED, opener: {} }],
    [{ ...LED, opener: { key: 7 } }],
    [{ ...LED, opener: 'key' }],
    [{ ...LED, opener: { key: 'k' }, code: 7 }],
    [{ ...LED, opener: { key: 'k' }, classId: null }],
  ])('is none where what opens it is missing: %o', (stored) => {
    expect(keptClass(memory(JSON.stringify(stored)))).toBeUndefined();
  });

  test('leaves out links that are none', () => {
    const opener = { key: 'k' };
    const linksOf = (links: unknown) => keptClass(memory(JSON.stringify({ ...LED, opener, links })))?.links;
    expect(linksOf({ assistantLink: 7, projectorLink: 'p' })).toEqual({ projectorLink: 'p' });
    expect(linksOf({ roster: [{ label: 'Ada', invite: 'i' }] })).toEqual({});
    expect(linksOf({ roster: [...LED.links.roster, { label: 'Bo', invite: 'i' }] })).toEqual({});
    expect(linksOf('links')).toEqual({});
  });
});

test('whatever is stored, nothing breaks, and what is taken is whole', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const [led, opened] = [keptClass(memory(text)), keptOpened(memory(text))];
      expect(led === undefined || typeof secretOf(led.opener) === 'string').toBe(true);
      expect(opened === undefined || typeof opened.key === 'string').toBe(true);
    }),
  );
  const kept = memory();
  keepOpened({ code: 'ACDEFG', key: 'k' }, kept);
  expect(keptOpened(kept)).toEqual({ code: 'ACDEFG', key: 'k' });
  expect(keptOpened(memory(JSON.stringify({ code: 'ACDEFG' })))).toBeUndefined();
});

test('a browser that keeps nothing still plays: the page remembers for as long as it lives', () => {
  for (const each of [local, session]) {
    each.set('a', '1');
    expect(each.get('a')).toBe('1');
    each.remove('a');
    expect(each.get('a')).toBeUndefined();
  }
});

test('who begins a game alone sits in it, and it is there until it is let go of', () => {
  enterPractice({ classId: 'k1', code: 'ACDEFG' }, 'Ada');
  expect(inPractice.value).toBe(true);
  expect(practiceGame.value).toEqual({ classId: 'k1', code: 'ACDEFG', name: 'Ada' });
  discardPractice();
  expect(practiceGame.value).toBeUndefined();
});
