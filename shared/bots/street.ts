/**
 * A mixed street: each seat draws its own policy. So the districts of a class differ, and adding a seat changes no
 * other.
 */
import type { ActorKind } from '../engine/actors.ts';
import { draw } from '../engine/random.ts';
import type { FirmPolicyName, GovernmentPolicyName, PolicyName, UniversityPolicyName } from './policies.ts';

const FIRMS: readonly FirmPolicyName[] = [
  'partner-choosing-restless',
  'opportunist-with-foreign',
  'tit-for-tat-restless',
  'cooperate-restless',
  'survival-first-restless',
  'survival-first-with-loans',
  'imitator',
  'merger',
  'merger-until-shock',
  'merger-until-shock',
  'solo-with-foreign',
  'trader-with-capital',
  'opportunist-with-foreign',
];

const UNIVERSITIES: readonly UniversityPolicyName[] = ['open-restless', 'publish', 'shelter', 'outside'];

const BUREAU: readonly GovernmentPolicyName[] = ['command', 'command', 'command-early', 'command-early', 'enable'];
/** A bureau without a Commission takes on some of its work. */
const BUREAU_ALONE: readonly GovernmentPolicyName[] = [
  'command',
  'command-then-zone',
  'command-then-zone',
  'command-then-zone',
  'zone',
];
const COMMISSION: readonly GovernmentPolicyName[] = ['zone', 'zone', 'zone', 'zone', 'command-early-list', 'idle'];

/** Every firm policy of a mixed street, each once. */
export const STREET_FIRMS: readonly FirmPolicyName[] = [...new Set(FIRMS)];

/** Policies by seat. */
export function mixedPolicies(actors: readonly { readonly kind: ActorKind }[], seed: number): readonly PolicyName[] {
  const commission = actors.some(({ kind }) => kind === 'commission');
  const drawn = {
    firm: FIRMS,
    university: UNIVERSITIES,
    bureau: commission ? BUREAU : BUREAU_ALONE,
    commission: COMMISSION,
  } as const satisfies Readonly<Record<ActorKind, readonly PolicyName[]>>;
  return actors.map(({ kind }, seat) => pick(drawn[kind], draw(seed, 'mixed', seat)));
}

function pick(policies: readonly PolicyName[], luck: number): PolicyName {
  return policies[Math.floor(luck * policies.length)] ?? 'idle';
}
