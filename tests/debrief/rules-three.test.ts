/** Additions of rules 3 in a log: leaving and certificates as turning points, presets, columns. */
import { expect, test } from 'vitest';
import { chronicleOf, momentAt } from '../../shared/debrief/chronicle.ts';
import { presetPlan, presetsFor } from '../../shared/debrief/presets.ts';
import { turningPointsOf } from '../../shared/debrief/turning-points.ts';
import { scoreOf } from '../../shared/engine/score.ts';
import { recorded } from './districts.ts';

const ruled = chronicleOf(recorded({ firms: ['tit-for-tat'], government: 'command-early-list', seed: 3 }));
const commanded = chronicleOf(recorded({ firms: ['survival-first'], government: 'command-early', seed: 3 }));

test('the first certificates, with the pacts that those certified kept', () => {
  const point = turningPointsOf(ruled).find(({ kind }) => kind === 'firstList');
  const played = ruled.rounds.find(({ round }) => round === point?.round);
  expect(point?.seats).toEqual(played?.after.listed);
  expect(point?.seats.length).toBeGreaterThan(0);
  expect(point?.evidence.kept).toBeLessThanOrEqual(point?.evidence.pacts ?? 0);
});

test('the first firm that left, what it paid and what its score gained from then on', () => {
  const point = turningPointsOf(commanded).find(({ kind }) => kind === 'firstLeaving');
  const played = commanded.rounds.find(({ round }) => round === point?.round);
  const left = played?.events.find((event) => event.type === 'FirmLeft');
  if (point === undefined || left?.type !== 'FirmLeft' || played === undefined) throw new Error('nobody left');
  expect(point.seats).toEqual([left.firm, left.owner]);
  const end = commanded.final.history.at(-1)?.scores[left.firm] ?? 0;
  expect(point.evidence).toEqual({ price: left.price, gained: end - scoreOf(played.before, left.firm) });
});

test('plans to ask the model about: leaving for firms, certificates for the Commission alone', () => {
  expect(presetsFor('firm')).toContain('leave');
  expect(presetsFor('commission')).toContain('list');
  expect(presetsFor('bureau')).not.toContain('list');
  const state = momentAt(ruled, 8, 'plan')?.state;
  const seat = ruled.final.actors.find(({ kind }) => kind === 'commission')?.seat;
  if (state === undefined || seat === undefined) throw new Error('no Commission in round 8');
  const plan = presetPlan(state, seat, 'list');
  expect(plan?.kind === 'government' && plan.list?.length).toBe(state.parameters.listPlaces);
});
