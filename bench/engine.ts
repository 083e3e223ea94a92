/** Speed of the rules on one core: whole games with bots, replays of their logs, and what-ifs. */
import { decide } from '../shared/engine/decide.ts';
import { stateHash } from '../shared/engine/hash.ts';
import { viewFor } from '../shared/engine/view.ts';
import type { DistrictLog } from '../shared/log/jsonl.ts';
import { parse, serialise } from '../shared/log/jsonl.ts';
import { linkAt } from '../shared/log/links.ts';
import { redecide, replay } from '../shared/log/replay.ts';
import { scenarioById } from '../shared/scenarios/index.ts';
import { Match } from '../shared/simulation/match.ts';
import { dealPolicies } from '../shared/simulation/sweep.ts';
import { type Part, table } from './table.ts';

const GAMES = 400;

export async function benchEngine(): Promise<Part> {
  const scenario = scenarioById('zhongguancun');
  if (scenario === undefined) throw new Error('the scenario is gone');
  const mix = {
    firms: ['tit-for-tat', 'opportunist', 'merger', 'solo'],
    universities: 'open',
    bureau: 'enable',
    bez: 'idle',
  };
  const play = (seed: number, keepLog: boolean) => {
    const match = new Match({ scenario, seed, policies: dealPolicies(scenario.roster, seed, mix), keepLog });
    match.playToEnd();
    return match;
  };
  for (let seed = 0; seed < 50; seed += 1) play(seed, false);

  const games = perSecond(GAMES, (seed) => play(seed, false));
  const logged = perSecond(GAMES, (seed) => play(seed, true));
  const match = play(1, true);
  const { log, state } = match;
  if (log === undefined) throw new Error('no log was kept');
  const text = serialise(log);
  const replays = perSecond(GAMES, () => replay(log));
  const parses = perSecond(GAMES, () => parse(text));
  const unlinked = { header: log.header, records: log.records.map(({ link: _, ...record }) => record) };
  const links = perSecond(GAMES, () => linkAt(unlinked, log.records.length));
  const whatIfs = perSecond(GAMES, () => redecide(log));
  const views = perSecond(20_000, (index) => viewFor(state, index % state.actors.length));
  const hashes = perSecond(2_000, () => stateHash(state));
  const decisions = perSecond(20_000, () => decide(state, { at: 0, by: 'desk', action: { type: 'advancePhase' } }));
  const rows: readonly (readonly [string, number])[] = [
    ['whole games (12 rounds, 12 seats, bots deciding)', games],
    ['whole games with their log and hashes, links apart', logged],
    ['links of a log', links],
    ['replays of a log, hashes checked', replays],
    ['logs read from JSON Lines', parses],
    ['what-ifs: every command of a log decided again, links apart', whatIfs],
    ['views of a seat', views],
    ['hashes of a state', hashes],
    ['refusals', decisions],
  ];
  return {
    text: [
      `The rules, per second of processor time on one thread. A log has ${log.records.length} records, ${kilobytes(log)} KB.`,
      table(
        ['', 'per second'],
        rows.map(([what, value]) => [what, `${Math.round(value)}`]),
      ),
    ].join('\n'),
    figures: Object.fromEntries(rows),
  };
}

/** Calls per second of this thread's CPU time, which other load disturbs less than wall time. */
function perSecond(times: number, act: (index: number) => unknown): number {
  const began = process.threadCpuUsage();
  for (let index = 0; index < times; index += 1) act(index);
  const { user, system } = process.threadCpuUsage(began);
  return (times / (user + system)) * 1_000_000;
}

function kilobytes(log: DistrictLog): number {
  return Math.round(serialise(log).length / 1_024);
}
