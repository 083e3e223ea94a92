/** The preview of command: which firms two points take or hold. */
import { beforeAll, expect, test } from 'vitest';
import { asListed, commandText } from '../../client/panels/plan/command-preview.tsx';
import { numbersOf } from '../../client/state/game-parameters.ts';
import { needTexts } from '../../client/state/language.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt } from './district.ts';

beforeAll(() => needTexts(['play']));

const BUREAU = 10;
const COMMISSION = 11;

function read(state: DistrictState, points: number, office = BUREAU): string {
  const view = viewFor(state, office);
  const numbers = numbersOf(view.public);
  if (numbers === undefined) throw new Error('the scenario is known');
  return commandText(view, numbers, points);
}

test('before anybody is taken, two points name who may be, and hold nobody', () => {
  const { state } = districtAt({ round: 1 });
  expect(read(state, 1)).toBe(
    'By itself this takes and holds nobody; it still scores you +0.2. 1 more from Zone Commission will do.',
  );
  expect(read(state, 2)).toBe(
    'The poorest will go into Lakelight: perhaps Lotus Pond, Yannan, Zhaolan. Their books are closed to you. Lakelight would then hold 2 of 8 firms.',
  );
});

test('the Commission as well reads that too little to move anybody still scores', () => {
  const { state } = districtAt({ round: 1 });
  expect(read(state, 1.9, COMMISSION)).toBe(
    'By itself this takes and holds nobody; it still scores you +0.6. 0.1 more from Industrial Bureau will do.',
  );
});

test('where command scores nothing, too little of it is not said to', () => {
  const { state } = districtAt({ round: 1 });
  const parameters = { ...state.parameters, scoreBureauCommand: 0 };
  const view = viewFor(state, BUREAU);
  expect(commandText(view, parameters, 1)).toBe(
    'By itself this takes and holds nobody. 1 more from Zone Commission will do.',
  );
});

test('once all are taken, two points still hold those whom no certificate shields', () => {
  const { state } = districtAt({ round: 5, governments: 'command' });
  const [first, ...rest] = state.firms.flatMap(({ owner }, seat) => (owner === undefined ? [] : [seat]));
  if (first === undefined || rest.length === 0) throw new Error('command has taken firms');
  const name = (seat: number) => state.actors[seat]?.name.en ?? '';
  expect(read(state, 2)).toBe(
    `Nobody is left to take. This year command keeps in the group: ${[first, ...rest].map(name).join(', ')}.`,
  );
  expect(read({ ...state, listed: [first] }, 2)).toBe(
    `Nobody is left to take. This year command keeps in the group: ${rest.map(name).join(', ')}.`,
  );
});

test('it tells how large the tree becomes, when that is half the street, and whom a certificate keeps out', () => {
  const { state } = districtAt({ round: 3, governments: 'command' });
  const spinOffs = state.actors.filter(
    ({ parent, seat }) => parent !== undefined && state.firms[seat]?.owner === undefined,
  );
  const last = spinOffs.at(-1);
  if (last === undefined) throw new Error('one is left');
  const said = read(state, 2);
  expect(said).toContain('Lakelight would then hold 4 of 8 firms: half the street under one head.');
  expect(read({ ...state, listed: [last.seat] }, 2)).toContain(`Safe while certified: ${last.name.en}.`);
});

test('the Commission reads it of the certificates it is about to give, and the bureau of those that stand', () => {
  const { state } = districtAt({ round: 5, governments: 'command' });
  const [first, ...rest] = state.firms.flatMap(({ owner }, seat) => (owner === undefined ? [] : [seat]));
  if (first === undefined) throw new Error('command has taken firms');
  const name = (seat: number) => state.actors[seat]?.name.en ?? '';
  const held = (office: number) => {
    const view = viewFor({ ...state, listed: rest }, office);
    const numbers = numbersOf(view.public);
    if (numbers === undefined) throw new Error('the scenario is known');
    return commandText(asListed(view, { list: [first] }), numbers, 2);
  };
  expect(held(COMMISSION)).toBe(
    `Nobody is left to take. This year command keeps in the group: ${rest.map(name).join(', ')}.`,
  );
  expect(held(BUREAU)).toBe(`Nobody is left to take. This year command keeps in the group: ${name(first)}.`);
});
