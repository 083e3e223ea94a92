/** In the signing year a bot shares with a person, once, from what it can spare. */
import { describe, expect, test } from 'vitest';
import { signed } from '../../shared/bots/index.ts';
import { checkPlan } from '../../shared/engine/check-plan.ts';
import type { Action } from '../../shared/engine/commands.ts';
import type { FirmPlan, Plan, UniversityPlan } from '../../shared/engine/plans.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { Match } from '../../shared/simulation/match.ts';

const PERSON = 0;
const BOT = 4;
const LAB = 8;

/** A person in seat 0 and a bot in seat 4 or 8 agree on a pact this round. */
function agreed(options: { readonly round?: number; readonly bot?: number; readonly accept?: boolean } = {}): Match {
  const { round = 1, bot = BOT, accept = true } = options;
  const policies = zhongguancun.roster.map(({ kind }) =>
    kind === 'firm' ? 'solo' : kind === 'university' ? 'publish' : 'idle',
  );
  const match = new Match({ scenario: zhongguancun, seed: 1, policies });
  const desk = (action: Action) => match.take({ at: 0, by: 'desk', action });
  desk({ type: 'assignSeat', seat: PERSON, control: 'human', player: 'player-0' });
  for (let past = 1; past < round; past++) match.playRound();
  desk({ type: 'advancePhase' });
  match.take({ at: 0, by: 'bot', seat: bot, action: { type: 'makeOffer', kind: 'pact', to: PERSON } });
  const { id } = match.state.offers[0] ?? { id: 0 };
  match.take({ at: 0, by: 'human', seat: PERSON, action: { type: 'answerOffer', offer: id, accept } });
  return match;
}

const firm = (trade: number, research: number, wishes: readonly number[] = [PERSON]): FirmPlan => ({
  kind: 'firm',
  trade,
  research,
  shares: [],
  deal: { kind: 'cooperate', wishes, breaks: [] },
});
const again = (match: Match, plan: Plan, policy = 'tit-for-tat', bot = BOT) =>
  signed(viewFor(match.state, bot), plan, policy);

describe('a bot that has agreed on a pact with a person', () => {
  test('gives up to a point of its research, else of the trade above two', () => {
    const match = agreed();
    const shares = [{ to: PERSON, points: 1 }];
    expect(again(match, firm(2, 4))).toEqual({ ...firm(2, 3), shares });
    expect(again(match, firm(5.5, 0.5))).toEqual({ ...firm(5, 0), shares });
    expect(again(match, firm(2.4, 0))).toEqual({ ...firm(2, 0), shares: [{ to: PERSON, points: 0.4 }] });
    expect(again(match, firm(2, 0))).toBeUndefined();
  });

  test('files a plan the rules take, and files it once', () => {
    const match = agreed();
    const plan = again(match, firm(2, 4));
    if (plan === undefined) throw new Error('nothing was shared');
    expect(checkPlan(match.state, BOT, plan)).toEqual(plan);
    expect(again(match, plan)).toBeUndefined();
  });

  test('takes a university’s point from its papers', () => {
    const papers: UniversityPlan = {
      kind: 'university',
      publish: 3,
      outside: 0,
      shelter: 0,
      open: 3,
      shares: [],
      wishes: [PERSON],
      breaks: [],
    };
    const plan = again(agreed({ bot: LAB }), papers, 'open', LAB);
    expect(plan).toEqual({ ...papers, publish: 2, shares: [{ to: PERSON, points: 1 }] });
  });

  test('gives nothing without a yes, to a bot, or where its plan wishes for somebody else', () => {
    expect(again(agreed({ accept: false }), firm(2, 4))).toBeUndefined();
    expect(again(agreed(), firm(2, 4, [1]))).toBeUndefined();
    const match = agreed();
    match.take({ at: 0, by: 'desk', action: { type: 'assignSeat', seat: PERSON, control: 'bot' } });
    expect(again(match, firm(2, 4))).toBeUndefined();
  });

  test.each(['opportunist', 'opportunist-with-foreign', 'trader', 'trader-with-loans', 'trader-with-capital'])(
    'gives nothing if it is %s',
    (policy) => {
      expect(again(agreed(), firm(2, 4), policy)).toBeUndefined();
    },
  );

  test('gives from round 3 on only to those it trusts more than strangers', () => {
    const match = agreed({ round: 3 });
    expect(again(match, firm(2, 4))).toBeUndefined();
    const view = viewFor(match.state, BOT);
    const trusting = { ...view, trust: view.trust.map((trust, seat) => (seat === PERSON ? 0.41 : trust)) };
    expect(signed(trusting, firm(2, 4), 'tit-for-tat')).toBeDefined();
  });

  test('gives nothing for signing again what was broken the year before', () => {
    const match = agreed({ round: 2 });
    const view = viewFor(match.state, BOT);
    expect(signed(view, firm(2, 4), 'tit-for-tat')).toBeDefined();
    const generous = { ...view, given: view.given.map((given, seat) => (seat === PERSON ? 1 : given)) };
    expect(signed(generous, firm(2, 4), 'tit-for-tat')).toBeUndefined();
  });
});
