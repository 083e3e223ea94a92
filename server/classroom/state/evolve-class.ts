/** Folds an event into a class's state. Total and without luck. */
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import { withId } from '../../aggregate/with-id.ts';
import { evolveAsked } from './asked-state.ts';
import type { ClassState } from './class-state.ts';
import type { ClassEvent } from './events.ts';
import {
  withErased,
  withName,
  without,
  withoutMember,
  withoutPlayer,
  withPlayer,
  withReadmitted,
  withToken,
} from './people-state.ts';

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
      const entry = withId(state.players, player)?.entry;
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
      // Mirrors' plans so far were for the practice, which is also round 1.
      return { ...state, phase: 'playing', stage: 'game', mirrorPlans: [] };
    case 'ClassEnded':
      return { ...state, phase: 'ended', stage: 'ended' };
    case 'DistrictPlanned':
      return { ...state, districts: [...state.districts, event.district] };
    case 'DistrictReplaced': {
      const { type: _, ...replaced } = event;
      return { ...state, replaced: [...state.replaced, replaced] };
    }
    case 'PlayerSeated':
    case 'PlayerMirrors':
    case 'PlayerObserves':
      return placed(state, event);
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
      return { ...state, muted: on ? new Set([...state.muted, player]) : withoutMember(state.muted, player) };
    }
    case 'TimeRelaxed': {
      const { player, on } = event;
      const relaxed = on ? new Set([...state.relaxed, player]) : withoutMember(state.relaxed, player);
      return { ...state, relaxed };
    }
    case 'DeskActed': {
      const { type: _, ...act } = event;
      return { ...state, acts: new Map(state.acts).set(act.id, act) };
    }
    default:
      return evolveAsked(state, event);
  }
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
  const placement = { player, district, seat, ...omitUndefined({ firstRound: event.firstRound }) };
  return type === 'PlayerSeated'
    ? { ...state, placements: new Map(placements).set(player, placement), mirrors, observers }
    : { ...state, placements, mirrors: new Map(mirrors).set(player, placement), observers };
}
