/** The choices of a poll, and the spread of answers: a bar and a count each. */
import type { ShownPoll } from '../../../shared/protocol/class-room.ts';
import { optionsOf, type Poll } from '../../../shared/protocol/polls.ts';
import { pollAnswerText } from './poll-words.ts';

/** `right`: the answer that came true, if any. */
export function PollSpread({ poll, right }: { readonly poll: ShownPoll; readonly right?: string | undefined }) {
  const spread = poll.spread ?? [];
  const all = Math.max(
    1,
    spread.reduce((sum, { count }) => sum + count, 0),
  );
  return (
    <ul class="answer-spread">
      {spread.map(({ answer, count }) => (
        <li key={answer} class={answer === right ? 'right' : ''}>
          <span>{pollAnswerText(poll.poll, answer)}</span>
          <span class="spread-room" aria-hidden="true">
            <span style={{ inlineSize: `${(100 * count) / all}%` }} />
          </span>
          <strong class="figures">{count}</strong>
        </li>
      ))}
    </ul>
  );
}

/** Empty for free-text polls. */
export function PollOptions({ poll }: { readonly poll: Poll }) {
  const options = optionsOf(poll);
  if (options === undefined) return null;
  return (
    <ul class="poll-options">
      {options.map((option) => (
        <li key={option}>{pollAnswerText(poll, option)}</li>
      ))}
    </ul>
  );
}
