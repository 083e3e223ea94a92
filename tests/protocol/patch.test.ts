import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewFor } from '../../shared/engine/view.ts';
import { statesOf } from '../../shared/log/replay.ts';
import { difference, only, patched, piecesOf } from '../../shared/protocol/patch.ts';
import { scenarioById } from '../../shared/scenarios/index.ts';
import { Match } from '../../shared/simulation/match.ts';
import { dealPolicies } from '../../shared/simulation/sweep.ts';

/** Lists with ids whose order matters. */
const elements = (value: fc.Arbitrary<unknown>) =>
  fc
    .uniqueArray(fc.constantFrom<string | number>('p1', 'p2', 'p3', 10, 7), { maxLength: 5 })
    .chain((ids) => fc.tuple(...ids.map((id) => value.map((about) => ({ id, about })))));

/** Plain data as in views, without `undefined`, `null` or dangerous names. */
const data = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.integer(),
    // JSON has no negative zero and no infinity.
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    fc.string(),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 6 }),
    elements(tie('value')),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'v', 'k', 'd', 'n'), tie('value'), { noNullPrototype: true }),
  ),
})).value;

/** Equal values at the same place or id are one object. */
function expectShared(before: unknown, made: unknown): void {
  if (typeof before !== 'object' || typeof made !== 'object' || before === null || made === null) return;
  if (isDeepStrictEqual(before, made)) expect(made).toBe(before);
  else for (const [key, value] of placesOf(made)) expectShared(placesOf(before).get(key), value);
}

function placesOf(value: object): ReadonlyMap<string, unknown> {
  const ids: readonly unknown[] = Array.isArray(value) ? value.map((element) => element?.id) : [];
  const keyed = ids.length > 0 && ids.every((id) => id !== undefined) && new Set(ids).size === ids.length;
  return new Map(Object.entries(value).map(([key, each]) => [keyed ? `id ${each.id}` : key, each]));
}

describe('a patch', () => {
  test('makes the one value of the other, whatever they are, and changes neither', () => {
    fc.assert(
      fc.property(data, data, (before, after) => {
        const copy = structuredClone(before);
        const patch = difference(before, after);
        const crossed: typeof patch = patch === undefined ? undefined : JSON.parse(JSON.stringify(patch));
        expect(patched(before, crossed)).toEqual(after);
        expect(before).toEqual(copy);
      }),
      { numRuns: 500 },
    );
  });

  test('leaves the very same object wherever nothing changed', () => {
    fc.assert(
      fc.property(data, data, (before, after) => {
        const made = patched(before, difference(before, after));
        expectShared(before, made);
      }),
    );
  });

  test('is nothing where nothing changed, and shares what did not change', () => {
    const before = { a: { deep: [1, 2, 3] }, b: 1 };
    expect(difference(before, structuredClone(before))).toBeUndefined();
    const after = patched(before, difference(before, { ...before, b: 2 }));
    expect(after).toEqual({ a: { deep: [1, 2, 3] }, b: 2 });
    expect(after.a).toBe(before.a);
  });

  test('grows and shrinks arrays, and forgets keys', () => {
    for (const [before, after] of [
      [
        [1, 2],
        [1, 2, { x: 1 }],
      ],
      [[{ x: 1 }, { x: 2 }], [{ x: 1 }]],
      [{ a: 1, b: 2 }, { b: 2 }],
      [[], [[]]],
    ] as const) {
      expect(patched<unknown>(before, difference(before, after))).toEqual(after);
    }
  });

  test("follows a whole game's views in every seat, in a third of the bytes", () => {
    const scenario = scenarioById('zhongguancun');
    if (scenario === undefined) throw new Error('no scenario');
    const mix = { firms: ['tit-for-tat', 'merger', 'trader'], universities: 'open', bureau: 'command', bez: 'enable' };
    const policies = dealPolicies(scenario.roster, 5, mix);
    const match = new Match({ scenario, seed: 5, policies, keepLog: true });
    match.playToEnd();
    if (match.log === undefined) throw new Error('no log');
    const states = statesOf(match.log);
    let [whole, patches] = [0, 0];
    for (const { seat } of match.state.actors) {
      let held = viewFor(states[0] ?? match.state, seat);
      for (const [index, state] of states.entries()) {
        if (state.phase === states[index - 1]?.phase) continue;
        const view = viewFor(state, seat);
        const patch = difference(held, view);
        whole += JSON.stringify(view).length;
        patches += JSON.stringify(patch ?? {}).length;
        held = patched(held, patch);
        expect(held).toEqual(view);
      }
    }
    expect(patches).toBeLessThan(whole / 3);
  });
});

describe('a patch of fields and lists', () => {
  const view = fc.record(
    {
      phase: fc.constantFrom('news', 'plan'),
      people: elements(data),
      districts: elements(data),
      more: data,
    },
    { requiredKeys: ['phase'] },
  );

  test('may be sent in parts, in any order, while what it is about goes on changing', () => {
    fc.assert(
      fc.property(
        view,
        fc.array(view, { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat(9)),
        (first, later, luck) => {
          let told: object = first;
          for (const after of later) {
            const patch = difference(told, after);
            if (patch === undefined) continue;
            const some = piecesOf(patch).filter(() => (luck.next().value ?? 0) < 5);
            told = patched(told, only(patch, some));
          }
          const last = later.at(-1);
          for (let patch = difference(told, last); patch !== undefined; patch = difference(told, last)) {
            const pieces = piecesOf(patch);
            expect(pieces.length).toBeGreaterThan(0);
            const before = told;
            told = patched(told, only(patch, pieces.slice(-1)));
            expect(told).not.toEqual(before);
          }
          expect(told).toEqual(last);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('keeps who stays where somebody leaves the middle of a list', () => {
    const people = [
      { id: 'p1', name: 'Ada' },
      { id: 'p2', name: 'Bo' },
      { id: 'p3', name: 'Chen' },
    ];
    const patch = difference({ people }, { people: people.filter(({ id }) => id !== 'p2') });
    expect(patch).toEqual({ k: { people: { e: {}, d: ['p2'] } } });
    expect(patched({ people }, patch).people[1]).toBe(people[2]);
  });
});
