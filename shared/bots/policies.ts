/** Every policy under its name, by the kind of seat it plays. */
import type { ActorKind } from '../engine/actors.ts';
import { bestReply } from './best-reply.ts';
import { cooperate, cooperateRestless, cooperateWithCapital, cooperateWithForeign } from './cooperate.ts';
import { command, commandEarly, commandEarlyList, commandThenZone, enable, fund, idle, zone } from './governments.ts';
import { imitator } from './imitator.ts';
import { leavingWhenForced as leaving } from './leaving.ts';
import { merger, mergerWithResearch } from './merger.ts';
import { mergerUntilShock } from './merger-until-shock.ts';
import { opportunist, opportunistWithForeign } from './opportunist.ts';
import { partnerChoosing, partnerChoosingRestless, partnerChoosingWithCapital } from './partner-choosing.ts';
import type { Policy } from './policy.ts';
import { solo, soloWithForeign } from './solo.ts';
import {
  survivalFirst,
  survivalFirstRestless,
  survivalFirstWithForeign,
  survivalFirstWithLoans,
  survivalFirstWithVenture,
} from './survival-first.ts';
import { titForTat, titForTatRestless, titForTatWithCapital } from './tit-for-tat.ts';
import { trader, traderWithCapital, traderWithLoans } from './trader.ts';
import { open, openRestless, outside, publish, shelter } from './universities.ts';

const FIRMS = {
  cooperate: leaving(cooperate),
  'cooperate-with-capital': leaving(cooperateWithCapital),
  'cooperate-with-foreign': leaving(cooperateWithForeign),
  'cooperate-restless': leaving(cooperateRestless),
  'tit-for-tat': leaving(titForTat),
  'tit-for-tat-with-capital': leaving(titForTatWithCapital),
  'tit-for-tat-restless': leaving(titForTatRestless),
  'partner-choosing': leaving(partnerChoosing),
  'partner-choosing-with-capital': leaving(partnerChoosingWithCapital),
  'partner-choosing-restless': leaving(partnerChoosingRestless),
  'survival-first': leaving(survivalFirst),
  'survival-first-with-loans': leaving(survivalFirstWithLoans),
  'survival-first-with-venture': leaving(survivalFirstWithVenture),
  'survival-first-with-foreign': leaving(survivalFirstWithForeign),
  'survival-first-restless': leaving(survivalFirstRestless),
  opportunist: leaving(opportunist),
  'opportunist-with-foreign': leaving(opportunistWithForeign),
  trader: leaving(trader),
  'trader-with-loans': leaving(traderWithLoans),
  'trader-with-capital': leaving(traderWithCapital),
  solo: leaving(solo),
  'solo-with-foreign': leaving(soloWithForeign),
  merger,
  'merger-rd': mergerWithResearch,
  'merger-until-shock': mergerUntilShock,
  imitator,
  'best-reply': leaving(bestReply),
} as const satisfies Readonly<Record<string, Policy>>;

const UNIVERSITIES = {
  publish,
  outside,
  shelter,
  open,
  'open-restless': openRestless,
} as const satisfies Readonly<Record<string, Policy>>;

const GOVERNMENTS = {
  idle,
  command,
  'command-early': commandEarly,
  'command-early-list': commandEarlyList,
  'command-then-zone': commandThenZone,
  enable,
  fund,
  zone,
} as const satisfies Readonly<Record<string, Policy>>;

export type FirmPolicyName = keyof typeof FIRMS;
export type UniversityPolicyName = keyof typeof UNIVERSITIES;
export type GovernmentPolicyName = keyof typeof GOVERNMENTS;
export type PolicyName = FirmPolicyName | UniversityPolicyName | GovernmentPolicyName;

/** Closed list of the policies for each kind of seat. */
export const POLICIES = {
  firm: Object.keys(FIRMS) as readonly FirmPolicyName[],
  university: Object.keys(UNIVERSITIES) as readonly UniversityPolicyName[],
  bureau: Object.keys(GOVERNMENTS) as readonly GovernmentPolicyName[],
  commission: Object.keys(GOVERNMENTS) as readonly GovernmentPolicyName[],
} as const satisfies Readonly<Record<ActorKind, readonly PolicyName[]>>;

const BY_NAME: ReadonlyMap<string, Policy> = new Map(Object.entries({ ...FIRMS, ...UNIVERSITIES, ...GOVERNMENTS }));

/** Every policy, each once. */
export const ALL_BOTS: readonly PolicyName[] = [...new Set(Object.values(POLICIES).flat())];

export function isPolicyFor(kind: ActorKind, name: string): name is PolicyName {
  const names: readonly string[] = POLICIES[kind];
  return names.includes(name);
}

/** Undefined for an unknown name. */
export function policyFor(name: string): Policy | undefined {
  return BY_NAME.get(name);
}

const DEFAULTS = {
  firm: 'partner-choosing',
  university: 'publish',
  bureau: 'idle',
  commission: 'idle',
} as const satisfies Readonly<Record<ActorKind, PolicyName>>;

/** The policy of a seat for which none was named. */
export function defaultPolicy(kind: ActorKind): PolicyName {
  return DEFAULTS[kind];
}
