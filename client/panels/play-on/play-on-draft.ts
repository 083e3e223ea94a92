/** Changes in the branches of a class that plays on: in the form, and as a request. */
import { OPEN_PARAMETERS, type OpenParameter } from '../../../shared/engine/open-parameters.ts';
import type { OpenRequest, PlayOn, Treatment, TreatmentChoices } from '../../../shared/protocol/setup.ts';

export const CHANGES = [
  'nothing',
  'leavingOff',
  'leavingOn',
  'reputations',
  'talkOff',
  'talkOn',
  'law',
  'population',
  'newLuck',
  'number',
] as const;
export type BranchChange = (typeof CHANGES)[number];

export const POPULATIONS = ['street', 'trader', 'cooperate', 'tit-for-tat', 'merger', 'solo'] as const;
export type PopulationName = (typeof POPULATIONS)[number];

export interface BranchDraft {
  readonly id: number;
  readonly change: BranchChange;
  readonly population: PopulationName;
  readonly number: OpenParameter;
  /** As typed. */
  readonly value: string;
}

/** Limit, because each branch adds districts to the class. */
export const MOST_BRANCHES = 6;

export function freshBranch(id: number, change: BranchChange = 'nothing'): BranchDraft {
  return { id, change, population: 'trader', number: OPEN_PARAMETERS[0], value: '' };
}

/** Law from the start, as much as the Commission makes in half a game. */
const START_LAW = 0.5;
const LAW_PER_POINT = 2;

export function isWrong({ change, value }: BranchDraft): boolean {
  return change === 'number' && (value.trim() === '' || !Number.isFinite(Number(value)));
}

function choicesOf({ change, population, number, value }: BranchDraft, from: Origin): TreatmentChoices {
  switch (change) {
    case 'nothing':
      return {};
    case 'leavingOff':
      return { parameters: { leaveAllowed: 0 } };
    case 'leavingOn':
      return { parameters: { leaveAllowed: 1 } };
    case 'reputations':
      return { reputations: true };
    case 'talkOff':
      return { talk: false };
    case 'talkOn':
      return { talk: true };
    case 'law':
      return isStart(from) ? { parameters: { startLaw: START_LAW } } : { parameters: { lawPerPoint: lawFor(from) } };
    case 'population':
      return { population };
    case 'newLuck':
      return { newLuck: true };
    case 'number':
      return { parameters: { [number]: Number(value) } };
  }
}

/** The moment to play on from, and its parameters if known. */
export interface Origin extends Pick<PlayOn, 'round' | 'phase'> {
  readonly lawPerPoint: number;
}

export function isStart({ round, phase }: Pick<PlayOn, 'round' | 'phase'>): boolean {
  return round === 1 && phase === 'news';
}

function lawFor({ lawPerPoint }: Origin): number {
  return lawPerPoint * LAW_PER_POINT;
}

/** A single branch is the class itself; several become named treatments. */
export function requestOf(
  branches: readonly BranchDraft[],
  from: Origin,
  playOn: PlayOn,
  nameOf: (branch: BranchDraft, place: number) => string,
): OpenRequest {
  const [only] = branches;
  if (branches.length === 1 && only !== undefined) return { playOn, ...choicesOf(only, from) };
  const treatments = branches.map((branch, place): Treatment => {
    return { name: nameOf(branch, place), ...choicesOf(branch, from) };
  });
  return { playOn, treatments };
}
