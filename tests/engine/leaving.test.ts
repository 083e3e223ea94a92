import { describe, expect, test } from 'vitest';
import type { Seat } from '../../shared/engine/actors.ts';
import type { FirmPlan } from '../../shared/engine/plans.ts';
import { publicView } from '../../shared/engine/public-view.ts';
import { headOf } from '../../shared/engine/queries.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { viewFor } from '../../shared/engine/view.ts';
import {
  act,
  BEZ,
  BUREAU,
  eventOf,
  firm,
  firmPlan,
  governmentPlan,
  inRound,
  planning,
  refusalOf,
  resolved,
  withFirms,
} from './support.ts';

const LEAVES: FirmPlan = firmPlan(6, 0, [], { kind: 'leave' });
const COMMAND = { [BUREAU]: governmentPlan({ command: 1 }), [BEZ]: governmentPlan({ command: 1 }) };

/** Firm 2 owned by firm 0 by command, firm 4 by firm 2 by consent. */
function owned(parameters: Parameters<typeof planning>[0] = {}): DistrictState {
  return withFirms(planning(parameters), { 2: { owner: 0, forced: true }, 4: { owner: 2 } });
}

function refused(state: DistrictState, seat: Seat): string | undefined {
  return refusalOf(state, { type: 'filePlan', plan: LEAVES }, { seat })?.refused;
}

describe('leaving', () => {
  test('D9 only an owned firm may plan it, and only where it is allowed', () => {
    const state = owned();
    expect(refused(state, 2)).toBeUndefined();
    expect(refused(state, 0)).toBe('leave-not-owned');
    expect(refused(owned({ parameters: { leaveAllowed: 0 } }), 2)).toBe('leave-not-owned');
    expect(viewFor(state, 2).legal.leave).toEqual({});
    expect(viewFor(state, 0).legal.leave).toEqual({ refused: 'leave-not-owned' });
  });

  test('D9 the price goes to the direct owner, half of it where command had taken the firm', () => {
    const state = owned();
    const price = 3 + 0.3 * 4;
    expect(viewFor(state, 2).quotes.leavePrice).toBeCloseTo(price / 2, 12);
    expect(viewFor(state, 4).quotes.leavePrice).toBeCloseTo(price, 12);
    expect(viewFor(state, 0).quotes.leavePrice).toBeUndefined();
    const { events } = resolved(state, { 2: LEAVES, 4: LEAVES });
    expect(events.filter(({ type }) => type === 'FirmLeft')).toEqual([
      { type: 'FirmLeft', firm: 2, owner: 0, price: price / 2 },
      { type: 'FirmLeft', firm: 4, owner: 2, price },
    ]);
  });

  test('D9 it takes what it owns with it, and is forced no more', () => {
    const { state } = resolved(owned(), { 2: LEAVES });
    expect(firm(state, 2)).toMatchObject({ forced: false });
    expect(firm(state, 2).owner).toBeUndefined();
    expect(headOf(state.firms, 4)).toBe(2);
  });

  test('D9 two points of command in all hold it, unless it is certified', () => {
    const held = resolved(owned(), { 2: LEAVES, ...COMMAND });
    expect(eventOf(held.events, 'LeaveRefused')).toEqual({ type: 'LeaveRefused', firm: 2, why: 'command' });
    expect(firm(held.state, 2).owner).toBe(0);
    const shielded = { ...COMMAND, [BEZ]: governmentPlan({ command: 1, list: [2] }) };
    expect(eventOf(resolved(inRound(owned(), 5), { 2: LEAVES, ...shielded }).events, 'FirmLeft').firm).toBe(2);
  });

  test('D9 one that cannot pay stays', () => {
    const { events } = resolved(withFirms(owned(), { 2: { cash: 2 } }), { 2: LEAVES });
    expect(eventOf(events, 'LeaveRefused')).toEqual({ type: 'LeaveRefused', firm: 2, why: 'cash' });
    const price = viewFor(owned(), 2).quotes.leavePrice ?? Number.NaN;
    const left = resolved(withFirms(owned(), { 2: { cash: price } }), { 2: LEAVES });
    expect(eventOf(left.events, 'FirmLeft')).toMatchObject({ firm: 2, price });
  });

  test('D9 who has left may be sold in the same round, and may not sell itself while it leaves', () => {
    const sale = firmPlan(6, 0, [], { kind: 'sell', buyer: 2 });
    expect(refusalOf(owned(), { type: 'filePlan', plan: sale }, { seat: 4 })?.refused).toBe('merge-same-tree');
  });

  test('D9 everybody sees who left, the price only the two, and a refusal only the firm', () => {
    const left = resolved(owned(), { 2: LEAVES }).state;
    expect(publicView(left).happenings).toContainEqual({ type: 'FirmLeft', firm: 2, owner: 0 });
    const told = (seat: Seat) => viewFor(left, seat).result?.happenings.map(({ type }) => type) ?? [];
    expect(told(2)).toContain('FirmLeft');
    expect(told(0)).toContain('FirmLeft');
    expect(told(4)).not.toContain('FirmLeft');
    const held = resolved(owned(), { 2: LEAVES, ...COMMAND }).state;
    expect(JSON.stringify(publicView(held).happenings)).not.toContain('LeaveRefused');
    expect(viewFor(held, 2).result?.happenings.map(({ type }) => type)).toContain('LeaveRefused');
    expect(viewFor(held, 0).result?.happenings.map(({ type }) => type)).not.toContain('LeaveRefused');
  });

  test('D9 a missed deadline does not leave again', () => {
    const state = act(owned(), { type: 'filePlan', plan: LEAVES }, { seat: 2 }).state;
    const again = {
      ...state,
      lastPlans: state.plans.map((filed) => filed?.plan),
      plans: state.plans.map(() => undefined),
    };
    const closed = act(again, { type: 'closeRound' }, { by: 'desk' });
    expect(closed.events).toContainEqual(
      expect.objectContaining({ type: 'PlanFiled', seat: 2, plan: firmPlan(6, 0), by: 'timeout' }),
    );
  });
});
