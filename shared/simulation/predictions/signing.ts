/** P22: sharing in the signing year costs nothing. */
import { sharesOnSigning, withShareFor } from '../../bots/signing.ts';
import type { Seat } from '../../engine/actors.ts';
import { numberAt, partnersOf } from '../../engine/queries.ts';
import type { Force } from '../match.ts';
import { mean, scoreAt } from '../measures.ts';
import { STREET } from '../populations.ts';
import type { Laboratory } from './laboratory.ts';
import type { Prediction } from './prediction.ts';

/** A person in the deviant's seat, played by a careful policy. */
const STREET_WITH_A_PERSON = { firms: STREET, deviant: 'partner-choosing' } as const;

interface Signing {
  readonly atOnce: number;
  readonly inTheEnd: number;
  readonly trust: number;
}

/**
 * In round 1 the person and each bot that signs with it put a point into their pact. The control is the year as bots
 * play it.
 */
function signing(lab: Laboratory, seed: number): Signing | undefined {
  const person = lab.deviantOf(seed);
  const plain = lab.match(STREET_WITH_A_PERSON, seed);
  plain.playRound();
  const partners = partnersOf(plain.state.pacts, person).filter((seat) =>
    sharesOnSigning(plain.state.seats[seat]?.policy ?? ''),
  );
  const [first] = partners;
  if (first === undefined) return undefined;
  const shared = lab.match({ ...STREET_WITH_A_PERSON, force: () => sharingAtOnce(person, partners) }, seed);
  const gain = () => scoreAt(shared.state, person) - scoreAt(plain.state, person);
  shared.playRound();
  const atOnce = gain();
  const trust = numberAt(shared.state.trust, person * lab.roster.length + first);
  plain.playToEnd();
  shared.playToEnd();
  lab.settings.onGame?.();
  return { atOnce, inTheEnd: gain(), trust };
}

function sharingAtOnce(person: Seat, partners: readonly Seat[]): Force {
  return (seat, round, own) => {
    const others = seat === person ? partners : partners.includes(seat) ? [person] : [];
    const plan = own();
    return round === 1 && plan.kind !== 'government' ? others.reduce(withShareFor, plan) : plan;
  };
}

const p22: Prediction = {
  id: 'P22',
  sentence:
    'A person and a bot that share in the year they sign lose nothing by it, then or later, and trust each other',
  check: (lab) => {
    const signings = lab.seeds().flatMap((seed) => signing(lab, seed) ?? []);
    const over = (measure: (one: Signing) => number) => mean(signings.map(measure));
    return [
      {
        what: 'sharing less not, score after round 1',
        figure: over(({ atOnce }) => atOnce),
        threshold: { atLeast: -0.25 },
      },
      { what: 'sharing less not, final score', figure: over(({ inTheEnd }) => inTheEnd), threshold: { atLeast: 0 } },
      { what: 'trust after signing', figure: over(({ trust }) => trust), threshold: { atLeast: 0.4 } },
    ];
  },
};

export const signings: readonly Prediction[] = [p22];
