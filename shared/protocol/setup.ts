/**
 * How a class is set up: what `POST /api/classes` takes, and the same object as a file that can be kept and passed on.
 *
 *     const file = readSetupFile(text);
 *     if ('refused' in file) explain(file.refused); else openClass(file.setup);
 */
import { z } from 'zod';
import type { Parameters } from '../engine/parameters.ts';
import { CLOCK_MODES, type ClockMode } from '../engine/parts.ts';

export const CLASS_LANGUAGES = ['en', 'zh'] as const;
export type ClassLanguage = (typeof CLASS_LANGUAGES)[number];

/**
 * People who do not fill a district: `bots` opens another district for them with bots beside them; `mirror` lets each
 * plan for a seat somebody else holds, recorded and not carried out; `observe` lets them watch a district.
 */
export const LEFTOVERS = ['bots', 'mirror', 'observe'] as const;
export type Leftovers = (typeof LEFTOVERS)[number];

/** Who gets which role: drawn, drawn so that each district has its mix of kinds, or as the desk placed them. */
export const DEALS_OF_ROLES = ['random', 'balanced', 'hand'] as const;
export type DealOfRoles = (typeof DEALS_OF_ROLES)[number];

/** Which district gets which treatment: drawn for each, drawn in equal numbers, or as the desk says. */
export const ASSIGNMENTS = ['random', 'balanced', 'hand'] as const;
export type Assignment = (typeof ASSIGNMENTS)[number];

/** What a treatment may change; what it leaves out is as in the class. */
export interface TreatmentChoices {
  readonly clockMode?: ClockMode;
  readonly newsMs?: number;
  readonly planMs?: number;
  readonly revealMs?: number;
  readonly talk?: boolean;
  /** Everyone sees how often everyone else kept their pacts. */
  readonly reputations?: boolean;
  /** False: demand never turns to variety. */
  readonly shock?: boolean;
  /** False: points put into the venture fund buy nothing. */
  readonly ventureFund?: boolean;
  /** Numbers that differ from the scenario's, by name. They win over `shock` and `ventureFund`. */
  readonly parameters?: Partial<Parameters>;
}

export interface Treatment extends TreatmentChoices {
  /** Unique in its class. */
  readonly name: string;
}

/** POST /api/classes (bearer: instructor key). Everything has a default. */
export interface OpenClassRequest extends TreatmentChoices {
  readonly scenario?: string;
  readonly seatsPerDistrict?: number;
  readonly seed?: number;
  readonly title?: string;
  /** What the class's pages begin in; everyone may switch. */
  readonly language?: ClassLanguage;
  readonly leftovers?: Leftovers;
  readonly roles?: DealOfRoles;
  /** None, or two and more. */
  readonly treatments?: readonly Treatment[];
  readonly assignment?: Assignment;
  /** Labels of those expected: each gets a link and a code of their own. */
  readonly roster?: readonly string[];
  /** Nobody joins but those of the roster. */
  readonly listOnly?: boolean;
}

export const SETUP_FORMAT = 'electronics-street-setup';
export const SETUP_VERSION = 1;
export const SETUP_BYTES = 65_536;

export interface SetupFile {
  readonly format: typeof SETUP_FORMAT;
  readonly version: typeof SETUP_VERSION;
  readonly setup: OpenClassRequest;
}

/** Limits of what may be chosen. Durations in milliseconds. */
export const SETUP_LIMITS = {
  shortestMs: 200,
  longestMs: 30 * 60_000,
  titleLength: 80,
  treatments: 8,
  treatmentNameLength: 40,
  roster: 600,
} as const;

const { shortestMs, longestMs, titleLength, treatmentNameLength } = SETUP_LIMITS;
const duration = z.int().min(shortestMs).max(longestMs);
const treatmentChoices = {
  clockMode: z.enum(CLOCK_MODES).optional(),
  newsMs: duration.optional(),
  planMs: duration.optional(),
  revealMs: duration.optional(),
  talk: z.boolean().optional(),
  reputations: z.boolean().optional(),
  shock: z.boolean().optional(),
  ventureFund: z.boolean().optional(),
  parameters: z.record(z.string().max(64), z.number()).optional(),
};

/** Which scenarios, sizes and parameters there are is for the server to say. */
export const openClassSchema = z.strictObject({
  scenario: z.string().max(64).optional(),
  seatsPerDistrict: z.int().optional(),
  seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  title: z.string().max(titleLength).optional(),
  language: z.enum(CLASS_LANGUAGES).optional(),
  leftovers: z.enum(LEFTOVERS).optional(),
  roles: z.enum(DEALS_OF_ROLES).optional(),
  treatments: z
    .array(z.strictObject({ name: z.string().trim().min(1).max(treatmentNameLength), ...treatmentChoices }))
    .max(SETUP_LIMITS.treatments)
    .optional(),
  assignment: z.enum(ASSIGNMENTS).optional(),
  roster: z.array(z.string().max(400)).max(SETUP_LIMITS.roster).optional(),
  listOnly: z.boolean().optional(),
  ...treatmentChoices,
});

const fileSchema = z.strictObject({
  format: z.literal(SETUP_FORMAT),
  version: z.int(),
  setup: openClassSchema,
});

export const SETUP_REFUSALS = ['setup-not-one', 'setup-version'] as const;
export type SetupRefusal = (typeof SETUP_REFUSALS)[number];

/** A set-up file as text. A file of anything else is refused, and so is one of a later version. */
export function readSetupFile(text: string): SetupFile | { readonly refused: SetupRefusal } {
  const value = fromJson(text);
  const parsed = fileSchema.safeParse(value);
  if (typeof value === 'object' && value !== null && 'format' in value && 'version' in value) {
    const { format, version } = value;
    if (format === SETUP_FORMAT && version !== SETUP_VERSION) return { refused: 'setup-version' };
  }
  if (!parsed.success) return { refused: 'setup-not-one' };
  return { format: SETUP_FORMAT, version: SETUP_VERSION, setup: withoutGaps(parsed.data.setup) };
}

/** Labels name people: they stay out of a file that is passed on. */
export function writeSetupFile(setup: OpenClassRequest): string {
  const { roster: _, ...rest } = setup;
  const file: SetupFile = { format: SETUP_FORMAT, version: SETUP_VERSION, setup: rest };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** Zod's optional keys allow `undefined`; the wire's do not. */
export function withoutGaps(parsed: z.infer<typeof openClassSchema>): OpenClassRequest {
  return JSON.parse(JSON.stringify(parsed)) as OpenClassRequest;
}

function fromJson(text: string): unknown {
  if (text.length > SETUP_BYTES) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
