/** A class as the fold of its events. */

import type { Seat } from '../../shared/engine/actors.ts';
import type { DeskDone, Door, LinkRole } from '../../shared/protocol/class-room.ts';
import type { Choice, QuestionId } from '../../shared/protocol/comprehension.ts';
import type { Poll } from '../../shared/protocol/polls.ts';
import type { ClassPhase, ClassStage, FinaleStep } from '../../shared/protocol/stages.ts';
import type { DeskRole } from '../access/visitor.ts';
import type { ClassEvent, DistrictPlan, Expected, MirrorPlan, Placement, Wordless } from './events.ts';

export interface Player {
  readonly id: string;
  readonly name: string;
  /** Hash of the token of the device last admitted. */
  readonly tokenHash: string;
  /** Place in the roster. */
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
  /** Those of these districts that still think about it. */
  readonly openIn: readonly number[];
  /** By player. */
  readonly answers: ReadonlyMap<string, string>;
}
export interface PollState {
  readonly id: string;
  readonly poll: Poll;
  readonly open: boolean;
  /** By player, in the order of their first. */
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
  /** In the order they joined; without those removed. */
  readonly players: readonly Player[];
  /** With those removed, so that a pseudonym by order of joining never changes. */
  readonly everyone: readonly Player[];
  readonly byToken: ReadonlyMap<string, Player>;
  readonly removedTokens: ReadonlySet<string>;
  /** With the tokens they had, in the order they were removed. */
  readonly removed: ReadonlyMap<string, readonly string[]>;
  /** People of whom nothing is kept any more. */
  readonly erased: ReadonlySet<string>;
  /** Whether one's part may be used for research, by player. */
  readonly consents: ReadonlyMap<string, boolean>;
  readonly links: ReadonlyMap<LinkRole, string>;
  /** By the code's SHA-256; used ones are gone. */
  readonly reentries: ReadonlyMap<string, Reentry>;
  /** Places in the roster whose label opens nothing any more: the desk gave that person a code. */
  readonly endedLabels: ReadonlySet<number>;
  readonly districts: readonly DistrictPlan[];
  /** Districts that went on from their last whole record, since the lines after it were damaged. */
  readonly replaced: readonly Replaced[];
  /** By district number, as the desk assigned them. */
  readonly assigned: ReadonlyMap<number, string>;
  readonly wishes: ReadonlyMap<string, Placement>;
  /** Who held a seat in what is played on, by their id. */
  readonly expected: ReadonlyMap<string, Expected>;
  readonly placements: ReadonlyMap<string, Placement>;
  readonly mirrors: ReadonlyMap<string, Placement>;
  /** The last of each person and round. */
  readonly mirrorPlans: readonly MirrorPlan[];
  /** District numbers. */
  readonly observers: ReadonlyMap<string, number>;
  /** First choices, by player. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<QuestionId, Choice>>;
  /** By player. */
  readonly predictions: ReadonlyMap<string, Predicted>;
  readonly reflections: readonly Reflection[];
  readonly polls: readonly PollState[];
  readonly finale?: FinaleStep;
  readonly notices: readonly Notice[];
  /** By player, in the order they were raised. */
  readonly hands: ReadonlyMap<string, Hand>;
  readonly namesShown: boolean;
  /** Students may open the debrief of their own district once it is over. */
  readonly debriefOpen: boolean;
  readonly door: Door;
  /** People who may say nothing in their districts. */
  readonly muted: ReadonlySet<string>;
  readonly allMuted: boolean;
  /** People whom a plan phase gives more time. */
  readonly relaxed: ReadonlySet<string>;
  /** What the desk asked for, by id, in order. */
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

/** Seats people hold in a district, and who. */
export function holdersIn(state: ClassState, district: number): ReadonlyMap<Seat, string> {
  return new Map(
    [...state.placements.values()].filter((at) => at.district === district).map(({ seat, player }) => [seat, player]),
  );
}

/** People without a place in a class that has its districts. */
export function unplaced(state: ClassState): readonly string[] {
  if (state.phase !== 'playing') return [];
  return state.players.map(({ id }) => id).filter((id) => districtOf(state, id) === undefined);
}

/** District a person sits in, mirrors in or watches. */
export function districtOf(state: ClassState, player: string): number | undefined {
  return state.placements.get(player)?.district ?? state.mirrors.get(player)?.district ?? state.observers.get(player);
}
