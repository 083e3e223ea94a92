/** What a class may answer, and how its answers spread: one bar each, as long as its share, and its count. */
import type { ShownPoll } from '../../../shared/protocol/class-room.ts';
import { optionsOf, type Poll } from '../../../shared/protocol/polls.ts';
import { pollAnswerText } from './poll-words.ts';

/** `right`: the answer that turned out so, where one did. */
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

/** Nothing where one answers in one's own words. */
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
