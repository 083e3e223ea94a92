/** Findings for cut, changed, undone and continued logs, line by line. */
import { describe, test } from 'vitest';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { RULES_VERSION } from '../../shared/engine/founding.ts';
import { stateHash } from '../../shared/engine/hash.ts';
import { checkText } from '../../shared/log/check.ts';
import { continued, momentAfter, seqBefore } from '../../shared/log/continue.ts';
import { describeFinding, describeLimit } from '../../shared/log/describe.ts';
import { futureOf } from '../../shared/log/future.ts';
import { parse, serialise } from '../../shared/log/jsonl.ts';
import { districtEnd, isOver, logEnd } from '../../shared/log/log-end.ts';
import { asPlayed, undoableTo } from '../../shared/log/played.ts';
import { firstDifference, redecide, replay } from '../../shared/log/replay.ts';
import { restated } from '../../shared/log/restate.ts';
import { stormed } from '../engine/storm.ts';
import { SETTINGS } from '../engine/support.ts';
import { goldenLog, goldenText } from '../support/golden.ts';
import { expectTold } from '../support/told.ts';
import { FORGERIES } from './forgeries.ts';

const GAMES = ['rules-1/mixed', 'rules-2/mixed', 'rules-3/mixed'] as const;
const mixed = goldenLog('rules-3/mixed');
const storms = [1, 2, 3].map((luck) => stormed(luck, 400).log);

function said(text: string, decide = true, file = true): unknown {
  const { findings, limits, districts } = checkText(text, { decide, file });
  return {
    findings: findings.map((finding) => `${finding.verdict}: ${describeFinding(finding)}`),
    limits: limits.map(describeLimit),
    districts: districts.map(({ header, line, checks, finding }) => [
      header.districtId,
      line,
      checks.length,
      finding?.what ?? 'whole',
    ]),
  };
}

describe('a log', () => {
  test.each(GAMES)('of %s is told the same of every forgery', async (game) => {
    const log = goldenLog(game);
    const lines = goldenText(game).trimEnd().split('\n');
    const tries = FORGERIES.map(({ name, forge }) => ({
      name,
      ...Object(said(`${forge(lines, log).lines.join('\n')}\n`)),
    }));
    await expectTold(`log/forged-${game.replace('/', '-')}`, [
      { name: 'as it is', ...Object(said(goldenText(game))) },
      ...tries,
    ]);
  });

  test('of several districts is told the same wherever it is cut', async () => {
    const texts = [serialise(...storms), serialise(mixed, ...storms)];
    const cuts = texts.flatMap((text) => {
      const lines = text.trimEnd().split('\n');
      const places = [lines.length, lines.length - 1, lines.length - 2, 60, 20, 1, 0];
      return places.map((place) => [
        place,
        said(
          lines
            .slice(0, place)
            .map((line) => `${line}\n`)
            .join(''),
        ),
      ]);
    });
    const halves = texts.map((text) => said(text.slice(0, -30)));
    await expectTold('log/cut', { cuts, halves, stream: storms.map((log) => said(serialise(log), false, false)) });
  });
});

describe('what a desk undid, practised and went back to', () => {
  test('is told the same of every moment', async () => {
    const lines = storms.map((log) => {
      const played = asPlayed(log);
      return {
        district: log.header.districtId,
        undoable: log.records.map((_, place) => undoableTo(log.records.slice(0, place)) ?? '-').join(' '),
        over: log.records.map((_, place) => (isOver(log.records.slice(0, place)) ? 1 : 0)).join(''),
        ends: [districtEnd(log), districtEnd({ ...log, records: log.records.slice(0, 50) }, true)],
        file: logEnd([log], true),
        played: played.records.map(({ seq, events }) => `${seq}:${events.length}`).join(' '),
        moments: chronicleOf(log).moments.map(({ round, phase, at }) => `${round} ${phase} ${at}`),
        future: [...futureOf(played.records)].map(([round, { plans, faltered }]) => [round, plans.size, faltered]),
        difference: firstDifference(replay(log).checks) ?? 'none',
        again: Object.keys(redecide(log)),
      };
    });
    await expectTold('log/storms', lines);
  });

  test('goes on from the same records, or says the same of why not', async () => {
    const origin = { districtId: 'branch', classId: 'k', at: 9_000 };
    const moments = [1, 2, 5, 12, 13].flatMap((round) =>
      (['news', 'plan', 'reveal'] as const).map((phase) => ({ round, phase })),
    );
    const logs = [mixed, ...storms, goldenLog('rules-1/mixed')];
    const lines = logs.flatMap((log) =>
      moments.map((moment) => {
        const before = seqBefore(log, moment);
        const branch = continued(log, moment, origin, { why: 'play-on', settings: SETTINGS });
        const made =
          'refused' in branch
            ? branch
            : {
                records: branch.records.length,
                lineage: branch.header.lineage,
                hash: stateHash(replay(branch).state),
              };
        return {
          moment: `${log.header.districtId} ${moment.round} ${moment.phase}`,
          goesOn: momentAfter(moment),
          before,
          made,
        };
      }),
    );
    await expectTold('log/continued', lines);
  });

  test('keeps its words beside the log once it is restated', async () => {
    let salts = 0;
    const logs = [goldenLog('rules-1/mixed'), mixed, ...storms].map((log) => {
      const { log: again, words } = restated(log, () => {
        salts += 1;
        return `salt-${salts}`;
      });
      const { header, records } = again;
      return { header: [header.version, header.link, header.restated], last: records.at(-1)?.link, words };
    });
    const parsed = parse(serialise(...storms));
    await expectTold('log/restated', {
      rules: RULES_VERSION,
      logs,
      parsed: 'logs' in parsed ? parsed.logs.length : parsed,
    });
  });
});
