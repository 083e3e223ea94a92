/** What a university does with its lab: papers, contracts in the provinces, its own spin-offs, or the street. */
import type { UniversityPlan } from '../engine/plans.ts';
import { distrusted, wishes, without } from './partners.ts';
import { EFFORT, equalShares } from './points.ts';
import type { Policy } from './policy.ts';

const NOTHING: UniversityPlan = {
  kind: 'university',
  publish: 0,
  outside: 0,
  shelter: 0,
  open: 0,
  shares: [],
  wishes: [],
  breaks: [],
};
const PUBLISHING: UniversityPlan = { ...NOTHING, publish: 6 };
const CONTRACTING: UniversityPlan = { ...NOTHING, outside: 6 };
const SHELTERING: UniversityPlan = { ...NOTHING, shelter: 4, publish: 2 };

export const publish: Policy = () => PUBLISHING;
export const outside: Policy = () => CONTRACTING;
export const shelter: Policy = () => SHELTERING;

/** Half for everybody, half for those firms it has pacts with. */
export const open: Policy = (view, random) => {
  const left = distrusted(view, 0.2);
  const partners = without(view.legal.partners, left);
  const half = EFFORT / 2;
  return {
    ...NOTHING,
    open: half / 10,
    publish: partners.length === 0 ? half / 10 : 0,
    shares: equalShares(half, partners),
    wishes: wishes(view, random, { best: 6, firmsOnly: true }),
    breaks: left,
  };
};
