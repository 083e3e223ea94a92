import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewFor } from '../../shared/engine/view.ts';
import { statesOf } from '../../shared/log/replay.ts';
import { difference, patched } from '../../shared/protocol/patch.ts';
import { scenarioById } from '../../shared/scenarios/index.ts';
import { Match } from '../../shared/simulation/match.ts';
import { dealPolicies } from '../../shared/simulation/sweep.ts';

/** Plain data without `undefined`, `null` or dangerous names: what views are made of. */
const data = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.integer(),
    // JSON has no negative zero and no infinity.
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    fc.string(),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 6 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'v', 'k', 'd', 'n'), tie('value'), { noNullPrototype: true }),
  ),
})).value;

describe('a patch', () => {
  it('makes the one value of the other, whatever they are, and changes neither', () => {
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

  it('is nothing where nothing changed, and shares what did not change', () => {
    const before = { a: { deep: [1, 2, 3] }, b: 1 };
    expect(difference(before, structuredClone(before))).toBeUndefined();
    const after = patched(before, difference(before, { ...before, b: 2 }));
    expect(after).toEqual({ a: { deep: [1, 2, 3] }, b: 2 });
    expect(after.a).toBe(before.a);
  });

  it('grows and shrinks arrays, and forgets keys', () => {
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

  it("follows a whole game's views in every seat, in a third of the bytes", () => {
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
