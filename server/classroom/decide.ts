/** A class's own decisions: events to record, or a refusal. Pure. */
import { checkPlan } from '../../shared/engine/check-plan.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import type { DeskDone, DeskRequestAction, DeskRole, DistrictRequestAction } from '../../shared/protocol/class-room.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import type { ActRequest } from '../../shared/protocol/wire.ts';
import { fingerprint } from '../access/secrets.ts';
import type { DistrictStage } from '../district/pace.ts';
import { closePoll, openPoll, pickWords } from './asked/polls.ts';
import { cleanText } from './asked/text.ts';
import { cleanName } from './people/names.ts';
import { seatClass } from './seats/places.ts';
import { type ClassState, districtPlanOf } from './state/class-state.ts';
import type { ClassEvent, Placement } from './state/events.ts';

type Of<Type extends DeskRequestAction['type']> = Extract<DeskRequestAction, { type: Type }>;

/** Actions for districts, recorded under the request's id in their logs. */
export type DistrictDeskAction =
  | Exclude<DistrictRequestAction, Of<'message'>>
  | Of<'handToBot' | 'handBack' | 'stepFinale' | 'takeDown'>;
/** Actions for the class alone. */
export type ClassDeskAction = Exclude<DeskRequestAction, DistrictDeskAction>;

/** The request's sender, time and random values. */
export interface DecisionContext {
  readonly at: number;
  readonly by: DeskRole;
  readonly messageId: string;
  readonly pollId: string;
  readonly reentryCode: string;
  readonly link: string;
  readonly isOnline: (player: string) => boolean;
}

export interface ClassDecision {
  readonly events: readonly ClassEvent[];
  /** The answer, recorded with the events. */
  readonly done?: DeskDone;
  /** An answer for the sender alone, never recorded. */
  readonly secret?: DeskDone;
  /** The action has no effect and is not recorded. */
  readonly already?: true;
  /** Districts must follow; `opened`: the action counts only once they could. */
  readonly follow?: 'soon' | 'opened';
}

const REENTRY_LASTS_MS = 10 * 60_000;
const ALREADY: ClassDecision = { events: [], already: true };

export function decideDesk(
  state: ClassState,
  action: ClassDeskAction,
  asking: DecisionContext,
): ClassDecision | WireRefusal {
  switch (action.type) {
    case 'seatClass':
    case 'startPractice':
    case 'startClass':
      return decideStage(state, action.type, asking);
    case 'endClass':
      return { events: [{ type: 'ClassEnded' }] };
    case 'message':
      return decideMessage(state, action, asking);
    case 'answerHand':
      return decideHand(state, action, asking);
    case 'move':
      return decideMove(state, action);
    case 'assignTreatment':
      return decideTreatment(state, action);
    case 'removeMany':
      return removing(action.players.filter((player) => isHere(state, player)));
    case 'removeAbsent':
      return removing(state.players.map(({ id }) => id).filter((player) => !asking.isOnline(player)));
    case 'setDoor': {
      const { type: _, ...door } = action;
      return { events: [{ type: 'DoorSet', ...door }] };
    }
    case 'showNames':
      return { events: [{ type: 'NamesShown', on: action.on }] };
    case 'openDebrief':
      return { events: [{ type: 'DebriefOpened', on: action.on }] };
    case 'issueLink': {
      if (asking.by !== 'instructor') return { refused: 'instructor-only' };
      const { link } = asking;
      return { events: [{ type: 'LinkIssued', to: action.to, hash: fingerprint(link) }], secret: { link } };
    }
    case 'openPoll':
      return recorded(openPoll(state, asking.pollId, action.poll));
    case 'closePoll':
      return recorded(closePoll(state, action.poll));
    case 'pickWords':
      return recorded(pickWords(state, action.poll, action.picked));
    case 'letBackIn':
      return decideLetBackIn(state, action.player);
    case 'mute': {
      const { type: _, ...whom } = action;
      if (whom.player !== undefined && !isHere(state, whom.player)) return { refused: 'no-such-player' };
      return { events: [{ type: 'TalkMuted', ...whom }] };
    }
    case 'rename':
      return decideRename(state, action);
    case 'relax':
    case 'remove':
    case 'issueReentry':
      return isHere(state, action.player) ? decidePerson(action, asking) : { refused: 'no-such-player' };
  }
}

function recorded(events: readonly ClassEvent[] | WireRefusal): ClassDecision | WireRefusal {
  return 'refused' in events ? events : { events };
}

function decidePerson(
  action: Of<'relax' | 'remove' | 'issueReentry'>,
  { at, reentryCode: code }: DecisionContext,
): ClassDecision {
  const { player } = action;
  if (action.type === 'relax') {
    return { events: [{ type: 'TimeRelaxed', player, on: action.on }], follow: 'soon' };
  }
  if (action.type === 'remove') return removing([player]);
  const expiresAt = at + REENTRY_LASTS_MS;
  return {
    events: [{ type: 'ReentryIssued', player, codeHash: fingerprint(code), expiresAt }],
    secret: { reentry: { code, expiresAt } },
  };
}

function decideRename(state: ClassState, { player, name: raw }: Of<'rename'>): ClassDecision | WireRefusal {
  if (!isHere(state, player)) return { refused: 'no-such-player' };
  const name = cleanName(raw, LIMITS.labelLength);
  return typeof name === 'string' ? { events: [{ type: 'PlayerRenamed', player, name }] } : name;
}

function decideLetBackIn(state: ClassState, player: string): ClassDecision | WireRefusal {
  if (isHere(state, player)) return ALREADY;
  if (!state.removed.has(player)) return { refused: 'no-such-player' };
  if (state.players.length >= LIMITS.people) return { refused: 'class-full' };
  return { events: [{ type: 'PlayerReadmitted', player }] };
}

function removing(players: readonly string[]): ClassDecision {
  return { events: players.map((player) => ({ type: 'PlayerRemoved', player })), follow: 'soon' };
}

/** Events that begin each stage. */
const BEGAN = {
  briefing: 'ClassSeated',
  practice: 'PracticeStarted',
  game: 'ClassStarted',
} as const satisfies Readonly<Record<DistrictStage, ClassEvent['type']>>;

/**
 * Events that bring a class to a stage, dealing seats to people online if nobody has one. Empty if the class is there
 * already. `at` places people instead.
 */
export function stageEvents(
  state: ClassState,
  stage: DistrictStage,
  isOnline: (player: string) => boolean,
  at?: readonly Placement[],
): readonly ClassEvent[] {
  if (state.stage === stage) return [];
  const seated = state.stage === 'gathering' ? seatClass(state, isOnline, at) : [];
  return [...seated, { type: BEGAN[stage] }];
}

const STAGES = { seatClass: 'briefing', startPractice: 'practice', startClass: 'game' } as const;

function decideStage(
  state: ClassState,
  type: keyof typeof STAGES,
  { isOnline }: DecisionContext,
): ClassDecision | WireRefusal {
  const wanted = STAGES[type];
  if (state.stage === wanted) return ALREADY;
  if (wanted === 'briefing' && state.stage !== 'gathering') return { refused: 'already-seated' };
  const late = state.stage === 'game' || state.opened.playsOn !== undefined;
  if (wanted === 'practice' && late) return { refused: 'wrong-phase' };
  return { events: stageEvents(state, wanted, isOnline), follow: 'opened' };
}

function decideMessage(
  state: ClassState,
  action: Of<'message'>,
  { at, messageId: id }: DecisionContext,
): ClassDecision | WireRefusal {
  const text = cleanText(action.text);
  if (typeof text !== 'string') return text;
  const notice = { type: 'MessageSent', id, text, at } as const;
  const { player, district, districts } = action;
  if (player !== undefined) {
    return isHere(state, player) ? { events: [{ ...notice, player }] } : { refused: 'no-such-player' };
  }
  if (district === undefined && districts === undefined) return { events: [notice] };
  const meant = targetDistricts(state, action);
  return 'refused' in meant ? meant : { events: [{ ...notice, districts: meant }] };
}

/** Accepts a hand that is already down: another desk was faster, and the text is still for that person. */
function decideHand(state: ClassState, action: Of<'answerHand'>, asking: DecisionContext): ClassDecision | WireRefusal {
  const { player, text } = action;
  if (!isHere(state, player)) return { refused: 'no-such-player' };
  const down = state.hands.has(player) ? [{ type: 'HandAnswered', player, by: 'desk' } as const] : [];
  if (text === undefined) return { events: down };
  const said = decideMessage(state, { type: 'message', player, text }, asking);
  return 'refused' in said ? said : { events: [...said.events, ...down] };
}

/** Moves to a free seat, or swaps with its holder; while people gather it records a wish. */
function decideMove(state: ClassState, { player, district, seat }: Of<'move'>): ClassDecision | WireRefusal {
  if (!isHere(state, player)) return { refused: 'no-such-player' };
  if (seat >= state.opened.seatsPerDistrict) return { refused: 'unknown-seat' };
  const gathering = state.districts.length === 0;
  if (!gathering && districtPlanOf(state, district) === undefined) return { refused: 'no-such-district' };
  const places = gathering ? state.wishes : state.placements;
  const from = places.get(player);
  const holder = [...places.values()].find((at) => at.district === district && at.seat === seat);
  if (holder?.player === player) return { events: [], done: { moved: { player } } };
  if (holder !== undefined && from === undefined && !gathering) return { refused: 'seat-taken' };
  const type = gathering ? 'PlaceWished' : 'PlayerSeated';
  const moves: Placement[] = [{ player, district, seat }];
  if (holder !== undefined && from !== undefined) {
    moves.unshift({ player: holder.player, district: from.district, seat: from.seat });
  }
  const moved = holder === undefined ? { player } : { player, swappedWith: holder.player };
  const decided: ClassDecision = { events: moves.map((move) => ({ type, ...move }) as const), done: { moved } };
  return gathering ? decided : { ...decided, follow: 'soon' };
}

function decideTreatment(
  { districts, opened }: ClassState,
  { district, treatment }: Of<'assignTreatment'>,
): ClassDecision | WireRefusal {
  if (districts.length > 0) return { refused: 'already-seated' };
  const known = opened.treatments?.some(({ name }) => name === treatment) === true;
  return known ? { events: [{ type: 'TreatmentAssigned', district, treatment }] } : { refused: 'no-such-treatment' };
}

/** Records a mirror's plan without carrying it out. `districtOf`: the state of a district, if it is open. */
export function decideMirrorPlan(
  state: ClassState,
  player: string,
  { round, practice, action }: ActRequest,
  districtOf: (number: number) => DistrictState | undefined,
): ClassEvent | WireRefusal {
  const mirrored = state.mirrors.get(player);
  const district = mirrored === undefined ? undefined : districtOf(mirrored.district);
  if (mirrored === undefined || district === undefined) return { refused: 'not-your-seat' };
  if (action.type !== 'filePlan') return { refused: 'mirror-plans-only' };
  const practised = practice === true && district.practice === undefined;
  if (round !== district.round || district.phase !== 'plan' || practised) return { refused: 'too-late' };
  // The class has begun its game and the district follows in a moment, so its practice no longer counts.
  if (district.practice !== undefined && state.stage === 'game') return { refused: 'too-late' };
  const plan = checkPlan(district, mirrored.seat, action.plan);
  return isRefusal(plan) ? plan : { type: 'MirrorPlanned', ...mirrored, round, plan };
}

export function isHere(state: ClassState, player: string): boolean {
  return state.players.some(({ id }) => id === player);
}

/** Numbers of the target districts; refuses unknown ones, and a class without districts. */
export function targetDistricts(
  state: ClassState,
  { district, districts }: Pick<Of<'freeze'>, 'district' | 'districts'>,
): readonly number[] | WireRefusal {
  const there = state.districts.map(({ number }) => number);
  if (there.length === 0) return { refused: 'class-not-started' };
  const meant = districts ?? (district === undefined ? there : [district]);
  return meant.every((number) => there.includes(number)) ? [...new Set(meant)] : { refused: 'no-such-district' };
}
