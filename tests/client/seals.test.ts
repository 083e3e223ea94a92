/** Given and withdrawn certificates are told to the street and to the firm. */
import { beforeAll, expect, test } from 'vitest';
import { ownSentences, streetSentences } from '../../client/panels/reveal/happenings.ts';
import { needTexts } from '../../client/state/language.ts';
import { rememberSeals } from '../../client/state/seals.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import type { Phase } from '../../shared/engine/parts.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM } from './district.ts';

beforeAll(() => needTexts(['play']));

const OTHER = 3;
const { state } = districtAt({ round: 6 });

function year(round: number, phase: Phase, listed: readonly Seat[]): SeatView {
  return viewFor({ ...state, round, phase, listed, lastRound: [{ type: 'ListMade', listed }] }, FIRM);
}

function told(round: number, listed: readonly Seat[]) {
  const view = year(round, 'reveal', listed);
  rememberSeals('street', view);
  return { street: streetSentences(view.public), own: ownSentences(view.public, FIRM, []) };
}

test('certificates given, kept and withdrawn are told once', () => {
  rememberSeals('street', year(6, 'plan', []));
  expect(told(6, [FIRM])).toEqual({
    street: ['Certified: North Star.'],
    own: ['You are certified: you learn 25% more and pay 50% less tax, and command cannot hold you.'],
  });
  expect(told(7, [FIRM])).toEqual({ street: [], own: [] });
  expect(told(8, [OTHER])).toEqual({
    street: ['Certified: Twin Elms.', 'No longer certified: North Star.'],
    own: ['You lost your certificate: the Commission chose Twin Elms instead.'],
  });
  expect(told(9, [])).toEqual({ street: ['No firm is certified any more.'], own: [] });
});

test('a lost certificate has its reason: others chosen, nobody chosen, or a failure', () => {
  const lostIn = (round: number, lastRound: typeof state.lastRound) => {
    rememberSeals('reasons', year(round, 'plan', [FIRM]));
    const view = viewFor({ ...state, round, phase: 'reveal', listed: [], lastRound }, FIRM);
    return ownSentences(view.public, FIRM, []);
  };
  expect(lostIn(6, [{ type: 'ListMade', listed: [] }])).toEqual([
    'You lost your certificate: the Commission gave it to nobody this year.',
  ]);
  expect(lostIn(7, [{ type: 'FirmFailed', firm: FIRM }])).toEqual([
    'You lost your certificate: a firm that fails loses it.',
  ]);
});
