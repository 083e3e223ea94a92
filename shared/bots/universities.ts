/** How a university uses its lab: papers, contracts in the provinces, its spin-offs, or the street. */
import { IDLE_UNIVERSITY } from '../engine/plans.ts';
import { distrusted, wishes, without } from './partners.ts';
import { effortOf, equalShares } from './points.ts';
import type { Policy } from './policy.ts';
import { restless } from './restless.ts';

export const publish: Policy = (view) => ({ ...IDLE_UNIVERSITY, publish: effortOf(view) / 10 });
export const outside: Policy = (view) => ({ ...IDLE_UNIVERSITY, outside: effortOf(view) / 10 });

/** A third of the effort goes into papers, the rest into shelter. */
export const shelter: Policy = (view) => {
  const papers = Math.floor(effortOf(view) / 3);
  return { ...IDLE_UNIVERSITY, shelter: (effortOf(view) - papers) / 10, publish: papers / 10 };
};

/** Half goes to everybody, half to the firms with which the university has pacts. */
export const open: Policy = (view, random) => {
  const left = distrusted(view, 0.2);
  const partners = without(view.legal.partners, left);
  const half = Math.floor(effortOf(view) / 2);
  const others = effortOf(view) - half;
  return {
    ...IDLE_UNIVERSITY,
    open: half / 10,
    publish: partners.length === 0 ? others / 10 : 0,
    shares: equalShares(others, partners),
    wishes: wishes(view, random, { best: 6, firmsOnly: true }),
    breaks: left,
  };
};

export const openRestless = restless(open);
