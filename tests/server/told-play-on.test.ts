/** What a class may play on from at each moment, and what it may change there. */
import { describe, test } from 'vitest';
import { type PastAsked, readPast } from '../../server/classroom/setup/past.ts';
import { choicesFrom, type PastRead } from '../../server/classroom/setup/settings.ts';
import { parse, serialise } from '../../shared/log/jsonl.ts';
import type { OpenRequest } from '../../shared/protocol/setup.ts';
import { SETUP_LIMITS } from '../../shared/protocol/setup-choices.ts';
import { goldenText } from '../support/golden.ts';
import { expectTold } from '../support/told.ts';

const STREET = goldenText('rules-3/street');

/** A summary, because lines are many. */
function pastOf(asked: Partial<PastAsked>): unknown {
  const past = readPast({ texts: [STREET], file: false, whole: false, round: 4, phase: 'plan', ...asked });
  if ('refused' in past) return past;
  const { actors, districts, ...rest } = past;
  const told = districts.map(({ lines, numbers, ...each }) => ({
    ...each,
    lines: lines.length,
    rounds: numbers.rounds,
  }));
  return { ...rest, actors: actors.length, districts: told };
}

describe('what is played on', () => {
  test('is read up to its moment, where it is whole', async () => {
    const lines = STREET.trimEnd().split('\n');
    const cut = (count: number) => `${lines.slice(0, count).join('\n')}\n`;
    const altered = STREET.replace('"trade":', '"trode":');
    const cases: Readonly<Record<string, Partial<PastAsked>>> = {
      ...Object.fromEntries(
        (['news', 'plan', 'reveal'] as const).flatMap((phase) =>
          [0, 1, 4, 12, 13].map((round) => [`${phase} ${round}`, { phase, round }] as const),
        ),
      ),
      whole: { whole: true },
      'a file': { file: true },
      'a file that was cut off': { file: true, texts: [cut(40)] },
      'a file cut off within a line': { file: true, texts: [STREET.slice(0, 40_000)] },
      'one of the store cut off': { texts: [cut(40)] },
      'a file that was altered': { file: true, texts: [altered] },
      'a stream that was altered': { texts: [altered] },
      'no line': { texts: [''] },
      nothing: { texts: [] },
      'rules 1': { texts: [goldenText('rules-1/mixed')], file: true },
      'rules 2': { texts: [goldenText('rules-2/merger')], file: true },
      'two of a kind': { texts: [STREET, goldenText('rules-3/cooperate')] },
      'of two the second': { texts: [STREET, goldenText('rules-3/cooperate')], districts: [2] },
      'of two the third': { texts: [STREET, goldenText('rules-3/cooperate')], districts: [2, 3] },
      'two of other sizes': { texts: [STREET, goldenText('rules-3/merger')] },
    };
    await expectTold(
      'server/pasts',
      Object.entries(cases).map(([name, asked]) => [name, pastOf(asked)]),
    );
  });

  test('may be changed where it is open, and is told where it is not', async () => {
    const other = parse(STREET);
    if ('problem' in other) throw new Error('it can be read');
    const texts = [STREET, serialise(...other.logs)];
    const read = (round: number, phase: PastAsked['phase']): PastRead => {
      const past = readPast({ texts, file: false, whole: false, round, phase });
      if ('refused' in past) throw new Error(past.refused);
      return { past, people: [], withheld: [] };
    };
    const wants: readonly OpenRequest[] = [
      {},
      { clockMode: 'clock' },
      { clockMode: 'desk', talk: false },
      { parameters: { margin: 1 } },
      { parameters: { rounds: 8 } },
      { parameters: { rounds: 3 } },
      { parameters: { shockRound: 3 } },
      { parameters: { startLaw: 0.9, shockRound: 3 } },
      { parameters: { rounds: 8, startLaw: 0.9 } },
      { parameters: { startLaw: 0.9, rounds: 8 } },
      { parameters: { nothing: 1 } },
      { parameters: { margin: 10_000 } },
      { parameters: { margin: -10_001 } },
      { parameters: { margin: -0 } },
      { shock: false },
      { ventureFund: false },
      { population: 'cooperate', newLuck: true },
      { population: 'nobody' },
      { scenario: 'zhongguancun', seatsPerDistrict: 12 },
      { seatsPerDistrict: 11 },
      { treatments: [{ name: 'A' }, { name: 'B' }] },
      { treatments: [{ name: 'A', newLuck: true }, { name: 'B' }] },
      { homework: { due: 5, late: 'mark', seat: 11 } },
      { homework: { due: 5, late: 'mark', seat: 12 } },
      { homework: { due: 5, late: 'mark' }, talk: true },
      { homework: { due: 5, late: 'refuse' }, pace: 'together', clockMode: 'clock' },
    ];
    const moments = [read(1, 'news'), read(4, 'news'), read(4, 'plan'), read(11, 'reveal')];
    // As if the second game had parameters of its own.
    const [first] = moments;
    if (first !== undefined) {
      const districts = first.past.districts.map((each, place) =>
        place === 1
          ? { ...each, numbers: { ...each.numbers, margin: 1 }, settings: { ...each.settings, planMs: 3 } }
          : each,
      );
      moments.push({ ...first, past: { ...first.past, districts } });
    }
    const told: unknown[] = moments.flatMap((from) =>
      wants.map((want) => {
        const choices = choicesFrom({ ...want, playOn: {} as NonNullable<OpenRequest['playOn']> }, from);
        if ('refused' in choices) return [JSON.stringify(want), choices];
        const { past, ...rest } = choices;
        const timed = past?.past.districts.map((each) => each.settings.planMs);
        return [JSON.stringify(want), { ...rest, timed, choices: past?.choices }];
      }),
    );
    // A game without a clock may have had no times: one that is too short stands for all of them.
    const [from] = moments;
    for (const newsMs of [SETUP_LIMITS.shortestMs - 1, SETUP_LIMITS.shortestMs]) {
      if (from === undefined) break;
      const districts = from.past.districts.map((each) => ({
        ...each,
        settings: { ...each.settings, newsMs, planMs: 9_000, revealMs: 9_000 },
      }));
      const asked = { clockMode: 'clock', playOn: {} as NonNullable<OpenRequest['playOn']> } as const;
      const choices = choicesFrom(asked, { ...from, past: { ...from.past, districts } });
      told.push([`news took ${newsMs} ms`, 'refused' in choices ? choices : choices.settings]);
    }
    await expectTold('server/play-on-choices', told);
  });
});
