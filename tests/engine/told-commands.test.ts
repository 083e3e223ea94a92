/** Every command at every moment of a district: what comes of it, or why it is refused. */
import { describe, test } from 'vitest';
import type { Action, Command, ContinueDistrict } from '../../shared/engine/commands.ts';
import { decide } from '../../shared/engine/decide.ts';
import type { DistrictEvent } from '../../shared/engine/events.ts';
import { evolve } from '../../shared/engine/evolve.ts';
import { canonicalHash } from '../../shared/engine/hash.ts';
import type { Deal, Plan } from '../../shared/engine/plans.ts';
import { isRefusal, type Refusal } from '../../shared/engine/refusals.ts';
import { planForAbsent } from '../../shared/engine/repeat-plan.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { trimmed } from '../../shared/engine/trim.ts';
import { expectTold, told } from '../support/told.ts';
import {
  act,
  BEZ,
  BUREAU,
  CLOCK,
  firmPlan,
  governmentPlan,
  inRound,
  leave,
  opening,
  PKU,
  SETTINGS,
  universityPlan,
  wish,
  withFirms,
  withPacts,
} from './support.ts';

const NOW = 100_000;

/** The state at an instant with time left in its phase. */
function advanced(state: DistrictState, steps = 1, by: Command['by'] = 'desk'): DistrictState {
  let next = state;
  for (let step = 0; step < steps; step += 1) next = act(next, { type: 'advancePhase' }, { at: NOW - 1_000, by }).state;
  return next;
}

function done(state: DistrictState, ...actions: readonly (readonly [seat: number | undefined, action: Action])[]) {
  return actions.reduce(
    (next, [seat, action]) =>
      act(next, action, seat === undefined ? { at: NOW, by: 'desk' } : { at: NOW, by: 'human', seat }).state,
    state,
  );
}

const founded = opening({ settings: CLOCK });
const lineage = { districtId: 'd1', seq: 2, hash: 'h', why: 'play-on' } as const;
const CONTINUE: ContinueDistrict = { type: 'continueDistrict', header: 'l', lineage, settings: SETTINGS };
const news = done(founded, [undefined, { type: 'openGame' }]);
const seated = done(
  news,
  [undefined, { type: 'assignSeat', seat: 0, control: 'human', player: 'p1' }],
  [undefined, { type: 'assignSeat', seat: 1, control: 'human', player: 'p2' }],
);
const plan = withPacts(advanced(seated), [0, 2], [0, PKU]);
const spoken = done(
  plan,
  [0, { type: 'say', text: 'Shall we?' }],
  [0, { type: 'makeOffer', kind: 'pact', to: 1, promise: 2 }],
  [0, { type: 'makeOffer', kind: 'share', to: 2, promise: 1 }],
  [0, { type: 'makeOffer', kind: 'plea', to: BUREAU, plea: 'noOrders' }],
  [3, { type: 'makeOffer', kind: 'buy', to: 0 }],
  [0, { type: 'answerOffer', offer: 5, accept: false }],
);
const all = plan.actors.map(({ seat }): [number, Action] => [
  seat,
  { type: 'filePlan', plan: planForAbsent(plan, seat) },
]);
const practising = done(founded, [undefined, { type: 'openPractice' }]);
const reveal = advanced(spoken);
const short = opening({ settings: CLOCK, parameters: { rounds: 1 } });

const MOMENTS: readonly (readonly [name: string, state: DistrictState])[] = [
  ['before the game', founded],
  ['practice news', practising],
  ['practice reveal', advanced(practising, 2)],
  ['after a practice', done(practising, [undefined, { type: 'endPractice' }])],
  ['news', seated],
  ['news that somebody has read', done(seated, [0, { type: 'signalReady' }])],
  [
    'news that everybody has read',
    done(seated, ...seated.actors.map(({ seat }): [number, Action] => [seat, { type: 'signalReady' }])),
  ],
  ['plan phase', plan],
  ['plan phase whose person is away', done(spoken, [undefined, { type: 'assignSeat', seat: 0, control: 'bot' }])],
  ['plan phase with all plans but one', done(plan, ...all.slice(1))],
  ['plan phase where reputations are public', { ...spoken, settings: { ...CLOCK, reputations: true } }],
  ['plan phase with offers', spoken],
  ['plan phase, paused', done(spoken, [undefined, { type: 'pauseClock' }])],
  ['plan phase, relaxed', done(spoken, [undefined, { type: 'extendClock', ms: 30_000, reason: 'relaxed' }])],
  [
    'plan phase, one person late for the second time',
    { ...plan, seats: plan.seats.map((each) => ({ ...each, missed: 1 })) },
  ],
  ['plan phase with a line taken down', done(spoken, [undefined, { type: 'takeDown', line: 1 }])],
  ['plan phase without talk or clock', { ...plan, clock: {}, settings: { ...SETTINGS, talk: false } }],
  [
    'plan phase with ready sentences, the first round by hand',
    { ...plan, settings: { ...CLOCK, sentences: true, byHand: 'firstRound' } },
  ],
  ['reveal', reveal],
  ['reveal of a hub that faltered', done(reveal, [undefined, { type: 'falter' }])],
  ['reveal that is made the last', done(reveal, [undefined, { type: 'makeLast', on: true }])],
  ['the last reveal there is', advanced(done(short, [undefined, { type: 'openGame' }]), 2)],
  ['the end', advanced(done(short, [undefined, { type: 'openGame' }]), 3)],
  ['a past that is about to be played on', done(reveal, [undefined, CONTINUE])],
];

const SEAT_ACTIONS: readonly (readonly [seat: number, action: Action])[] = [
  [0, { type: 'signalReady' }],
  [1, { type: 'signalReady' }],
  [12, { type: 'signalReady' }],
  [0, { type: 'filePlan', plan: firmPlan(3, 3) }],
  [4, { type: 'filePlan', plan: firmPlan(3, 3), cut: true }],
  [0, { type: 'say', text: 'Hello' }],
  [0, { type: 'say', text: 'Hello', to: 0 }],
  [0, { type: 'say', text: 'Hello', to: 1 }],
  [0, { type: 'say', text: '   ' }],
  [0, { type: 'say', words: 'a fingerprint', to: 3 }],
  [0, { type: 'sayReady', sentence: 'thanks' }],
  [0, { type: 'sayReady', sentence: 'thanks', to: 12 }],
  [0, { type: 'makeOffer', kind: 'pact', to: 1 }],
  [0, { type: 'makeOffer', kind: 'pact', to: 2 }],
  [0, { type: 'makeOffer', kind: 'pact', to: 3, promise: 0 }],
  [0, { type: 'makeOffer', kind: 'pact', to: 3, promise: 6 }],
  [0, { type: 'makeOffer', kind: 'pact', to: 3, promise: 6.1 }],
  [0, { type: 'makeOffer', kind: 'buy', to: 3, promise: 1 }],
  [0, { type: 'makeOffer', kind: 'buy', to: 3 }],
  [3, { type: 'makeOffer', kind: 'buy', to: 0 }],
  [0, { type: 'makeOffer', kind: 'sell', to: PKU }],
  [0, { type: 'makeOffer', kind: 'share', to: 2 }],
  [0, { type: 'makeOffer', kind: 'share', to: 2, promise: 3 }],
  [2, { type: 'makeOffer', kind: 'share', to: 0, promise: 3 }],
  [0, { type: 'makeOffer', kind: 'plea', to: BUREAU, plea: 'takeUsIn' }],
  [0, { type: 'makeOffer', kind: 'plea', to: BEZ, plea: 'certify' }],
  [0, { type: 'makeOffer', kind: 'plea', to: BEZ, plea: 'noOrders' }],
  [0, { type: 'makeOffer', kind: 'plea', to: PKU, plea: 'openLab' }],
  [0, { type: 'makeOffer', kind: 'plea', to: PKU, plea: 'loosen' }],
  [1, { type: 'makeOffer', kind: 'plea', to: PKU, plea: 'loosen' }],
  [BUREAU, { type: 'makeOffer', kind: 'plea', to: PKU, plea: 'openLab' }],
  [0, { type: 'makeOffer', kind: 'plea', to: 12, plea: 'makeLaw' }],
  [0, { type: 'makeOffer', kind: 'plea', to: BEZ }],
  [0, { type: 'makeOffer', kind: 'pact', to: 3, plea: 'makeLaw' }],
  [1, { type: 'answerOffer', offer: 2, accept: true }],
  [2, { type: 'answerOffer', offer: 2, accept: true }],
  [2, { type: 'answerOffer', offer: 3, accept: true }],
  [BUREAU, { type: 'answerOffer', offer: 4, accept: false }],
  [0, { type: 'answerOffer', offer: 5, accept: true }],
  [0, { type: 'withdrawOffer', offer: 2 }],
  [1, { type: 'withdrawOffer', offer: 2 }],
  [3, { type: 'withdrawOffer', offer: 5 }],
];

const DESK_ACTIONS: readonly Action[] = [
  { type: 'openGame' },
  { type: 'openPractice' },
  { type: 'endPractice' },
  { type: 'undo', to: 0 },
  { type: 'advancePhase' },
  { type: 'advancePhase', from: 'plan' },
  { type: 'closeRound' },
  { type: 'pauseClock' },
  { type: 'resumeClock' },
  { type: 'setTimes', newsMs: 1, planMs: 2, revealMs: 3 },
  { type: 'setTimes', newsMs: 1, planMs: 0, revealMs: 3 },
  { type: 'makeLast', on: true },
  { type: 'makeLast', on: false },
  { type: 'extendClock', ms: 10, reason: 'desk' },
  { type: 'extendClock', ms: 0, reason: 'relaxed' },
  { type: 'extendClock', ms: -1, reason: 'desk' },
  { type: 'assignSeat', seat: 0, control: 'bot' },
  { type: 'assignSeat', seat: 0, control: 'human', player: 'p1' },
  { type: 'assignSeat', seat: 0, control: 'human', player: 'p2' },
  { type: 'assignSeat', seat: 3, control: 'human', player: 'p2' },
  { type: 'assignSeat', seat: 12, control: 'bot' },
  { type: 'freeSeat', seat: 0 },
  { type: 'freeSeat', seat: 3 },
  { type: 'freeSeat', seat: -1 },
  { type: 'takeDown', line: 1 },
  { type: 'takeDown', line: 2 },
  { type: 'falter' },
  CONTINUE,
  { ...CONTINUE, parameters: { taxRate: 0.5, startCash: 3 } },
  { ...CONTINUE, parameters: { rounds: 3 } },
];

/** Long events are shortened to their type. */
function cameOf(answer: readonly DistrictEvent[] | Refusal): string {
  if (isRefusal(answer)) return `no, ${told(answer)}`;
  const events = answer.map((event) => {
    const { type, ...rest } = event;
    const line = told(rest);
    return line.length > 90 || line.includes('\n') ? type : `${type} ${line}`;
  });
  return events.length === 0 ? 'nothing' : events.join(', ');
}

function answersAt(state: DistrictState): readonly string[] {
  const filing: Action = { type: 'filePlan', plan: firmPlan(3, 3) };
  const tried: readonly Command[] = [
    ...DESK_ACTIONS.map((action): Command => ({ at: NOW, by: 'desk', action })),
    { at: NOW, by: 'system', action: { type: 'advancePhase' } },
    ...SEAT_ACTIONS.map(([seat, action]): Command => ({ at: NOW, by: 'human', seat, action })),
    { at: NOW, by: 'bot', seat: 0, action: filing },
    { at: NOW, by: 'desk', seat: 0, action: filing },
    { at: NOW + 89_000, by: 'human', seat: 0, action: filing },
    { at: NOW + 89_001, by: 'human', seat: 0, action: filing },
  ];
  const afterwards: DistrictState[] = [];
  const lines = tried.map((command) => {
    const { type, ...asked } = command.action;
    const answer = decide(state, command, () => plan);
    if (!isRefusal(answer)) afterwards.push(answer.reduce(evolve, state));
    const when = command.at === NOW ? '' : ` at ${command.at - NOW}`;
    const what = 'plan' in asked || 'header' in asked ? '' : ` ${told(asked)}`;
    return `${command.by} ${command.seat ?? ''}${when}: ${type}${what} → ${cameOf(answer)}`;
  });
  return [...lines, `all states after them: ${canonicalHash(afterwards)}`];
}

test('every command is answered as it was, whatever the moment', async () => {
  await expectTold('engine/commands', Object.fromEntries(MOMENTS.map(([name, state]) => [name, answersAt(state)])));
});

describe('plans', () => {
  const loan = { owed: 5, instalmentsLeft: 2 };
  const street = withFirms(withPacts(inRound(advanced(news), 6), [0, 1], [0, PKU]), {
    0: { loans: [loan, loan], ventureStakes: 2, foreignStakes: 1 },
    3: { owner: 2 },
    4: { owner: 2, forced: true },
    5: { cash: 2.9 },
  });
  const shares = (...each: readonly (readonly [to: number, points: number])[]) =>
    each.map(([to, points]) => ({ to, points }));
  const dealing = (deal: Deal): Plan => firmPlan(3, 3, [], deal);
  const PLANS: readonly Plan[] = [
    firmPlan(3, 3),
    firmPlan(3, 2.9),
    firmPlan(3, 3.1),
    firmPlan(-1, 7),
    firmPlan(3.05, 2.95),
    firmPlan(3, 2, shares([1, 1])),
    firmPlan(3, 1, shares([1, 1], [1, 1])),
    firmPlan(3, 1, shares([PKU, 1], [1, 1])),
    firmPlan(3, 3, shares([1, 0])),
    firmPlan(3, 3, shares([1, Number.NaN])),
    firmPlan(3, 4, shares([1, -1])),
    firmPlan(3, 2.95, shares([1, 0.05])),
    firmPlan(3, 2, shares([6, 1])),
    firmPlan(3, 2, shares([6, 1]), wish(6)),
    firmPlan(3, 2, shares([1, 1]), leave(1)),
    firmPlan(3, 2, shares([77, 1])),
    dealing(wish(7, 6, 7)),
    dealing(wish(1)),
    dealing(wish(0)),
    dealing(wish(BUREAU)),
    dealing(wish(77)),
    dealing(leave(1)),
    dealing(leave(6)),
    dealing(leave(77)),
    dealing({ kind: 'cooperate', wishes: [1], breaks: [1] }),
    dealing({ kind: 'buy', sellers: [7, 6, 6] }),
    dealing({ kind: 'buy', sellers: [3] }),
    dealing({ kind: 'buy', sellers: [2] }),
    dealing({ kind: 'buy', sellers: [PKU] }),
    dealing({ kind: 'buy', sellers: [-0] }),
    dealing({ kind: 'sell', buyer: 6 }),
    dealing({ kind: 'sell', buyer: 77 }),
    dealing({ kind: 'loan' }),
    dealing({ kind: 'venture' }),
    dealing({ kind: 'foreign' }),
    dealing({ kind: 'leave' }),
    universityPlan({ publish: 6 }),
    universityPlan({ publish: 5 }),
    universityPlan({ publish: 5, shelter: Number.NaN, open: 1 }),
    universityPlan({ publish: 3, outside: 1, shelter: 0.1 + 0.2, open: 0.7, shares: shares([0, 1]) }),
    universityPlan({ publish: 5, shares: shares([0, 1]), breaks: [0] }),
    universityPlan({ publish: 5, shares: shares([3, 1]), wishes: [3, 1, 3] }),
    universityPlan({ publish: 6, wishes: [0] }),
    universityPlan({ publish: 6, breaks: [1] }),
    governmentPlan(),
    governmentPlan({ law: 1, command: 2 }),
    governmentPlan({ law: 1, command: 2.1 }),
    governmentPlan({ law: -1 }),
    governmentPlan({ list: [7, 1] }),
    governmentPlan({ list: [7, 1, 1] }),
    governmentPlan({ list: [1, 2, 3, 4] }),
    governmentPlan({ list: [PKU] }),
    governmentPlan({ list: [77] }),
  ];

  const PLAN_KINDS = {
    firm: 'firm',
    university: 'university',
    bureau: 'government',
    commission: 'government',
  } as const;
  const SEATS = { firm: 0, 'poor firm': 5, head: 2, subsidiary: 4, university: PKU, bureau: BUREAU, commission: BEZ };

  function answerTo(seat: number, plan: Plan): string {
    const answer = decide(street, { at: NOW, by: 'human', seat, action: { type: 'filePlan', plan } });
    if (isRefusal(answer)) return `no, ${told(answer)}`;
    return `yes, ${told(answer.map((event) => (event.type === 'PlanFiled' ? Object.values(event.plan) : event)))}`;
  }

  test('are accepted in one form or refused with their reasons, whoever files them', async () => {
    const answers = Object.entries(SEATS).map(([name, seat]) => [
      name,
      PLANS.map((plan) => `${told(Object.values(plan))} → ${answerTo(seat, plan)}`),
    ]);
    await expectTold('engine/plans', Object.fromEntries(answers));
  });

  test('are cut to what is open, as a missed deadline and a played-on past cut them', async () => {
    const tight = { ...street, parameters: { ...street.parameters, listPlaces: 1, firstBudget: 2 } };
    const answers = Object.entries(SEATS).map(([name, seat]) => {
      const kind = PLAN_KINDS[tight.actors[seat]?.kind ?? 'firm'];
      const own = PLANS.filter((plan) => plan.kind === kind);
      return [
        name,
        own.map((plan) => `${told(Object.values(plan))} → ${told(Object.values(trimmed(tight, seat, plan)))}`),
      ];
    });
    await expectTold('engine/plans-cut', Object.fromEntries(answers));
  });
});
