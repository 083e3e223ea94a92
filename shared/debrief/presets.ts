/** Plans that are easy to ask about: one word each, made to fit what the seat could do at that moment. */
import type { Seat } from '../engine/actors.ts';
import { NO_DEAL, type Plan, type Share, tenths } from '../engine/plans.ts';
import { at, budgetOf, partnersOf } from '../engine/queries.ts';
import type { DistrictState } from '../engine/state.ts';

export const FIRM_PRESETS = ['trade', 'research', 'share', 'break', 'loan'] as const;
export const UNIVERSITY_PRESETS = ['publish', 'outside', 'shelter', 'open'] as const;
export const GOVERNMENT_PRESETS = ['command', 'law', 'reform', 'fund', 'training'] as const;
export type Preset =
  | (typeof FIRM_PRESETS)[number]
  | (typeof UNIVERSITY_PRESETS)[number]
  | (typeof GOVERNMENT_PRESETS)[number];

export function presetsFor(kind: 'firm' | 'university' | 'bureau' | 'commission'): readonly Preset[] {
  if (kind === 'firm') return FIRM_PRESETS;
  return kind === 'university' ? UNIVERSITY_PRESETS : GOVERNMENT_PRESETS;
}

/** `state`: the plan phase the plan is for. Undefined when the preset is not for this kind of seat. */
export function presetPlan(state: DistrictState, seat: Seat, preset: Preset): Plan | undefined {
  const { kind } = at(state.actors, seat);
  if (!presetsFor(kind).includes(preset)) return undefined;
  const { effort } = state.parameters;
  switch (preset) {
    case 'trade':
      return { kind: 'firm', trade: effort, research: 0, shares: [], deal: NO_DEAL };
    case 'research':
      return { kind: 'firm', trade: 0, research: effort, shares: [], deal: NO_DEAL };
    case 'share':
      return sharing(state, seat);
    case 'break': {
      const breaks = partnersOf(state.pacts, seat);
      const deal = breaks.length === 0 ? NO_DEAL : ({ kind: 'cooperate', wishes: [], breaks } as const);
      return { kind: 'firm', trade: effort, research: 0, shares: [], deal };
    }
    case 'loan':
      return { kind: 'firm', trade: effort / 2, research: effort / 2, shares: [], deal: { kind: 'loan' } };
    case 'publish':
    case 'outside':
    case 'shelter':
    case 'open': {
      const none = { publish: 0, outside: 0, shelter: 0, open: 0 };
      return { kind: 'university', ...none, [preset]: effort, shares: [], wishes: [], breaks: [] };
    }
    default: {
      const none = { command: 0, law: 0, reform: 0, fund: 0, training: 0 };
      return { kind: 'government', ...none, [preset]: budgetOf(state, seat) };
    }
  }
}

const LIVING = 2;

/** Two points to live on, the rest in equal tenths to the partners there are, and what is left over to own research. */
function sharing(state: DistrictState, seat: Seat): Plan {
  const partners = partnersOf(state.pacts, seat);
  const open = tenths(state.parameters.effort - LIVING);
  const each = partners.length === 0 ? 0 : Math.floor(open / partners.length);
  const shares: readonly Share[] = each === 0 ? [] : partners.map((to) => ({ to, points: each / 10 }));
  return { kind: 'firm', trade: LIVING, research: (open - each * shares.length) / 10, shares, deal: NO_DEAL };
}
