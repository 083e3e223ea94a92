/** Others' trust in oneself, computed from what one gave, equals the real trust. */
import { expect, test } from 'vitest';
import { rememberTrust, trustIn } from '../../client/state/trust.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM } from './district.ts';

test.each(['cooperate', 'opportunist', 'partner-choosing', 'trader-with-loans'] as const)(
  'among firms that play %s it is right in every year, failures and broken pacts included',
  (policies) => {
    const table = `trust of ${policies}`;
    for (let round = 1; round <= 10; round += 1) {
      const { state } = districtAt({ round, policies, universities: 'open', governments: 'enable' });
      const view = viewFor(state, FIRM);
      rememberTrust(table, view);
      const count = state.actors.length;
      for (const { seat } of state.actors) {
        if (seat === FIRM) continue;
        expect(trustIn(view.public, seat)).toBeCloseTo(state.trust[seat * count + FIRM] ?? Number.NaN, 10);
      }
    }
  },
);

test('a page that missed a year does not guess', () => {
  const first = districtAt({ round: 1, policies: 'cooperate' }).state;
  const later = districtAt({ round: 4, policies: 'cooperate' }).state;
  rememberTrust('missed', viewFor(first, FIRM));
  rememberTrust('missed', viewFor(later, FIRM));
  expect(trustIn(viewFor(later, FIRM).public, 0)).toBeUndefined();
});

test('a pact that ended by a failure was still tested in its last year, and one that was broken was not', () => {
  const { state } = districtAt({ round: 2, policies: 'cooperate' });
  const seen = viewFor(state, FIRM);
  const [pact] = seen.public.pacts.filter(({ a, b }) => a === FIRM || b === FIRM);
  if (pact === undefined) throw new Error('who cooperates has a pact');
  const other = pact.a === FIRM ? pact.b : pact.a;
  const [history] = seen.public.history;
  if (history === undefined) throw new Error('a year was played');
  let tables = 0;
  const trustedAfter = (happenings: readonly object[]) => {
    tables += 1;
    const table = `ends ${tables}`;
    rememberTrust(table, { ...seen, public: { ...seen.public, round: 1, phase: 'plan', history: [] } });
    const pacts = seen.public.pacts.filter((each) => each !== pact);
    const given = seen.given.map((points, seat) => (seat === other ? 3 : points));
    const later = {
      ...seen,
      given,
      public: { ...seen.public, pacts, happenings, phase: 'reveal', round: 1, history: [history] },
    };
    rememberTrust(table, later as never);
    return trustIn((later as unknown as typeof seen).public, other);
  };
  const [without, first] = [trustedAfter([]), 0];
  const failed = (firm: number) => ({ type: 'FirmFailed', firm });
  const unrelated = [failed(first), { type: 'LoanTaken', firm: FIRM, cash: 1 }, { type: 'HubFaltered', head: first }];
  expect(trustedAfter(unrelated)).toBe(without);
  const tested = trustedAfter([failed(other)]);
  expect(tested).not.toBe(without);
  const broken = (by: number, with_: number) => ({ type: 'PactBroken', by, with: with_ });
  for (const [happenings, trust] of [
    [[...unrelated, failed(other)], tested],
    [[failed(FIRM), ...unrelated], tested],
    [[...unrelated, { type: 'HubFaltered', head: other }], tested],
    [[{ type: 'HubFaltered', head: FIRM }], tested],
    [[failed(other), broken(other, FIRM)], without],
    [[failed(other), broken(FIRM, other), ...unrelated], without],
    [[failed(other), broken(first, FIRM), ...unrelated], tested],
    [[failed(other), broken(other, first)], tested],
    [[failed(other), { type: 'ForeignPartnerJoined', firm: FIRM }], without],
    [[failed(other), { type: 'ForeignPartnerJoined', firm: first }], tested],
  ] as const)
    expect(trustedAfter(happenings)).toBe(trust);
});
