/** Texts of an office's chips without figures. */
import { beforeAll, expect, test } from 'vitest';
import { unknownOf } from '../../client/panels/plan/chip-figures.tsx';
import { aboutInstrument } from '../../client/panels/plan/office-about.ts';
import { numbersOf } from '../../client/state/game-parameters.ts';
import { needTexts } from '../../client/state/language.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt } from './district.ts';

beforeAll(() => needTexts(['play']));

const COMMISSION = 11;

test('before the first pact law has no figure, since its pacts are unknown', () => {
  const before = viewFor(districtAt({ round: 1 }).state, COMMISSION).public;
  expect(before.pacts).toEqual([]);
  expect(unknownOf('law', before)).toBe('signed');
  expect(unknownOf('reform', before)).toBeUndefined();
  const signed = viewFor(districtAt({ round: 4, policies: 'cooperate' }).state, COMMISSION).public;
  expect(unknownOf('law', signed)).toBeUndefined();
});

test('the fund has no figure while firms may ask it', () => {
  const { public: shown } = viewFor(districtAt({ round: 4 }).state, COMMISSION);
  expect(unknownOf('fund', shown)).toBe('asked');
  expect(unknownOf('fund', { ...shown, fundOff: true })).toBeUndefined();
});

test('reform says when it has no effect', () => {
  const { state } = districtAt({ round: 4 });
  const said = (distance: number) => {
    const view = viewFor({ ...state, distance }, COMMISSION);
    return aboutInstrument('reform', view, numbersOf(view.public));
  };
  expect(said(0.12)).toBe('state and non-state are 12% apart');
  expect(said(0.1)).toBe('state and non-state are 10% apart; no nearer is possible');
});
