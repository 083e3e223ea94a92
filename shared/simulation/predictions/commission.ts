/** P19: the Commission may like to command, but gains by enabling and by certifying firms that share. */
import { certificates, withList } from '../../bots/certificates.ts';
import { keptPacts } from '../../bots/partners.ts';
import type { Seat } from '../../engine/actors.ts';
import type { BotView } from '../../engine/bot-view.ts';
import type { Force } from '../match.ts';
import { scoreAt } from '../measures.ts';
import { MIXED } from './institutions.ts';
import { type Game, innovation, type Laboratory, over } from './laboratory.ts';
import type { Check, Prediction } from './prediction.ts';

/** Rounds in which command pays its office. */
const AT_FIRST = 2;

type Worth = (view: BotView, seat: Seat) => number;
const keepers: Worth = keptPacts;
const loners: Worth = (view, seat) => 0 - keptPacts(view, seat);

function checksIn(lab: Laboratory, commission: Seat, name: string, firms: readonly string[]): readonly Check[] {
  const certifying = (worth: Worth) => {
    const force: Force = (seat, _round, own, view) => {
      if (seat !== commission) return undefined;
      const seen = view();
      return withList(
        own(),
        certificates(seen, (firm) => worth(seen, firm)),
      );
    };
    return lab.population({ firms, bez: 'enable', force: () => force });
  };
  const score = (round?: number) => (game: Game) => scoreAt(game.final, commission, round);
  const command = lab.population({ firms, bez: 'command' });
  const enable = certifying(keepers);
  const unlisted = lab.population({ firms, bez: 'enable' });
  const mixed = firms === MIXED;
  const checks: Check[] = [
    {
      what: `${name}: command ÷ enable with a list, rounds 1 to ${AT_FIRST}`,
      figure: over(command, score(AT_FIRST)) / over(enable, score(AT_FIRST)),
      threshold: { atLeast: 1.1 },
    },
    {
      what: `${name}: enable with a list ÷ command, total`,
      figure: over(enable, score()) / over(command, score()),
      threshold: { atLeast: mixed ? 1 : 1.1 },
    },
    {
      what: `${name}: a list ÷ none, innovation`,
      figure: over(enable, innovation) / over(unlisted, innovation),
      threshold: { atLeast: 1.04 },
    },
  ];
  if (!mixed) return checks;
  const forLoners = certifying(loners);
  return [
    ...checks,
    {
      what: `${name}: certificates to those who keep pacts ÷ to loners, innovation`,
      figure: over(enable, innovation) / over(forLoners, innovation),
      threshold: { atLeast: 1.05 },
    },
    {
      what: `${name}: certificates to those who keep pacts ÷ to loners, total of the Commission`,
      figure: over(enable, score()) / over(forLoners, score()),
      threshold: { atLeast: 1.02 },
    },
  ];
}

const p19: Prediction = {
  id: 'P19',
  sentence: 'A commanding Commission gains at once and loses in the end; its certificates do most for those who share',
  check: (lab) => {
    const [commission] = lab.seatsOf('commission');
    if (commission === undefined) return [];
    return [
      ...checksIn(lab, commission, 'tit-for-tat', ['tit-for-tat']),
      ...checksIn(lab, commission, 'survival-first', ['survival-first']),
      ...checksIn(lab, commission, 'mixed', MIXED),
    ];
  },
};

export const commissions: readonly Prediction[] = [p19];
