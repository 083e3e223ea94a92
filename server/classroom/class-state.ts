/** A class as the fold of its events. */

import type { Seat } from '../../shared/engine/actors.ts';
import { given } from '../../shared/engine/given.ts';
import type { DeskDone, Door, LinkRole } from '../../shared/protocol/class-room.ts';
import type { Choice, QuestionId } from '../../shared/protocol/comprehension.ts';
import type { Poll } from '../../shared/protocol/polls.ts';
import type { ClassPhase, ClassStage, FinaleStep } from '../../shared/protocol/stages.ts';
import type { DeskRole } from '../access/visitor.ts';
import type { ClassEvent, DistrictPlan, Expected, MirrorPlan, Placement, Wordless } from './events.ts';

export interface Player {
  readonly id: string;
  readonly name: string;
  /** Of the device last admitted. */
  readonly tokenHash: string;
  /** Place in the roster. */
  readonly entry?: number;
}

export type Opened = Omit<Extract<ClassEvent, { type: 'ClassOpened' }>, 'type'>;

export interface Reentry {
  readonly player: string;
  readonly expiresAt: number;
}
export interface Reflection {
  readonly id: string;
  readonly question: string;
  readonly districts: readonly number[];
  readonly paused: readonly number[];
  /** Of these districts, those that still think about it. */
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
  /** Of whom nothing is kept any more. */
  readonly erased: ReadonlySet<string>;
  /** Whether one's part may be used for research, by player. */
  readonly consents: ReadonlyMap<string, boolean>;
  readonly links: ReadonlyMap<LinkRole, string>;
  /** By the code's SHA-256; used ones are gone. */
  readonly reentries: ReadonlyMap<string, Reentry>;
  /** Places in the roster whose label opens nothing any more: the desk gave that person a code. */
  readonly endedLabels: ReadonlySet<number>;
  readonly districts: readonly DistrictPlan[];
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

export function evolveClass(state: ClassState, event: ClassEvent): ClassState {
  switch (event.type) {
    case 'ClassOpened':
      return state;
    case 'MirrorPlanned': {
      const { type: _, ...planned } = event;
      const { player, round } = event;
      const others = state.mirrorPlans.filter((other) => other.player !== player || other.round !== round);
      return { ...state, mirrorPlans: [...others, planned] };
    }
    case 'LinkIssued':
      return { ...state, links: new Map(state.links).set(event.to, event.hash) };
    case 'PlayerJoined':
      return withPlayer(state, event);
    case 'PlayerExpected': {
      const { type: _, ...expected } = event;
      return { ...state, expected: new Map(state.expected).set(event.player, expected) };
    }
    case 'TokenAdded':
      return withToken(state, event.player, event.tokenHash, event.replaces);
    case 'PlayerRemoved':
      return withoutPlayer(state, event.player);
    case 'PersonErased':
      return withErased(state, event.player);
    case 'PlayerReadmitted':
      return withReadmitted(state, event.player);
    case 'PlayerRenamed':
      return withName(state, event.player, event.name);
    case 'ReentryIssued': {
      const { player, expiresAt, codeHash } = event;
      const entry = state.players.find(({ id }) => id === player)?.entry;
      const endedLabels =
        entry === undefined || event.own === true ? state.endedLabels : new Set([...state.endedLabels, entry]);
      return { ...state, reentries: new Map(state.reentries).set(codeHash, { player, expiresAt }), endedLabels };
    }
    case 'ReentryUsed':
      return { ...state, reentries: without(state.reentries, event.codeHash) };
    case 'TreatmentAssigned':
      return { ...state, assigned: new Map(state.assigned).set(event.district, event.treatment) };
    case 'PlaceWished': {
      const { player, district, seat } = event;
      const others = [...state.wishes].filter(([, at]) => at.district !== district || at.seat !== seat);
      return { ...state, wishes: new Map(others).set(player, { player, district, seat }) };
    }
    case 'ClassSeated':
      return { ...state, phase: 'playing', stage: 'briefing' };
    case 'PracticeStarted':
      return { ...state, phase: 'playing', stage: 'practice' };
    case 'ClassStarted':
      // What mirrors planned before was practice: its round has the number of the game's first.
      return { ...state, phase: 'playing', stage: 'game', mirrorPlans: [] };
    case 'ClassEnded':
      return { ...state, phase: 'ended', stage: 'ended' };
    case 'DistrictPlanned':
      return { ...state, districts: [...state.districts, event.district] };
    case 'PlayerSeated':
    case 'PlayerMirrors':
    case 'PlayerObserves':
      return placed(state, event);
    case 'QuestionAnswered': {
      const { player, question, choice } = event;
      const given = new Map(state.answers.get(player)).set(question, choice);
      return { ...state, answers: new Map(state.answers).set(player, given) };
    }
    case 'PredictionMade': {
      const { type: _, ...predicted } = event;
      return { ...state, predictions: new Map(state.predictions).set(event.player, predicted) };
    }
    case 'ReflectionOpened': {
      const { id, question, districts, paused } = event;
      const reflection = { id, question, districts, paused, openIn: districts, answers: new Map<string, string>() };
      return { ...state, reflections: [...state.reflections, reflection] };
    }
    case 'ReflectionAnswered':
      return withReflection(state, event.reflection, (reflection) => ({
        ...reflection,
        answers: new Map(reflection.answers).set(event.player, event.text),
      }));
    case 'ReflectionClosed':
      return withReflection(state, event.id, (reflection) => {
        const { openIn } = reflection;
        const closed = event.districts ?? openIn;
        return { ...reflection, openIn: openIn.filter((district) => !closed.includes(district)) };
      });
    case 'FinaleStepped':
      return { ...state, finale: event.to };
    case 'PollOpened': {
      const { id, poll } = event;
      return { ...state, polls: [...state.polls, { id, poll, open: true, answers: new Map(), picked: [] }] };
    }
    case 'PollAnswered': {
      const { player, answer } = event;
      return withPoll(state, event.id, (poll) => ({ ...poll, answers: new Map(poll.answers).set(player, answer) }));
    }
    case 'PollClosed':
      return withPoll(state, event.id, (poll) => ({ ...poll, open: false }));
    case 'WordsPicked':
      return withPoll(state, event.id, (poll) => ({ ...poll, picked: event.picked }));
    case 'MessageSent': {
      const { type: _, ...notice } = event;
      return { ...state, notices: [...state.notices, notice] };
    }
    case 'HandRaised': {
      const { type: _, player, ...hand } = event;
      return { ...state, hands: new Map(state.hands).set(player, hand) };
    }
    case 'HandAnswered':
      return { ...state, hands: without(state.hands, event.player) };
    case 'ConsentSaid':
      return { ...state, consents: new Map(state.consents).set(event.player, event.research) };
    case 'NamesShown':
      return { ...state, namesShown: event.on };
    case 'DebriefOpened':
      return { ...state, debriefOpen: event.on };
    case 'DoorSet': {
      const { type: _, ...door } = event;
      return { ...state, door };
    }
    case 'TalkMuted': {
      const { player, on } = event;
      if (player === undefined) return { ...state, allMuted: on };
      return { ...state, muted: on ? new Set([...state.muted, player]) : lacking(state.muted, player) };
    }
    case 'TimeRelaxed': {
      const { player, on } = event;
      const relaxed = on ? new Set([...state.relaxed, player]) : lacking(state.relaxed, player);
      return { ...state, relaxed };
    }
    case 'DeskActed': {
      const { type: _, ...act } = event;
      return { ...state, acts: new Map(state.acts).set(act.id, act) };
    }
  }
}

function withPlayer(state: ClassState, event: Extract<ClassEvent, { type: 'PlayerJoined' }>): ClassState {
  const { player: id, name, tokenHash, entry } = event;
  const player: Player = { id, name, tokenHash, ...given({ entry }) };
  return {
    ...state,
    players: [...state.players, player],
    everyone: [...state.everyone, player],
    byToken: new Map(state.byToken).set(tokenHash, player),
    removedTokens: lacking(state.removedTokens, tokenHash),
  };
}

function withToken(state: ClassState, id: string, tokenHash: string, replaces: boolean): ClassState {
  const known = state.players.find((player) => player.id === id);
  if (known === undefined) return state;
  const player = { ...known, tokenHash };
  const others = [...state.byToken].flatMap(([hash, owner]): readonly (readonly [string, Player])[] => {
    if (owner.id !== id) return [[hash, owner]];
    return replaces ? [] : [[hash, player]];
  });
  return {
    ...state,
    players: state.players.map((each) => (each.id === id ? player : each)),
    byToken: new Map(others).set(tokenHash, player),
    removedTokens: lacking(state.removedTokens, tokenHash),
  };
}

function withoutPlayer(state: ClassState, id: string): ClassState {
  const tokens = [...state.byToken].flatMap(([hash, owner]) => (owner.id === id ? [hash] : []));
  return {
    ...state,
    players: state.players.filter((player) => player.id !== id),
    byToken: new Map([...state.byToken].filter(([, owner]) => owner.id !== id)),
    removedTokens: new Set([...state.removedTokens, ...tokens]),
    removed: new Map(state.removed).set(id, tokens),
    reentries: new Map([...state.reentries].filter(([, { player }]) => player !== id)),
    wishes: without(state.wishes, id),
    placements: without(state.placements, id),
    mirrors: without(state.mirrors, id),
    observers: without(state.observers, id),
    relaxed: lacking(state.relaxed, id),
    hands: without(state.hands, id),
  };
}

/** As if nothing had been said. Who sat where stays: the districts' records say so under the opaque id. */
function withErased(state: ClassState, id: string): ClassState {
  const { opened, ...rest } = withName(withoutPlayer(withoutWords(state, id), id), id, '');
  const entry = state.everyone.find((player) => player.id === id)?.entry;
  const roster = opened.roster?.map(({ sis, ...each }, place) =>
    place === entry ? { ...each, label: '' } : { ...each, ...given({ sis }) },
  );
  return {
    ...rest,
    opened: roster === undefined ? opened : { ...opened, roster },
    erased: new Set([...state.erased, id]),
    removed: without(rest.removed, id),
    expected: without(state.expected, id),
    endedLabels: entry === undefined ? state.endedLabels : new Set([...state.endedLabels, entry]),
    notices: state.notices.filter(({ player }) => player !== id),
  };
}

/** Without what one person answered, planned beside, or wrote to the class. */
export function withoutWords(state: ClassState, id: string): ClassState {
  return {
    ...state,
    answers: without(state.answers, id),
    predictions: without(state.predictions, id),
    mirrorPlans: state.mirrorPlans.filter(({ player }) => player !== id),
    reflections: state.reflections.map((reflection) => ({ ...reflection, answers: without(reflection.answers, id) })),
    // What everybody sees of them is picked by its place.
    polls: state.polls.map((poll) =>
      poll.answers.has(id) ? { ...poll, answers: new Map(poll.answers).set(id, '') } : poll,
    ),
  };
}

/** A device that has become somebody else's stays theirs, and so does a label that somebody else came by. */
function withReadmitted(state: ClassState, id: string): ClassState {
  const known = state.everyone.find((player) => player.id === id);
  const tokens = state.removed.get(id)?.filter((token) => !state.byToken.has(token));
  if (known === undefined || tokens === undefined) return state;
  const { entry, ...unlabelled } = known;
  const player = entry === undefined || state.players.some((each) => each.entry === entry) ? unlabelled : known;
  const here = new Map([...state.players, player].map((each) => [each.id, each]));
  return {
    ...state,
    players: state.everyone.flatMap((each) => here.get(each.id) ?? []),
    byToken: new Map([...state.byToken, ...tokens.map((token) => [token, player] as const)]),
    removedTokens: new Set([...state.removedTokens].filter((token) => !tokens.includes(token))),
    removed: without(state.removed, id),
  };
}

function withName(state: ClassState, id: string, name: string): ClassState {
  const named = (player: Player) => (player.id === id ? { ...player, name } : player);
  return {
    ...state,
    players: state.players.map(named),
    everyone: state.everyone.map(named),
    byToken: new Map([...state.byToken].map(([token, player]) => [token, named(player)])),
  };
}

type Placed = Extract<ClassEvent, { type: 'PlayerSeated' | 'PlayerMirrors' | 'PlayerObserves' }>;

function placed(state: ClassState, event: Placed): ClassState {
  const { type, player, district } = event;
  const placements = type === 'PlayerSeated' ? state.placements : without(state.placements, player);
  const mirrors = type === 'PlayerMirrors' ? state.mirrors : without(state.mirrors, player);
  const observers = type === 'PlayerObserves' ? state.observers : without(state.observers, player);
  if (type === 'PlayerObserves') {
    return { ...state, placements, mirrors, observers: new Map(observers).set(player, district) };
  }
  const { seat } = event;
  const placement = { player, district, seat, ...given({ firstRound: event.firstRound }) };
  return type === 'PlayerSeated'
    ? { ...state, placements: new Map(placements).set(player, placement), mirrors, observers }
    : { ...state, placements, mirrors: new Map(mirrors).set(player, placement), observers };
}

function withReflection(state: ClassState, id: string, change: (reflection: Reflection) => Reflection): ClassState {
  const reflections = state.reflections.map((reflection) => (reflection.id === id ? change(reflection) : reflection));
  return { ...state, reflections };
}

function withPoll(state: ClassState, id: string, change: (poll: PollState) => PollState): ClassState {
  return { ...state, polls: state.polls.map((poll) => (poll.id === id ? change(poll) : poll)) };
}

function without<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
  if (!map.has(key)) return map;
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}

function lacking<Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  if (!set.has(value)) return set;
  const copy = new Set(set);
  copy.delete(value);
  return copy;
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
