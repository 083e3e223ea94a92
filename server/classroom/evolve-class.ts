/** A class's state and an event make the next state. Total, and without luck. */
import { given } from '../../shared/engine/given.ts';
import type { ClassState, PollState, Reflection } from './class-state.ts';
import type { ClassEvent } from './events.ts';
import {
  lacking,
  withErased,
  withName,
  without,
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
    case 'DistrictReplaced': {
      const { type: _, ...replaced } = event;
      return { ...state, replaced: [...state.replaced, replaced] };
    }
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
