import { describe, expect, test } from 'vitest';
import { duplicatedShare, ownResearch } from '../../shared/engine/formulas.ts';
import { complementarity } from '../../shared/engine/queries.ts';
import { effortIn } from '../../shared/engine/rules/effort.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import {
  BEZ,
  EVEN_LUCK,
  eventOf,
  firm,
  firmPlan,
  governmentPlan,
  inRound,
  leave,
  PKU,
  planning,
  resolved,
  universityPlan,
  wish,
  withFields,
  withFirms,
  withPacts,
} from './support.ts';

/** Luck of one; firms 1 and 3 (non-state) and 0 (state) in neighbouring fields. */
function district(): DistrictState {
  return withFields(planning({ parameters: EVEN_LUCK }), {
    0: 0,
    1: 1,
    2: 3,
    3: 2,
    4: 4,
    5: 5,
    6: 3,
    7: 4,
    8: 0,
    9: 3,
  });
}

function trusting(state: DistrictState, truster: number, trusted: number, value: number): DistrictState {
  const trust = state.trust.slice();
  trust[truster * state.actors.length + trusted] = value;
  return { ...state, trust };
}

describe('effort', () => {
  test('E2 in disarray every point counts half', () => {
    const hit = withFirms(withPacts(district(), [1, 3]), { 1: { disarray: 2 } });
    const { before } = resolved(hit, { 1: firmPlan(2, 1, [{ to: 3, points: 3 }]) });
    const effort = effortIn(before);
    expect([effort.trade[1], effort.research[1], effort.sharing[1]]).toEqual([1, 0.5, 1.5]);
  });

  test('E3 points for a pact that does not form fall to own research', () => {
    const plans = { 1: firmPlan(2, 1, [{ to: 3, points: 3 }], wish(3)) };
    const { fromResearch } = eventOf(resolved(district(), plans).events, 'KnowledgeGrew');
    expect(fromResearch[1]).toBeCloseTo(0.55 * 4, 12);
  });

  test('E3 points for a partner who breaks the pact this round fall to own research', () => {
    const plans = { 1: firmPlan(2, 1, [{ to: 3, points: 3 }]), 3: firmPlan(6, 0, [], leave(1)) };
    const grew = eventOf(resolved(withPacts(district(), [1, 3]), plans).events, 'KnowledgeGrew');
    expect(grew.fromResearch[1]).toBeCloseTo(0.55 * 4, 12);
    expect(Math.max(...grew.shared)).toBe(0);
  });

  test('E1 a pact that forms this round can be shared in at once', () => {
    const plans = {
      1: firmPlan(2, 1, [{ to: 3, points: 3 }], wish(3)),
      3: firmPlan(2, 1, [{ to: 1, points: 3 }], wish(1)),
    };
    expect(eventOf(resolved(district(), plans).events, 'KnowledgeGrew').fromPacts[1]).toBeGreaterThan(0);
  });
});

describe('knowledge', () => {
  test('K3 what rivals take of one’s research is what is only done twice', () => {
    const { parameters } = planning();
    const researcher = { points: 4, size: 1, forced: false };
    for (const rivals of [0, 1, 3]) {
      const alone = ownResearch(parameters, { ...researcher, rivals: 0 }, 0.4);
      const among = ownResearch(parameters, { ...researcher, rivals }, 0.4);
      expect(among).toBeCloseTo(alone * (1 - duplicatedShare(0.4, rivals)), 12);
    }
    expect(duplicatedShare(0.4, 1)).toBeCloseTo(0.4 / 1.4, 12);
  });

  test.each([
    [0, 0, 0.5],
    [0, 1, 1],
    [0, 5, 1],
    [1, 5, 0.8],
    [0, 3, 0.3],
  ])('K1 fields %d and %d complement each other by %d', (one, other, value) => {
    expect(complementarity(planning().parameters, one, other)).toBe(value);
  });

  test('K3 K8 K9 own research, the street, and what is forgotten', () => {
    const { state, events } = resolved(district(), { 1: firmPlan(3, 3) });
    const grew = eventOf(events, 'KnowledgeGrew');
    expect(grew.fromResearch[1]).toBeCloseTo(1.65, 12);
    expect(grew.fromCommons[1]).toBeCloseTo(0.12, 12);
    expect(firm(state, 1).knowledge).toBeCloseTo(0.9 * 4 + 1.77, 12);
  });

  test('K3 rivals on the same project dilute research; the tree’s own do not', () => {
    const same = withFields(district(), { 3: 1 });
    const plans = { 1: firmPlan(3, 3), 3: firmPlan(3, 3) };
    expect(eventOf(resolved(same, plans).events, 'KnowledgeGrew').fromResearch[1]).toBeCloseTo(1.65 / 1.12, 12);
    const inTree = withFirms(same, { 3: { owner: 1 } });
    const research = eventOf(resolved(inTree, plans).events, 'KnowledgeGrew').fromResearch[1];
    expect(research).toBeCloseTo(1.65 * 0.94 + 0.05 * 3 * 0.5, 12);
  });

  test('K3 rivals dilute it the less, the nearer owners are to each other', () => {
    const plans = { 1: firmPlan(3, 3), 3: firmPlan(3, 3) };
    const research = (state: DistrictState) =>
      eventOf(resolved(withFields(state, { 3: 1 }), plans).events, 'KnowledgeGrew').fromResearch[1];
    expect(research({ ...district(), distance: 0.15 })).toBeCloseTo(1.65 / (1 + 0.12 / 3), 12);
    const near = planning({ parameters: { ...EVEN_LUCK, startDistance: 0 } });
    expect(research(withFields(near, { 1: 1 }))).toBeCloseTo(1.65 / 1.12, 12);
  });

  test('K9 a certified firm learns a quarter more from everything, and that is innovation', () => {
    const pact = inRound(withPacts(district(), [1, 3]), 5);
    const plans = { 1: firmPlan(3, 2, [{ to: 3, points: 1 }]), [PKU]: universityPlan({ shelter: 6 }) };
    const plain = resolved(pact, plans);
    const listed = resolved(pact, { ...plans, [BEZ]: governmentPlan({ list: [0, 1] }) });
    const grown = (of: typeof plain) => eventOf(of.events, 'KnowledgeGrew');
    for (const source of ['fromResearch', 'fromPacts', 'fromCommons', 'gained'] as const)
      expect(grown(listed)[source][1]).toBeCloseTo(1.25 * (grown(plain)[source][1] ?? 0), 12);
    expect(grown(listed).fromShelter[0]).toBeCloseTo(1.25 * (grown(plain).fromShelter[0] ?? 0), 12);
    expect(grown(listed).gained[3]).toBeCloseTo(grown(plain).gained[3] ?? 0, 12);
    const more = [0, 1].reduce((sum, seat) => sum + 0.25 * (grown(plain).gained[seat] ?? 0), 0);
    const innovation = (of: typeof plain) => of.state.history.at(-1)?.innovation ?? 0;
    expect(innovation(listed) - innovation(plain)).toBeCloseTo(more, 12);
  });

  test('K3 research in another field, or none in the same, dilutes nothing', () => {
    const same = withFields(district(), { 3: 1 });
    const research = (plans: Parameters<typeof resolved>[1]) =>
      eventOf(resolved(same, { 1: firmPlan(3, 3), ...plans }).events, 'KnowledgeGrew').fromResearch[1];
    expect(research({ 0: firmPlan(0, 6), 4: firmPlan(0, 6) })).toBeCloseTo(1.65, 12);
    expect(research({ 3: firmPlan(6, 0) })).toBeCloseTo(1.65, 12);
  });

  test('K3 K4 hierarchy thins research, command more so, and some spills over inside the tree', () => {
    const tree = withFirms(district(), { 3: { owner: 1, forced: true } });
    const grew = eventOf(resolved(tree, { 1: firmPlan(4, 2), 3: firmPlan(3, 3) }).events, 'KnowledgeGrew');
    expect(grew.fromResearch[3]).toBeCloseTo(0.55 * 3 * 0.94 * 0.7 + 0.05 * 2, 12);
  });

  test('K5 a pact teaches by giving, by receiving as one is trusted, and by working together', () => {
    const pact = trusting(withPacts(district(), [1, 3]), 1, 3, 0.9);
    const plans = { 1: firmPlan(4, 0, [{ to: 3, points: 2 }]), 3: firmPlan(5, 0, [{ to: 1, points: 1 }]) };
    const { fromPacts } = eventOf(resolved(pact, plans).events, 'KnowledgeGrew');
    const joint = 0.7 * Math.SQRT2 * 0.6;
    expect(fromPacts[1]).toBeCloseTo(0.45 * (0.4 * 2 + 1 * 0.4) + joint, 12);
    expect(fromPacts[3]).toBeCloseTo(0.45 * (0.4 * 1 + 2 * 0.9) + joint, 12);
  });

  test('K5 law makes up for part of the missing trust', () => {
    const lawful = { ...withPacts(district(), [1, 3]), law: 0.52 };
    const { fromPacts } = eventOf(
      resolved(lawful, { 3: firmPlan(5, 0, [{ to: 1, points: 1 }]) }).events,
      'KnowledgeGrew',
    );
    expect(fromPacts[1]).toBeCloseTo(0.45 * (0.4 + 0.5 * 0.5 * 0.6), 12);
  });

  test('K2 ownership distance stands between state and non-state, and around any tree', () => {
    const plans = { 1: firmPlan(5, 0, [{ to: 0, points: 1 }]), 3: firmPlan(5, 0, [{ to: 1, points: 1 }]) };
    const across = eventOf(resolved(withPacts(district(), [0, 1]), plans).events, 'KnowledgeGrew').fromPacts[0];
    expect(across).toBeCloseTo(0.45 * 0.4 * 0.55, 12);
    const tree = withFirms(withPacts(district(), [1, 3]), { 5: { owner: 3 } });
    const around = eventOf(resolved(tree, plans).events, 'KnowledgeGrew').fromPacts[1];
    expect(around).toBeCloseTo(0.45 * 0.4 * 0.55, 12);
  });

  test('K2 and around a firm with a foreign partner, once', () => {
    const plans = { 3: firmPlan(5, 0, [{ to: 1, points: 1 }]) };
    const from = (state: DistrictState) => eventOf(resolved(state, plans).events, 'KnowledgeGrew').fromPacts[1];
    const together = withPacts(district(), [1, 3]);
    expect(from(together)).toBeCloseTo(0.45 * 0.4, 12);
    for (const partner of [1, 3]) {
      expect(from(withFirms(together, { [partner]: { foreignStakes: 1 } }))).toBeCloseTo(0.45 * 0.4 * 0.55, 12);
    }
    const both = { 1: { foreignStakes: 1 }, 3: { foreignStakes: 1 } };
    expect(from(withFirms(together, both))).toBeCloseTo(0.45 * 0.4 * 0.55, 12);
  });

  test('K2 inside one tree exchange thins with its size', () => {
    const tree = withFirms(withPacts(district(), [1, 3]), { 3: { owner: 1 }, 5: { owner: 1 } });
    const plans = { 3: firmPlan(5, 0, [{ to: 1, points: 1 }]) };
    expect(eventOf(resolved(tree, plans).events, 'KnowledgeGrew').fromPacts[1]).toBeCloseTo(0.45 * 0.4 * 0.6, 12);
  });

  test('K6 sharing across trees and open laboratories feed common knowledge; sharing inside a tree does not', () => {
    const plans = {
      1: firmPlan(4, 0, [{ to: 3, points: 2 }]),
      [PKU]: universityPlan({ open: 4, publish: 2 }),
    };
    expect(resolved(withPacts(district(), [1, 3]), plans).state.commons).toBeCloseTo(0.9 * (2 + 0.24 + 2), 12);
    const tree = withFirms(withPacts(district(), [1, 3]), { 3: { owner: 1 } });
    expect(resolved(tree, plans).state.commons).toBeCloseTo(0.9 * (2 + 2), 12);
  });

  test('K7 shelter is divided among the spin-offs', () => {
    const { fromShelter } = eventOf(
      resolved(district(), { [PKU]: universityPlan({ shelter: 4, publish: 2 }) }).events,
      'KnowledgeGrew',
    );
    expect(fromShelter.map((gain) => Math.round(gain * 1e9) / 1e9)).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
  });

  test('K8 universities learn from pacts alone', () => {
    const { gained } = eventOf(resolved(district()).events, 'KnowledgeGrew');
    expect(gained[PKU]).toBe(0);
    const pact = withPacts(district(), [1, PKU]);
    const plans = { 1: firmPlan(5, 0, [{ to: PKU, points: 1 }]) };
    expect(eventOf(resolved(pact, plans).events, 'KnowledgeGrew').gained[PKU]).toBeCloseTo(0.45 * 0.4 * 0.55, 12);
  });

  test('K9 luck lies within its bounds, and another plan does not shift it', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const lone = withFields(planning({ seed }), { 1: 1 });
      const gain = (plan: Parameters<typeof resolved>[1]) =>
        eventOf(resolved(lone, plan).events, 'KnowledgeGrew').fromCommons[1] ?? 0;
      const factor = gain({}) / 0.03;
      expect(factor).toBeGreaterThanOrEqual(0.8);
      expect(factor).toBeLessThan(1.2);
      expect(gain({ 1: firmPlan(3, 3) })).toBeCloseTo(factor * 0.12, 12);
    }
  });

  test('K10 K11 pacts cost, and law makes the one who gave less pay', () => {
    const lawful = { ...withPacts(district(), [1, 3]), law: 0.52 };
    const plans = { 1: firmPlan(4, 0, [{ to: 3, points: 2 }]), 3: firmPlan(5, 0, [{ to: 1, points: 1 }]) };
    const { pactCosts } = eventOf(resolved(lawful, plans).events, 'KnowledgeGrew');
    expect(pactCosts[1]).toBeCloseTo(0.3 - 0.4, 12);
    expect(pactCosts[3]).toBeCloseTo(0.3 + 0.4, 12);
  });

  test('K11 a gap of half a point is let pass, and a university neither pays nor is paid', () => {
    const lawful = { ...withPacts(district(), [1, 3], [1, PKU]), law: 0.52 };
    const plans = {
      1: firmPlan(3.5, 0, [
        { to: 3, points: 1.5 },
        { to: PKU, points: 1 },
      ]),
      3: firmPlan(5, 0, [{ to: 1, points: 1 }]),
    };
    const { pactCosts } = eventOf(resolved(lawful, plans).events, 'KnowledgeGrew');
    expect(pactCosts[1]).toBeCloseTo(0.6, 12);
    expect(pactCosts[3]).toBeCloseTo(0.3, 12);
    expect(pactCosts[PKU]).toBe(0);
  });
});
