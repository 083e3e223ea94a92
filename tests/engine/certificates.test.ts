import { describe, expect, test } from 'vitest';
import type { Seat } from '../../shared/engine/actors.ts';
import { publicView } from '../../shared/engine/public-view.ts';
import { planForAbsent } from '../../shared/engine/repeat-plan.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { viewFor } from '../../shared/engine/view.ts';
import {
  act,
  BEZ,
  BUREAU,
  eventOf,
  governmentPlan,
  inRound,
  PKU,
  planning,
  refusalOf,
  resolved,
  withFirms,
} from './support.ts';

const zone = () => inRound(planning(), 5);
const naming = (...list: readonly Seat[]) => ({ [BEZ]: governmentPlan({ list }) });

function refused(state: DistrictState, list: readonly Seat[], seat: Seat = BEZ) {
  return refusalOf(state, { type: 'filePlan', plan: governmentPlan({ list }) }, { seat });
}

describe('certificates', () => {
  test('G7 what cannot be on the list, each with its reason and number', () => {
    expect(refused(planning(), [1])).toEqual({ refused: 'list-too-early', about: { value: 1, limit: 5 } });
    expect(refused(zone(), [1, 2, 3, 4])).toEqual({ refused: 'list-too-many', about: { value: 4, limit: 3 } });
    expect(refused(zone(), [1, 2, 1])).toEqual({ refused: 'list-twice', about: { seat: 1 } });
    expect(refused(zone(), [4, 2, 2, 4])).toEqual({ refused: 'list-twice', about: { seat: 2 } });
    expect(refused(zone(), [1, PKU])).toEqual({ refused: 'list-not-a-firm', about: { seat: PKU } });
    expect(refused(zone(), [1], BUREAU)).toEqual({ refused: 'list-not-yours', about: { seat: 1 } });
    expect(refused(zone(), [77])).toEqual({ refused: 'unknown-seat', about: { value: 77 } });
    expect(refused(zone(), [1, 2, 3])).toBeUndefined();
    expect(refused(planning(), [])).toBeUndefined();
  });

  test('G7 a plan keeps its list in seat order, and an empty one not at all', () => {
    const filed = (list: readonly Seat[]) =>
      act(zone(), { type: 'filePlan', plan: governmentPlan({ list }) }, { seat: BEZ }).state.plans[BEZ]?.plan;
    expect(filed([6, 1])).toEqual(governmentPlan({ list: [1, 6] }));
    expect(filed([])).toEqual(governmentPlan());
  });

  test('G7 whatever bodies name is one list in seat order', () => {
    const plans = { [BUREAU]: governmentPlan({ list: [6] }), [BEZ]: governmentPlan({ list: [1, 6] }) };
    expect(eventOf(resolved(zone(), plans).events, 'ListMade').listed).toEqual([1, 6]);
  });

  test('G7 R4 a list stands where nobody files another, of one firm as well', () => {
    const filed = act(zone(), { type: 'filePlan', plan: governmentPlan({ list: [4] }) }, { seat: BEZ }).state;
    const next = {
      ...filed,
      lastPlans: filed.plans.map((each) => each?.plan),
      plans: filed.plans.map(() => undefined),
    };
    expect(planForAbsent(next, BEZ)).toEqual(governmentPlan({ list: [4] }));
    const fewer = { ...next, parameters: { ...next.parameters, listPlaces: 0 } };
    expect(planForAbsent(fewer, BEZ)).toEqual(governmentPlan());
  });

  test('G7 certificates hold from this very round until the next list', () => {
    const first = resolved(zone(), naming(1, 6));
    expect(eventOf(first.events, 'ListMade').listed).toEqual([1, 6]);
    expect(first.events.findIndex(({ type }) => type === 'ListMade')).toBe(1);
    expect(first.state.listed).toEqual([1, 6]);
    const second = resolved(first.state, naming());
    expect(eventOf(second.events, 'ListMade').listed).toEqual([]);
    expect(resolved(second.state, naming()).events.some(({ type }) => type === 'ListMade')).toBe(false);
    expect(resolved(planning()).state).not.toHaveProperty('listed');
  });

  test('G7 a firm that fails loses its certificate', () => {
    const broke = withFirms(zone(), { 6: { cash: -50 } });
    expect(resolved(broke, naming(1, 6)).state.listed).toEqual([1]);
  });

  test('G6 a certified firm is not absorbed: command takes the next poorest', () => {
    const poor = withFirms(zone(), { 2: { cash: 9 }, 4: { cash: 5 } });
    const command = governmentPlan({ command: 2 });
    expect(eventOf(resolved(poor, { [BUREAU]: command }).events, 'FirmAbsorbed').firm).toBe(4);
    expect(eventOf(resolved(poor, { [BUREAU]: command, ...naming(4) }).events, 'FirmAbsorbed').firm).toBe(2);
  });

  test('R4 a missed deadline repeats the list; R5 someone who never filed makes none', () => {
    const listed = resolved(zone(), naming(1, 6)).state;
    const absent = (state: DistrictState) =>
      act({ ...state, phase: 'plan', plans: state.plans.map(() => undefined) }, { type: 'closeRound' }, { by: 'desk' });
    expect(absent(listed).state.listed).toEqual([1, 6]);
    expect(absent(zone()).state).not.toHaveProperty('listed');
  });

  test('V1 certificates are public from the reveal on', () => {
    const filed = act(zone(), { type: 'filePlan', plan: governmentPlan({ list: [1] }) }, { seat: BEZ }).state;
    expect(publicView(filed).seats[1]).not.toHaveProperty('listed');
    const { state } = resolved(zone(), naming(1));
    expect(publicView(state).seats[1]?.listed).toBe(true);
    expect(publicView(state).happenings).toContainEqual({ type: 'ListMade', listed: [1] });
  });

  test('V3 the Commission is offered every firm from the first year of the list on, and nobody else is', () => {
    const options = viewFor(zone(), BEZ).legal.list;
    expect(options.filter(({ refused: why }) => why === undefined).map(({ seat }) => seat)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7,
    ]);
    expect(viewFor(planning(), BEZ).legal.list.every(({ refused: why }) => why === 'list-too-early')).toBe(true);
    expect(viewFor(zone(), BUREAU).legal.list).toEqual([]);
  });
});
