/** P23: a single seat that plays against a network does not destroy it. */
import { IDLE_GOVERNMENT } from '../../engine/plans.ts';
import type { Force } from '../match.ts';
import { endsAs, type Laboratory, over, type Population } from './laboratory.ts';
import type { Prediction } from './prediction.ts';

/** The office commands in the first third of the game and is idle afterwards. */
function commandingAtFirst(lab: Laboratory): Population['force'] {
  const force: Force = (seat, round) =>
    lab.seatsOf('bureau').includes(seat) && round > lab.milestones.early ? IDLE_GOVERNMENT : undefined;
  return () => force;
}

function least(lab: Laboratory, firm: string): number {
  const firms = [firm];
  const force = commandingAtFirst(lab);
  const disturbed: readonly Population[] = [
    ...['merger', 'trader', 'opportunist'].map((deviant) => ({ firms, deviant })),
    ...['shelter', 'outside'].map((deviant) => ({ firms, deviant, deviantKind: 'university' as const })),
    ...(lab.seatsOf('bureau').length === 0 || force === undefined ? [] : [{ firms, bureau: 'command', force }]),
  ];
  return Math.min(...disturbed.map((population) => over(lab.population(population), endsAs('4'))));
}

const p23: Prediction = {
  id: 'P23',
  sentence: 'No single seat undoes a network: not a merger, a trader, an opportunist, a closed lab or early command',
  check: (lab) =>
    ['tit-for-tat', 'partner-choosing'].map((firm) => ({
      what: `${firm}, one seat against it: least share of games that end as Figure 4`,
      figure: least(lab, firm),
      threshold: { atLeast: 0.9 },
    })),
};

export const robustness: readonly Prediction[] = [p23];
