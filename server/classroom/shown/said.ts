/** Talk of all districts for the desk: the last lines of each, and who is muted. */
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import type { TalkLine } from '../../../shared/engine/parts.ts';
import type { DeskLine } from '../../../shared/protocol/class-room.ts';
import type { DistrictSession } from '../../district/session.ts';
import type { Classroom } from '../classroom.ts';
import type { ClassState } from '../state/class-state.ts';

const LINES_SHOWN = 60;
const FEWEST_OF_A_DISTRICT = 3;

export function recentTalk(classroom: Classroom): readonly DeskLine[] {
  const { districts } = classroom.state;
  const each = Math.max(FEWEST_OF_A_DISTRICT, Math.floor(LINES_SHOWN / Math.max(1, districts.length)));
  const lines = districts.flatMap(({ number }) =>
    linesOf(classroom.session(number), each).map(({ id, round, from, to, text, sentence, down }) =>
      omitUndefined({ id: `${number} ${id}`, line: id, district: number, round, from, to, text, sentence, down }),
    ),
  );
  return lines.toSorted((one, other) => one.round - other.round);
}

function linesOf(session: DistrictSession | undefined, most: number): readonly TalkLine[] {
  return session?.state.talk.slice(-most).map((line) => session.talkTexts.withText(line)) ?? [];
}

export function isMuted({ muted, allMuted }: ClassState, player: string): boolean {
  return allMuted || muted.has(player);
}
