/** P25: in every role and every part of the game there is a real choice. */
import { type Case, casesOf, ROLES, type Role, weigh, yearsAsked } from '../choices.ts';
import { STREET } from '../populations.ts';
import type { Laboratory } from './laboratory.ts';
import type { Check, Prediction } from './prediction.ts';

const MOST_OFTEN = 0.85;
const NEXT_LOSES = 0.6;
const OF_A_YEAR = 0.08;

function checksOf(role: Role, cases: readonly Case[], years: readonly number[]): readonly Check[] {
  const weights = years.flatMap((round) =>
    (['points', 'deal'] as const).flatMap((matter) => {
      const those = cases.filter((one) => one.role === role && one.matter === matter && one.round === round);
      return those.length === 0 ? [] : [weigh(those)];
    }),
  );
  if (weights.length === 0) return [];
  const named = `of rounds ${years.join(', ')}`;
  return [
    {
      what: `${role}: share of games in which the same option is best, most ${named}`,
      figure: Math.max(...weights.map(({ options }) => options[0]?.best ?? Number.NaN)),
      threshold: { atMost: MOST_OFTEN },
    },
    {
      what: `${role}: what the next best loses of what is at stake, most ${named}`,
      figure: Math.max(...weights.map(({ nextLoses }) => nextLoses)),
      threshold: { atMost: NEXT_LOSES },
    },
    {
      what: `${role}: what is at stake beside what a year brings, least ${named}`,
      figure: Math.min(...weights.map(({ ofYear }) => ofYear)),
      threshold: { atLeast: OF_A_YEAR },
    },
  ];
}

const p25: Prediction = {
  id: 'P25',
  sentence: 'Whoever one is, no year has one plan that is always best, and what is second to the best is near it',
  check: (lab: Laboratory) => {
    const cases = lab.seeds().flatMap((seed) => casesOf(lab.match({ firms: STREET }, seed), lab.settings.onGame));
    return ROLES.flatMap((role) => checksOf(role, cases, yearsAsked(lab.parameters.rounds)));
  },
};

export const choices: readonly Prediction[] = [p25];
