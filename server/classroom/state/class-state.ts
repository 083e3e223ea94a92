/** A class as the fold of its events. */

import type { Seat } from '../../../shared/engine/actors.ts';
import type { DeskDone, DeskRole, Door, LinkRole } from '../../../shared/protocol/class-room.ts';
import type { Choice, QuestionId } from '../../../shared/protocol/comprehension.ts';
import type { Poll } from '../../../shared/protocol/polls.ts';
import type { ClassPhase, ClassStage, FinaleStep } from '../../../shared/protocol/stages.ts';
import type { ClassEvent, DistrictPlan, Expected, MirrorPlan, Placement, Wordless } from './events.ts';

export interface Player {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the token of the device admitted last. */
  readonly tokenHash: string;
  /** Index in the roster. */
  readonly entry?: number;
}

export type Opened = Omit<Extract<ClassEvent, { type: 'ClassOpened' }>, 'type'>;

export type Replaced = Omit<Extract<ClassEvent, { type: 'DistrictReplaced' }>, 'type'>;

export interface Reentry {
  readonly player: string;
  readonly expiresAt: number;
}
export interface Reflection {
  readonly id: string;
  readonly question: string;
  readonly districts: readonly number[];
  readonly paused: readonly number[];
  /** Numbers of the districts that are still reflecting. */
  readonly openIn: readonly number[];
  /** By player. */
  readonly answers: ReadonlyMap<string, string>;
}
export interface PollState {
  readonly id: string;
  readonly poll: Poll;
  readonly open: boolean;
  /** By player, in order of first answers. */
  readonly answers: ReadonlyMap<string, string>;
  readonly picked: readonly number[];
}
export type Predicted = Omit<Extract<ClassEvent, { type: 'PredictionMade' }>, 'type'>;
export interface Hand {
  readonly at: number;
  readonly text?: string;
}
export type Notice = Omit<Extract<ClassEvent, { type: 'MessageSent' }>, 'type'>;
export interface Act {
  readonly id: string;
  readonly at: number;
  readonly by: DeskRole;
  readonly action: Wordless;
  readonly done?: DeskDone;
}

export interface ClassState {
  readonly opened: Opened;
  readonly openedAt: number;
  readonly phase: ClassPhase;
  readonly stage: ClassStage;
  /** In order of joining, without removed people. */
  readonly players: readonly Player[];
  /** Including removed people, so that pseudonyms by order of joining never change. */
  readonly everyone: readonly Player[];
  readonly byToken: ReadonlyMap<string, Player>;
  readonly removedTokens: ReadonlySet<string>;
  /** Removed people with the hashes of their tokens, in order of removal. */
  readonly removed: ReadonlyMap<string, readonly string[]>;
  /** Erased people. */
  readonly erased: ReadonlySet<string>;
  /** Answers on research use, by player. */
  readonly consents: ReadonlyMap<string, boolean>;
  readonly links: ReadonlyMap<LinkRole, string>;
  /** Unused codes, by SHA-256. */
  readonly reentries: ReadonlyMap<string, Reentry>;
  /** Roster indices whose label's code no longer works, because the desk issued another. */
  readonly endedLabels: ReadonlySet<number>;
  readonly districts: readonly DistrictPlan[];
  /** Districts that went on from their last whole record after damage. */
  readonly replaced: readonly Replaced[];
  /** Treatments chosen at the desk, by district number. */
  readonly assigned: ReadonlyMap<number, string>;
  readonly wishes: ReadonlyMap<string, Placement>;
  /** Holders of seats in the past being played on, by id. */
  readonly expected: ReadonlyMap<string, Expected>;
  readonly placements: ReadonlyMap<string, Placement>;
  readonly mirrors: ReadonlyMap<string, Placement>;
  /** The latest of each person and round. */
  readonly mirrorPlans: readonly MirrorPlan[];
  /** District number by player. */
  readonly observers: ReadonlyMap<string, number>;
  /** First choices by player. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<QuestionId, Choice>>;
  /** By player. */
  readonly predictions: ReadonlyMap<string, Predicted>;
  readonly reflections: readonly Reflection[];
  readonly polls: readonly PollState[];
  readonly finale?: FinaleStep;
  readonly notices: readonly Notice[];
  /** By player, in the order in which they were raised. */
  readonly hands: ReadonlyMap<string, Hand>;
  readonly namesShown: boolean;
  /** Students may open their own district's debrief once it is over. */
  readonly debriefOpen: boolean;
  readonly door: Door;
  /** People muted in their districts. */
  readonly muted: ReadonlySet<string>;
  readonly allMuted: boolean;
  /** People who get more time in plan phases. */
  readonly relaxed: ReadonlySet<string>;
  /** Actions of the desk by request id, in order. */
  readonly acts: ReadonlyMap<string, Act>;
}

export function openedClass(opened: Opened, openedAt: number): ClassState {
  return {
    opened,
    openedAt,
    phase: 'gathering',
    stage: 'gathering',
    players: [],
    everyone: [],
    byToken: new Map(),
    removedTokens: new Set(),
    removed: new Map(),
    erased: new Set(),
    consents: new Map(),
    links: new Map(),
    reentries: new Map(),
    endedLabels: new Set(),
    districts: [],
    replaced: [],
    assigned: new Map(),
    wishes: new Map(),
    expected: new Map(),
    placements: new Map(),
    mirrors: new Map(),
    mirrorPlans: [],
    observers: new Map(),
    answers: new Map(),
    predictions: new Map(),
    reflections: [],
    polls: [],
    notices: [],
    hands: new Map(),
    namesShown: opened.showNames === true,
    debriefOpen: false,
    door: { open: true },
    muted: new Set(),
    allMuted: false,
    relaxed: new Set(),
    acts: new Map(),
  };
}

/** Whether homework is past its due time and refuses late play. */
export function isOverdue({ homework }: Opened, now: number): boolean {
  return homework?.late === 'refuse' && now > homework.due;
}

export function districtPlanOf({ districts }: ClassState, district: number): DistrictPlan | undefined {
  return districts.find(({ number }) => number === district);
}

/** Players by seat in a district. */
export function holdersIn(state: ClassState, district: number): ReadonlyMap<Seat, string> {
  return new Map(
    [...state.placements.values()].filter((at) => at.district === district).map(({ seat, player }) => [seat, player]),
  );
}

/** People without a place in a class that has districts. */
export function unplaced(state: ClassState): readonly string[] {
  if (state.phase !== 'playing') return [];
  return state.players.map(({ id }) => id).filter((id) => districtOf(state, id) === undefined);
}

/** The seat a person holds or mirrors. */
export function placeOf(state: ClassState, player: string): Placement | undefined {
  return state.placements.get(player) ?? state.mirrors.get(player);
}

/** The district in which a person sits, mirrors or watches. */
export function districtOf(state: ClassState, player: string): number | undefined {
  return placeOf(state, player)?.district ?? state.observers.get(player);
}
