/** P16: a foreign partner brings money and know-how at once, and costs pacts at home. */
import type { FirmPlan } from '../../engine/plans.ts';
import type { Force } from '../match.ts';
import { scoreAt } from '../measures.ts';
import { endsAs, innovation, type Laboratory, over, overPairs } from './laboratory.ts';
import type { Prediction } from './prediction.ts';

/** The deviant takes a foreign partner as early as it may, and otherwise plays as before. */
function taking(lab: Laboratory): (deviant: number) => Force {
  return (deviant) => (seat, round, own, view) => {
    const plan = own();
    if (seat !== deviant || round !== lab.parameters.foreignFrom || plan.kind !== 'firm') return undefined;
    if (view().legal.foreign.refused !== undefined) return undefined;
    return { ...plan, deal: { kind: 'foreign' } } satisfies FirmPlan;
  };
}

/** How much the taker's score gains, at the end of a round or of the game. */
function gain(lab: Laboratory, policy: string, round?: number): number {
  const [taken, left] = [lab.population({ firms: [policy], force: taking(lab) }), lab.population({ firms: [policy] })];
  return overPairs(
    taken,
    left,
    (one, other) => scoreAt(one.final, one.deviant, round) - scoreAt(other.final, one.deviant, round),
  );
}

const p16: Prediction = {
  id: 'P16',
  sentence: 'Foreign capital tempts at once and unties the street: less innovation than cooperation, more than trade',
  check: (lab) => {
    const innovates = (policy: string) => over(lab.population({ firms: [policy] }), innovation);
    const foreign = lab.population({ firms: ['cooperate-with-foreign'] });
    const { foreignFrom } = lab.parameters;
    return [
      {
        what: 'cooperate ÷ the same with foreign partners, innovation',
        figure: innovates('cooperate') / over(foreign, innovation),
        threshold: { atLeast: 1.15 },
      },
      {
        what: 'survival-first ÷ the same with foreign partners, innovation',
        figure: innovates('survival-first') / innovates('survival-first-with-foreign'),
        threshold: { moreThan: 1.05 },
      },
      {
        what: 'cooperate with foreign partners ÷ trade, innovation',
        figure: over(foreign, innovation) / innovates('trader'),
        threshold: { atLeast: 1.5 },
      },
      {
        what: 'all with foreign partners: share of games that end as Figure 3',
        figure: over(foreign, endsAs('3')),
        threshold: { moreThan: 0.95 },
      },
      {
        what: `one cooperator takes a partner in round ${foreignFrom}: gain at once, score`,
        figure: gain(lab, 'cooperate', foreignFrom),
        threshold: { atLeast: 2 },
      },
      {
        what: 'one cooperator takes a partner: gain by the end, score',
        figure: gain(lab, 'cooperate'),
        threshold: { atMost: -2 },
      },
      {
        what: 'one loner takes a partner: gain by the end, score',
        figure: gain(lab, 'solo'),
        threshold: { moreThan: 0 },
      },
    ];
  },
};

export const foreignCapital: readonly Prediction[] = [p16];
