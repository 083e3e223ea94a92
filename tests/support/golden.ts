/** Reads the golden games in `tests/golden`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Phase } from '../../shared/engine/parts.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { type DistrictLog, parse } from '../../shared/log/jsonl.ts';
import { statesOf } from '../../shared/log/replay.ts';

export function goldenText(game: string): string {
  return readFileSync(join(import.meta.dirname, `../golden/${game}.jsonl`), 'utf8');
}

export function goldenLog(game: string): DistrictLog {
  const parsed = parse(goldenText(game));
  const [log] = 'problem' in parsed ? [] : parsed.logs;
  if (log === undefined) throw new Error(`${game} is no log`);
  return log;
}

/** States at the end of this phase in each of these rounds; in a plan phase all plans are filed. */
export function goldenStates(game: string, phase: Phase, rounds: readonly number[]): readonly DistrictState[] {
  const states = statesOf(goldenLog(game));
  return rounds.map((round) => {
    const state = states.findLast((each) => each.phase === phase && each.round === round);
    if (state === undefined) throw new Error(`${game} has no ${phase} of round ${round}`);
    return state;
  });
}
