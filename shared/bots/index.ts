/**
 * The bots by name. The same policies play empty seats, run the simulations, and stand for populations in the
 * predictions.
 */
import type { ActorKind } from '../engine/actors.ts';
import { draw } from '../engine/random.ts';
import { bestReply } from './best-reply.ts';
import { cooperate, cooperateWithForeign } from './cooperate.ts';
import { command, enable, fund, idle } from './governments.ts';
import { merger, mergerWithResearch } from './merger.ts';
import { opportunist } from './opportunist.ts';
import { partnerChoosing } from './partner-choosing.ts';
import type { Policy } from './policy.ts';
import { solo } from './solo.ts';
import {
  survivalFirst,
  survivalFirstWithForeign,
  survivalFirstWithLoans,
  survivalFirstWithVenture,
} from './survival-first.ts';
import { titForTat } from './tit-for-tat.ts';
import { trader, traderWithLoans } from './trader.ts';
import { open, outside, publish, shelter } from './universities.ts';

export { botAnswers, botOffers } from './offers.ts';
export { type BotRandom, botRandom, type Policy } from './policy.ts';

const FIRMS = {
  cooperate,
  'cooperate-with-foreign': cooperateWithForeign,
  'tit-for-tat': titForTat,
  'partner-choosing': partnerChoosing,
  'survival-first': survivalFirst,
  'survival-first-with-loans': survivalFirstWithLoans,
  'survival-first-with-venture': survivalFirstWithVenture,
  'survival-first-with-foreign': survivalFirstWithForeign,
  opportunist,
  trader,
  'trader-with-loans': traderWithLoans,
  solo,
  merger,
  'merger-rd': mergerWithResearch,
  'best-reply': bestReply,
} as const satisfies Readonly<Record<string, Policy>>;

const UNIVERSITIES = { publish, outside, shelter, open } as const satisfies Readonly<Record<string, Policy>>;
const GOVERNMENTS = { idle, command, enable, fund } as const satisfies Readonly<Record<string, Policy>>;

export type FirmPolicyName = keyof typeof FIRMS;
export type UniversityPolicyName = keyof typeof UNIVERSITIES;
export type GovernmentPolicyName = keyof typeof GOVERNMENTS;
export type PolicyName = FirmPolicyName | UniversityPolicyName | GovernmentPolicyName;

/** The closed list: what may play a seat of each kind. */
export const POLICIES = {
  firm: Object.keys(FIRMS) as readonly FirmPolicyName[],
  university: Object.keys(UNIVERSITIES) as readonly UniversityPolicyName[],
  bureau: Object.keys(GOVERNMENTS) as readonly GovernmentPolicyName[],
  commission: Object.keys(GOVERNMENTS) as readonly GovernmentPolicyName[],
} as const satisfies Readonly<Record<ActorKind, readonly PolicyName[]>>;

const BY_NAME: ReadonlyMap<string, Policy> = new Map(Object.entries({ ...FIRMS, ...UNIVERSITIES, ...GOVERNMENTS }));

/** Each policy once, whoever may be played by it. */
export const ALL_BOTS: readonly PolicyName[] = [...new Set(Object.values(POLICIES).flat())];

export function isPolicyFor(kind: ActorKind, name: string): name is PolicyName {
  const names: readonly string[] = POLICIES[kind];
  return names.includes(name);
}

/** Undefined when no bot goes by that name. */
export function policyFor(name: string): Policy | undefined {
  return BY_NAME.get(name);
}

const DEFAULTS = {
  firm: 'partner-choosing',
  university: 'publish',
  bureau: 'idle',
  commission: 'idle',
} as const satisfies Readonly<Record<ActorKind, PolicyName>>;

/** Who plays a seat when nothing else was said. */
export function defaultPolicy(kind: ActorKind): PolicyName {
  return DEFAULTS[kind];
}

const STREET: readonly PolicyName[] = [
  'partner-choosing',
  'tit-for-tat',
  'merger',
  'opportunist',
  'survival-first',
  'solo',
  'merger-rd',
  'trader',
];

const INSTITUTIONS = {
  university: ['open', 'publish', 'shelter'],
  bureau: ['command', 'idle', 'enable'],
  commission: ['enable', 'idle', 'command'],
} as const satisfies Readonly<Record<Exclude<ActorKind, 'firm'>, readonly PolicyName[]>>;

/**
 * A street as a visitor would find it, by seat: every firm its own way, labs open or not, offices that command, enable or
 * do nothing. The seed deals the policies, so that no two districts of a class are alike.
 */
export function mixedPolicies(actors: readonly { readonly kind: ActorKind }[], seed: number): readonly PolicyName[] {
  const street = STREET.map((name) => ({ name, order: draw(seed, 'mixed', name) })).sort((a, b) => a.order - b.order);
  let firms = 0;
  return actors.map(({ kind }, seat) => {
    if (kind === 'firm') return street[firms++ % street.length]?.name ?? DEFAULTS.firm;
    const choices = INSTITUTIONS[kind];
    return choices[Math.floor(draw(seed, 'mixed', seat) * choices.length)] ?? DEFAULTS[kind];
  });
}
