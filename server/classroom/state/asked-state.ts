/** Folds what a class was asked, answered and told: questions, reflections, polls, messages, hands. */
import type { ClassState, PollState, Reflection } from './class-state.ts';
import type { ClassEvent } from './events.ts';
import { without } from './people-state.ts';

type AskedEvent = Extract<
  ClassEvent,
  {
    type:
      | 'QuestionAnswered'
      | 'PredictionMade'
      | 'ReflectionOpened'
      | 'ReflectionAnswered'
      | 'ReflectionClosed'
      | 'FinaleStepped'
      | 'PollOpened'
      | 'PollAnswered'
      | 'PollClosed'
      | 'WordsPicked'
      | 'MessageSent'
      | 'HandRaised'
      | 'HandAnswered';
  }
>;

export function evolveAsked(state: ClassState, event: AskedEvent): ClassState {
  switch (event.type) {
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
  }
}

function withReflection(state: ClassState, id: string, change: (reflection: Reflection) => Reflection): ClassState {
  const reflections = state.reflections.map((reflection) => (reflection.id === id ? change(reflection) : reflection));
  return { ...state, reflections };
}

function withPoll(state: ClassState, id: string, change: (poll: PollState) => PollState): ClassState {
  return { ...state, polls: state.polls.map((poll) => (poll.id === id ? change(poll) : poll)) };
}
