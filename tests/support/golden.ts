/** Whole games that lie in `tests/golden`, to be read again. */
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

/** As the phase stood at its end in each of these rounds: of a plan phase, with all plans on file. */
export function goldenStates(game: string, phase: Phase, rounds: readonly number[]): readonly DistrictState[] {
  const states = statesOf(goldenLog(game));
  return rounds.map((round) => {
    const state = states.findLast((each) => each.phase === phase && each.round === round);
    if (state === undefined) throw new Error(`${game} has no ${phase} of round ${round}`);
    return state;
  });
}
