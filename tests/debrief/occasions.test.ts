/** The debrief's answer to a question without an occasion: recorded games with one thing removed. */
import { describe, expect, test } from 'vitest';
import { type Chronicle, chronicleOf } from '../../shared/debrief/chronicle.ts';
import { findingsOf, type Question } from '../../shared/debrief/findings.ts';
import type { ActorKind } from '../../shared/engine/actors.ts';
import type { RoundFlows } from '../../shared/engine/parts.ts';
import type { GovernmentPlan } from '../../shared/engine/plans.ts';
import { goldenLog } from '../support/golden.ts';

const street = chronicleOf(goldenLog('rules-3/street'));
const unplayed = chronicleOf({ ...street.log, records: [] });

const asked = (question: Question, chronicle: Chronicle) => findingsOf(chronicle)[question];
const nothing = { found: false, seats: [], values: {} };

function without(kinds: readonly ActorKind[]): Chronicle {
  const actors = street.final.actors.filter(({ kind }) => !kinds.includes(kind));
  return { ...street, final: { ...street.final, actors } };
}

/** The same change in every year. */
function withFlows(change: (flows: RoundFlows) => Partial<RoundFlows>): Chronicle {
  const rounds = street.rounds.map((played) => {
    const { flows } = played.after;
    return flows === undefined
      ? played
      : { ...played, after: { ...played.after, flows: { ...flows, ...change(flows) } } };
  });
  return { ...street, rounds };
}

describe('a game that was not begun', () => {
  test('answers no question, and says that the turn is still to come', () => {
    const found = Object.entries(findingsOf(unplayed)).filter(([question]) => question !== 'borders');
    const beforeTheTurn = { ...nothing, without: 'beforeTheTurn' };
    const idle = { ...nothing, without: 'idle' };
    for (const [question, finding] of found) {
      expect(finding, question).toMatchObject(
        question === 'bigTree' ? beforeTheTurn : question === 'commandLaw' ? idle : { found: false },
      );
    }
    expect(asked('whichFigure', unplayed)).toEqual(nothing);
    expect(asked('shelterCommons', unplayed)).toEqual(nothing);
    expect(asked('sellAgain', unplayed)).toEqual(nothing);
  });
});

describe('offices', () => {
  const plan: GovernmentPlan = { kind: 'government', command: 0, law: 0, reform: 0, fund: 0, training: 0 };
  const spending = (points: Partial<GovernmentPlan>): Chronicle => {
    const plans = street.final.actors.map(({ kind }) =>
      kind === 'bureau' ? ({ plan: { ...plan, ...points }, by: 'human' } as const) : undefined,
    );
    return { ...street, rounds: street.rounds.map((played) => ({ ...played, plans })) };
  };

  test('that are not there have neither commanded nor enabled', () => {
    expect(asked('commandLaw', without(['bureau', 'commission']))).toEqual(nothing);
    expect(asked('commandLaw', without(['bureau'])).found).toBe(true);
    expect(asked('commandLaw', without(['commission'])).found).toBe(true);
  });

  test('that spent nothing were idle; whatever is no command enables', () => {
    expect(asked('commandLaw', spending({}))).toEqual({ ...nothing, without: 'idle' });
    const spent = { command: 1, law: 0.5, reform: 0.25, fund: 0.125, training: 0.125 };
    const values = { command: street.rounds.length, enabling: street.rounds.length };
    expect(asked('commandLaw', spending(spent))).toMatchObject({ found: true, values });
  });
});

test('universities that are not there sheltered nobody', () => {
  expect(asked('shelterCommons', without(['university']))).toEqual(nothing);
  expect(asked('shelterCommons', street).found).toBe(true);
});

test('a street without the state’s firms and universities has no border to cross', () => {
  const actors = street.final.actors.map((actor) =>
    actor.kind === 'university' || actor.parent !== undefined ? ({ ...actor, kind: 'bureau' } as const) : actor,
  );
  const count = actors.filter(({ kind }) => kind === 'firm').length;
  expect(count).toBeGreaterThan(1);
  const samePossible = (count * (count - 1)) / 2;
  expect(asked('borders', { ...street, final: { ...street.final, actors } })).toMatchObject({
    found: false,
    values: { acrossPossible: 0, samePossible },
  });
});

test('where all are in debt there is nobody to compare with, and where nobody is there is nothing to say', () => {
  const owing = (points: number) => withFlows(({ debtService }) => ({ debtService: debtService.map(() => points) }));
  expect(asked('loans', owing(1))).toEqual({ ...nothing, without: 'allInDebt' });
  expect(asked('loans', owing(0))).toEqual(nothing);
  expect(asked('loans', street).found).toBe(true);
});
