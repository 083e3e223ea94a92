/** How the answers of a class spread: one bar each, and its count. */
import type { ShownPoll } from '../../shared/protocol/class-room.ts';
import { pollAnswerText } from './poll-words.ts';

/** `right`: the answer that turned out so, where one did. */
export function PollSpread({ poll, right }: { readonly poll: ShownPoll; readonly right?: string | undefined }) {
  const spread = poll.spread ?? [];
  const most = Math.max(...spread.map(({ count }) => count), 1);
  return (
    <ul class="answer-spread">
      {spread.map(({ answer, count }) => (
        <li key={answer} class={answer === right ? 'right' : ''}>
          <span>{pollAnswerText(poll.poll, answer)}</span>
          <span class="spread-room" aria-hidden="true">
            <span style={{ inlineSize: `${(100 * count) / most}%` }} />
          </span>
          <strong class="figures">{count}</strong>
        </li>
      ))}
    </ul>
  );
}
