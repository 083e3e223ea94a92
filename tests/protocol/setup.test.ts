/** Set-up files: valid ones, invalid ones, and round trips without loss. */
import { describe, expect, test } from 'vitest';
import { readChoices } from '../../server/classroom/setup/settings.ts';
import { type OpenClassRequest, readSetupFile } from '../../shared/protocol/setup.ts';
import { SETUP_FORMAT, SETUP_VERSION, writeSetupFile } from '../../shared/protocol/setup-file.ts';
import { zhongguancunParameters } from '../../shared/scenarios/zhongguancun/parameters.ts';

const setup: OpenClassRequest = {
  scenario: 'zhongguancun',
  seatsPerDistrict: 8,
  clockMode: 'clock',
  planMs: 60_000,
  language: 'zh',
  leftovers: 'mirror',
  roles: 'random',
  assignment: 'random',
  seed: 7,
  treatments: [
    { name: 'law', parameters: { startLaw: 0.5 } },
    { name: 'talk off', talk: false, reputations: true },
  ],
};

describe('a set-up file', () => {
  test('reads back as it was written, but for the names of a roster', () => {
    const file = readSetupFile(writeSetupFile({ ...setup, roster: ['Ada Lovelace'] }));
    expect(file).toEqual({ format: SETUP_FORMAT, version: SETUP_VERSION, setup });
    if ('refused' in file) throw new Error(file.refused);
    expect(readChoices(file.setup)).not.toHaveProperty('refused');
  });

  test.each([
    ['nothing', ''],
    ['no JSON', 'format: setup'],
    ['a log of the game', '{"format":"electronics-street-log","version":1}'],
    ['a set-up with fields nobody knows', JSON.stringify({ format: SETUP_FORMAT, version: 1, setup: { cheat: true } })],
    ['a set-up of wrong types', JSON.stringify({ format: SETUP_FORMAT, version: 1, setup: { planMs: '90' } })],
    ['a list', '[1,2]'],
    ['null', 'null'],
    ['more than a set-up can be', ' '.repeat(70_000)],
  ])('is not %s', (_, text) => {
    expect(readSetupFile(text)).toEqual({ refused: 'setup-not-one' });
  });

  test('of another version is refused as that', () => {
    const later = { format: SETUP_FORMAT, version: SETUP_VERSION + 1, setup: {}, more: 'things' };
    expect(readSetupFile(JSON.stringify(later))).toEqual({ refused: 'setup-version' });
  });
});

describe('what may be chosen', () => {
  const chosen = (request: OpenClassRequest) => readChoices(request);

  test('plain words become numbers of the rules; a number that is named wins', () => {
    expect(chosen({ shock: false, ventureFund: false })).toMatchObject({
      parameters: { shockRound: zhongguancunParameters.rounds + 1, fundPerPoint: 0 },
    });
    expect(chosen({ shock: false, parameters: { shockRound: 5 } })).toMatchObject({ parameters: { shockRound: 5 } });
    expect(chosen({ shock: false, parameters: { rounds: 6 } })).toMatchObject({ parameters: { shockRound: 7 } });
    expect(chosen({ reputations: true })).toMatchObject({ settings: { reputations: true } });
  });

  test('a treatment changes only what it names', () => {
    const choices = chosen({ talk: false, parameters: { startLaw: 0.2 }, treatments: setup.treatments ?? [] });
    if ('refused' in choices) throw new Error(choices.refused);
    expect(choices.treatments?.map(({ settings, parameters }) => [settings.talk, parameters?.startLaw])).toEqual([
      [false, 0.5],
      [false, 0.2],
    ]);
    const first = chosen({ firstByHand: true });
    expect(first).toMatchObject({ settings: { byHand: 'firstRound' } });
    const known = chosen({ roster: ['Ada', { label: 'Bo', sis: { id: '7' } }] });
    expect(known).toMatchObject({ known: [undefined, { id: '7' }], labels: ['Ada', 'Bo'] });
    const worded = chosen({ sentences: true, treatments: [{ name: 'a', sentences: false }, { name: 'b' }] });
    if ('refused' in worded) throw new Error(worded.refused);
    expect(worded.treatments?.map(({ settings }) => settings.sentences)).toEqual([undefined, true]);
  });

  test.each<[string, OpenClassRequest]>([
    ['no-such-scenario', { scenario: 'silicon-valley' }],
    ['settings-out-of-range', { seatsPerDistrict: 3 }],
    ['settings-out-of-range', { seatsPerDistrict: 17 }],
    ['settings-out-of-range', { planMs: 1 }],
    ['settings-out-of-range', { parameters: { rounds: 13 } }],
    ['settings-out-of-range', { parameters: { rounds: 0 } }],
    ['settings-out-of-range', { parameters: { startCash: 1e300 } }],
    ['no-such-parameter', { parameters: { gravity: 9.81 } as never }],
    ['treatments-two', { treatments: [{ name: 'alone' }] }],
    ['treatments-two', { treatments: [{ name: 'same' }, { name: 'same' }] }],
    ['treatments-alike', { talk: false, treatments: [{ name: 'quiet', talk: false }, { name: 'as the class' }] }],
    ['no-such-parameter', { treatments: [{ name: 'a' }, { name: 'b', parameters: { gravity: 1 } as never }] }],
    ['name-blank', { roster: ['Ada', '  '] }],
    ['not-understood', { speed: 'fast' } as never],
    ['not-understood', { planMs: 1, speed: 'fast' } as never],
    [
      'settings-out-of-range',
      {
        treatments: [
          { name: 'a', newLuck: true },
          { name: 'b', talk: false },
        ],
      },
    ],
  ])('refuses with %s: %j', (refused, request) => {
    expect(chosen(request)).toMatchObject({ refused });
  });
});
