import { describe, expect, test } from 'vitest';
import { found } from '../../shared/engine/decide.ts';
import type { Effect } from '../../shared/engine/effects.ts';
import { stateHash } from '../../shared/engine/hash.ts';
import { initialState } from '../../shared/engine/initial-state.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import { publicView } from '../../shared/engine/public-view.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { foundedOf, makeHeader } from '../../shared/log/record.ts';
import { SCENARIOS, scenarioById } from '../../shared/scenarios/index.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { act, SETTINGS } from './support.ts';

const EFFECTS: readonly Effect[] = [
  { parameter: 'listTax', times: 1.5, from: 2 },
  { parameter: 'margin', times: 2, from: 2, to: 2 },
  { parameter: 'margin', times: 3, from: 2, to: 3 },
];

const policies = zhongguancun.roster.map(({ kind }) =>
  kind === 'firm' ? 'solo' : kind === 'university' ? 'publish' : 'idle',
);

function district(effects: readonly Effect[] | undefined, parameters: Partial<Parameters> = {}) {
  const { effects: _, ...rest } = zhongguancun;
  const scenario = effects === undefined ? rest : { ...rest, effects };
  return found(scenario, { seed: 1, settings: SETTINGS, policies, parameters });
}

/** States at the news of each round. */
function news(state: DistrictState, rounds: number): readonly DistrictState[] {
  const states = [act(state, { type: 'openGame' }, { by: 'desk' }).state];
  while (states.length < rounds) {
    let next = states.at(-1) ?? state;
    for (let phase = 0; phase < 3; phase++) next = act(next, { type: 'advancePhase' }, { by: 'desk' }).state;
    states.push(next);
  }
  return states;
}

test('N1 the scenarios’ years: what each does, and in which round', () => {
  const told = (id: string) =>
    scenarioById(id)?.effects?.map(({ parameter, times, from, to }) => `${parameter} ${times} ${from}-${to ?? ''}`);
  expect(told('zhongguancun')).toEqual([
    'commonsPerOpen 2 3-3',
    'scorePublish 0.7 4-',
    'priceBase 0.5 7-7',
    'pricePerKnowledge 0.5 7-7',
    'listTax 1.5 8-',
    'scoreOutside 1.6 8-',
    'trainingPerPoint 2 8-',
    'scoreBureauCommand 2 8-8',
    'scoreCommissionCommand 2 8-8',
    'commandNeeded 0.5 8-',
    'margin 1.15 9-9',
    'loanInterest 1.5 10-',
    'scoreOutside 1.5 11-',
    'trainingPerPoint 2.5 11-',
    'scoreBureauCommand 2 11-11',
    'scoreCommissionCommand 2 11-11',
    'leaveForced 0.5 11-',
  ]);
  expect(told('zhongguancun-10')).toEqual([
    'commonsPerOpen 2 3-3',
    'scorePublish 0.7 4-',
    'listTax 1.5 6-',
    'scoreOutside 1.6 6-',
    'trainingPerPoint 2 6-',
    'scoreBureauCommand 1.75 6-6',
    'scoreCommissionCommand 1.75 6-6',
    'commandNeeded 0.5 6-',
    'margin 1.15 7-7',
    'scoreBureauCommand 1.75 7-7',
    'scoreCommissionCommand 1.75 7-7',
    'loanInterest 1.5 8-',
    'scoreOutside 1.5 9-',
    'trainingPerPoint 2.5 9-',
    'scoreBureauCommand 2 9-9',
    'scoreCommissionCommand 2 9-9',
    'leaveForced 0.5 9-',
  ]);
  expect(told('zhongguancun-8')).toEqual([
    'scorePublish 0.7 3-',
    'listTax 1.5 5-',
    'scoreOutside 1.4 5-',
    'trainingPerPoint 1.5 5-',
    'margin 1.15 6-6',
    'loanInterest 1.5 7-',
    'scoreOutside 1.3 7-',
    'trainingPerPoint 2 7-',
    'scoreBureauCommand 1.4 7-7',
    'scoreCommissionCommand 1.4 7-7',
    'commandNeeded 0.5 7-',
    'leaveForced 0.5 7-',
  ]);
});

test('N1 a point of command gains as much for either office, since the news tell it once', () => {
  for (const { effects = [] } of SCENARIOS) {
    const moved = (name: string) => effects.flatMap(({ parameter, ...rest }) => (parameter === name ? [rest] : []));
    expect(moved('scoreBureauCommand')).toEqual(moved('scoreCommissionCommand'));
  }
});

describe('effects of the years', () => {
  test('N1 with the news of a round the numbers are the founded ones times the factors then in force', () => {
    const rounds = news(initialState(district(EFFECTS, { margin: 2 })), 4);
    expect(rounds.map(({ parameters }) => parameters.margin)).toEqual([2, 12, 6, 2]);
    expect(rounds.map(({ parameters }) => parameters.listTax)).toEqual([0.5, 0.75, 0.75, 0.75]);
    expect(rounds.map(({ base }) => base?.margin)).toEqual([2, 2, 2, 2]);
  });

  test('N1 everybody sees them from the news of their first year on, over or not, and never before', () => {
    const rounds = news(initialState(district(EFFECTS)), 4);
    const seen = rounds.map((state) =>
      publicView(state).effects?.map(({ parameter, times }) => `${parameter} ${times}`),
    );
    expect(seen).toEqual([
      undefined,
      ['listTax 1.5', 'margin 2', 'margin 3'],
      ['listTax 1.5', 'margin 2', 'margin 3'],
      ['listTax 1.5', 'margin 2', 'margin 3'],
    ]);
  });

  test('N1 the founding carries them, so that a log needs no scenario; without any a state is as it always was', () => {
    const founded = district(EFFECTS);
    expect(foundedOf(makeHeader(founded, { districtId: 'd' }))).toEqual(founded);
    const plain = initialState(district(undefined));
    expect(plain).not.toHaveProperty('base');
    expect(plain).not.toHaveProperty('effects');
    expect(stateHash(plain)).not.toBe(stateHash(initialState(founded)));
  });

  test('N1 a practice leaves the numbers as they were founded', () => {
    const first: readonly Effect[] = [{ parameter: 'margin', times: 2, from: 1, to: 1 }];
    let state = act(initialState(district(first)), { type: 'openPractice' }, { by: 'desk' }).state;
    expect(state.parameters.margin).toBeCloseTo(3.4, 12);
    state = act(state, { type: 'endPractice' }, { by: 'desk' }).state;
    expect(state.parameters).toEqual(state.base);
  });
});
