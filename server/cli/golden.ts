/**
 * Writes the golden logs of new rules: whole games that these rules must decide alike for ever, and that later rules
 * must fold. Existing logs are never rewritten, since bots may change.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { botAnswers, botOffers, mixedPolicies } from '../../shared/bots/index.ts';
import type { Action, Command } from '../../shared/engine/commands.ts';
import { decide } from '../../shared/engine/decide.ts';
import { RULES_VERSION } from '../../shared/engine/founding.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { type DistrictLog, serialise } from '../../shared/log/jsonl.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { Match } from '../../shared/simulation/match.ts';
import { dealPolicies } from '../../shared/simulation/sweep.ts';
import { run, UsageError } from './terminal.ts';

const HELP = `npm run golden

Writes the golden logs of a new RULES_VERSION into tests/golden. Those of older rules are never written again.
`;
const FOLDER = join(import.meta.dirname, `../../tests/golden/rules-${RULES_VERSION}`);
const { roster } = zhongguancun;

function finished(match: Match): DistrictLog {
  match.playToEnd();
  if (match.log === undefined) throw new Error('a golden match keeps its log');
  return match.log;
}

function cooperate(): DistrictLog {
  const policies = dealPolicies(roster, 1, {
    firms: ['cooperate'],
    universities: 'open',
    bureau: 'enable',
    bez: 'enable',
  });
  return finished(new Match({ scenario: zhongguancun, seed: 1, policies, keepLog: true }));
}

function merger(): DistrictLog {
  const firms = ['merger', 'merger-rd', 'trader-with-loans', 'survival-first-with-venture'];
  const policies = dealPolicies(roster, 2, { firms, universities: 'shelter', bureau: 'command', bez: 'command' });
  return finished(new Match({ scenario: zhongguancun, seed: 2, policies, keepLog: true, falterAfter: 5 }));
}

/**
 * A game with a person in the first seat, who talks, answers and makes offers, changes a plan, misses two deadlines,
 * and leaves.
 */
function mixed(): DistrictLog {
  const match = new Match({ scenario: zhongguancun, seed: 3, policies: mixedPolicies(roster, 3), keepLog: true });
  const person = 0;
  let now = Date.UTC(2026, 8, 1, 8);
  const act = (command: Omit<Command, 'at'>) => {
    now += 1000;
    match.take({ at: now, ...command });
  };
  const desk = (action: Action) => act({ by: 'desk', action });
  desk({ type: 'assignSeat', seat: person, control: 'human', player: 'player-1' });
  for (let round = 1; round <= 3; round++) {
    desk({ type: 'advancePhase' });
    for (const [seat, plan] of match.plans().entries()) {
      if (seat === person) continue;
      act({ by: 'bot', seat, action: { type: 'filePlan', plan } });
      for (const offer of botOffers(viewFor(match.state, seat), plan)) {
        if (!isRefusal(decide(match.state, { at: now, by: 'bot', seat, action: offer })))
          act({ by: 'bot', seat, action: offer });
      }
    }
    const own = match.plans()[person];
    if (own === undefined) throw new Error('the person has a seat');
    for (const answer of botAnswers(viewFor(match.state, person), own))
      act({ by: 'human', seat: person, action: answer });
    act({ by: 'human', seat: person, action: { type: 'say', text: round === 1 ? '一起干吗？' : 'Shall we go on?' } });
    if (round === 1) {
      act({
        by: 'human',
        seat: person,
        action: { type: 'filePlan', plan: { kind: 'firm', trade: 6, research: 0, shares: [], deal: { kind: 'none' } } },
      });
      act({ by: 'human', seat: person, action: { type: 'filePlan', plan: own } });
    }
    desk({ type: 'advancePhase' });
    desk({ type: 'advancePhase' });
  }
  desk({ type: 'freeSeat', seat: person });
  return finished(match);
}

/** A mixed street in which firms leave, are held, get certified and find every kind of capital. */
function street(): DistrictLog {
  return finished(new Match({ scenario: zhongguancun, seed: 8, policies: mixedPolicies(roster, 8), keepLog: true }));
}

function write(): number {
  if (existsSync(FOLDER))
    throw new UsageError(`Rules ${RULES_VERSION} have their golden logs: raise RULES_VERSION first.`);
  mkdirSync(FOLDER, { recursive: true });
  const logs = { cooperate: cooperate(), merger: merger(), mixed: mixed(), street: street() };
  for (const [name, log] of Object.entries(logs)) writeFileSync(join(FOLDER, `${name}.jsonl`), serialise(log));
  return 0;
}

await run(HELP, write);
