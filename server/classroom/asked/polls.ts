/** Polls of a class: who is asked, which answers are legal, and who sees what. Pure. */
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import type { ShownPoll } from '../../../shared/protocol/class-room.ts';
import type { PollsMessage } from '../../../shared/protocol/class-student.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { optionsOf, type Poll } from '../../../shared/protocol/polls.ts';
import type { WireRefusal } from '../../../shared/protocol/refusals.ts';
import { withId } from '../../aggregate/with-id.ts';
import { type ClassState, districtOf, districtPlanOf, type PollState } from '../state/class-state.ts';
import type { ClassEvent } from '../state/events.ts';
import { cleanText } from './text.ts';

/** A new poll closes the last one; asking two firms for their names does not. */
function replaces(one: Poll, other: Poll): boolean {
  return (one.topic === 'naming') === (other.topic === 'naming');
}

export function openPoll(state: ClassState, id: string, poll: Poll): readonly ClassEvent[] | WireRefusal {
  if (state.districts.length === 0) return { refused: 'class-not-started' };
  if (poll.topic === 'naming' && districtPlanOf(state, poll.district) === undefined) {
    return { refused: 'no-such-district' };
  }
  const over = state.polls.filter((other) => other.open && replaces(poll, other.poll));
  return [...over.map((other) => ({ type: 'PollClosed', id: other.id }) as const), { type: 'PollOpened', id, poll }];
}

export function closePoll({ polls }: ClassState, id: string): readonly ClassEvent[] | WireRefusal {
  const found = withId(polls, id);
  if (found === undefined) return { refused: 'poll-closed' };
  return found.open ? [{ type: 'PollClosed', id }] : [];
}

export function pickWords(
  { polls }: ClassState,
  id: string,
  picked: readonly number[],
): readonly ClassEvent[] | WireRefusal {
  const found = withId(polls, id);
  if (found === undefined || optionsOf(found.poll) !== undefined) return { refused: 'poll-closed' };
  return [{ type: 'WordsPicked', id, picked: [...new Set(picked)].filter((place) => place < found.answers.size) }];
}

export function answerPoll(
  state: ClassState,
  player: string,
  id: string,
  raw: string,
): readonly ClassEvent[] | WireRefusal {
  const found = withId(state.polls, id);
  if (found?.open !== true || !askedIn(state, found.poll).includes(player)) return { refused: 'poll-closed' };
  const options = optionsOf(found.poll);
  const answer = options === undefined ? cleanText(raw, LIMITS.sentenceLength) : raw;
  if (typeof answer !== 'string') return answer;
  if (options?.includes(answer) === false) return { refused: 'not-understood' };
  return found.answers.get(player) === answer ? [] : [{ type: 'PollAnswered', id, player, answer }];
}

/** Everybody with a place, or the people in the poll's seats. */
function askedIn(state: ClassState, poll: Poll): readonly string[] {
  if (poll.topic !== 'naming') {
    return state.players.flatMap(({ id }) => (districtOf(state, id) === undefined ? [] : [id]));
  }
  return [...state.placements.values()]
    .filter(({ district, seat }) => district === poll.district && poll.seats.includes(seat))
    .map(({ player }) => player);
}

/** A desk sees all free text; everybody else sees what was picked. */
export function shownPoll(state: ClassState, { id, poll, open, answers, picked }: PollState, desk: boolean): ShownPoll {
  const asked = askedIn(state, poll);
  const options = optionsOf(poll);
  const told = options !== undefined && (!open || poll.topic === 'naming');
  const here = asked.flatMap((player) => answers.get(player) || []);
  const counts = (answer: string) => here.filter((each) => each === answer).length;
  const words = [...answers.values()]
    .map((text, place) => ({ place, text, ...(picked.includes(place) && { picked: true as const }) }))
    .filter(({ text }) => text !== '');
  return omitUndefined({
    id,
    poll,
    open,
    answered: here.length,
    asked: asked.length,
    spread: told ? options.map((answer) => ({ answer, count: counts(answer) })) : undefined,
    words:
      options === undefined ? words.filter((each) => each.text !== '' && (desk || each.picked === true)) : undefined,
  });
}

/** The present poll of the whole class, or the last one. */
export function lastPoll(state: ClassState): ShownPoll | undefined {
  const last = state.polls.findLast(({ poll }) => poll.topic !== 'naming');
  return last && shownPoll(state, last, false);
}

export function pollsFor(state: ClassState, player: string): PollsMessage | undefined {
  if (state.polls.length === 0) return undefined;
  const own = state.polls.filter(({ poll }) => askedIn(state, poll).includes(player));
  const last = own.findLast(({ poll }) => poll.topic !== 'naming');
  const polls = own.filter(({ id, open, answers }) => open || (id === last?.id && answers.has(player)));
  return {
    polls: polls.map(({ id, poll, open, answers }) => omitUndefined({ id, poll, open, answer: answers.get(player) })),
  };
}
