/** Branches are recognised by the link their records follow, whichever files are opened. */
import { expect, test } from 'vitest';
import { mixedPolicies } from '../../shared/bots/index.ts';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { familiesOf, sharedRounds } from '../../shared/debrief/tree.ts';
import { continued } from '../../shared/log/continue.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { Match } from '../../shared/simulation/match.ts';

function played(seed: number): DistrictLog {
  const policies = mixedPolicies(zhongguancun.roster, seed);
  const match = new Match({ scenario: zhongguancun, seed, policies, parameters: { rounds: 5 }, keepLog: true });
  match.playToEnd();
  if (match.log === undefined) throw new Error('the match keeps a log');
  return match.log;
}

function branch(log: DistrictLog, round: number, districtId: string): DistrictLog {
  const { settings } = log.header;
  const made = continued(log, { round, phase: 'news' }, { districtId, at: 1 }, { why: 'play-on', settings });
  if ('refused' in made) throw new Error(made.refused);
  return made;
}

const first = played(3);
const twig = branch(first, 4, 'twig');
const shoot = branch(twig, 3, 'shoot');
const other = branch(first, 3, 'other');
const told = (logs: readonly DistrictLog[]) =>
  familiesOf(logs.map(chronicleOf)).map((family) =>
    family.map(({ chronicle, depth }) => [chronicle.log.header.districtId, depth, chronicle.from]),
  );

test('a tree begins with what was played first, and each branch follows what it plays on from', () => {
  expect(told([twig, played(4), first, shoot, other])).toEqual([
    [
      [first.header.districtId, 0, 1],
      ['other', 1, 3],
      ['twig', 1, 4],
      ['shoot', 2, 3],
    ],
  ]);
});

test('branches without what they come from belong together', () => {
  expect(told([twig, other])).toEqual([
    [
      ['other', 1, 3],
      ['twig', 1, 4],
    ],
  ]);
  const [family] = familiesOf([twig, other].map(chronicleOf));
  expect(family === undefined ? undefined : sharedRounds(family)).toBe(2);
});

test('districts that share nothing are no family', () => {
  expect(told([first, played(4)])).toEqual([]);
  expect(told([twig])).toEqual([]);
});
