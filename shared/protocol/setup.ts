/**
 * How a class is set up: what `POST /api/classes` takes, and the same object as a file that can be kept and passed on.
 *
 *     const file = readSetupFile(text);
 *     if ('refused' in file) explain(file.refused); else openClass(file.setup);
 */
import { z } from 'zod';
import { CLOCK_MODES } from '../engine/parts.ts';
import { type Parsed, seat } from './schemas.ts';
import {
  ASSIGNMENTS,
  CLASS_LANGUAGES,
  DEALS_OF_ROLES,
  LATE,
  LEFTOVERS,
  PACES,
  PLAY_ON_BYTES,
  SETUP_LIMITS,
} from './setup-choices.ts';
import { SETUP_BYTES, SETUP_FORMAT, SETUP_VERSION, type SetupRefusal } from './setup-file.ts';
import { ROUND_PHASES } from './stages.ts';

export type { Assignment, ClassLanguage, DealOfRoles, Leftovers, Pace } from './setup-choices.ts';

const { shortestMs, longestMs, titleLength, treatmentNameLength } = SETUP_LIMITS;
const duration = z.int().min(shortestMs).max(longestMs);
const treatmentChoices = {
  clockMode: z.enum(CLOCK_MODES).exactOptional(),
  newsMs: duration.exactOptional(),
  planMs: duration.exactOptional(),
  revealMs: duration.exactOptional(),
  talk: z.boolean().exactOptional(),
  /** Talk is by ready-made sentences alone. */
  sentences: z.boolean().exactOptional(),
  /** Everyone sees how often everyone else kept their pacts. */
  reputations: z.boolean().exactOptional(),
  /** Maps and wall name the figure during the game; else it is told at the end. */
  showFigure: z.boolean().exactOptional(),
  /** False: demand never turns to variety. */
  shock: z.boolean().exactOptional(),
  /** False: points put into the venture fund buy nothing. */
  ventureFund: z.boolean().exactOptional(),
  /** Who plays the firms that nobody holds: one bot, by name, or the usual street. */
  population: z.string().max(64).exactOptional(),
  /** Where a past is played on: another luck from there on. */
  newLuck: z.boolean().exactOptional(),
  /** Numbers that differ from the scenario's, by name. They win over `shock` and `ventureFund`. */
  parameters: z.record(z.string().max(64), z.number()).exactOptional(),
};
const treatmentChoicesSchema = z.strictObject(treatmentChoices);
const treatmentSchema = z.strictObject({
  /** Unique in its class. */
  name: z.string().trim().min(1).max(treatmentNameLength),
  ...treatmentChoices,
});

const sisCell = z.string().max(200).exactOptional();
/** How Canvas or Moodle know somebody of a roster: goes back to them in the gradebook, as it came. */
const sisSchema = z.strictObject({
  student: sisCell,
  id: sisCell,
  userId: sisCell,
  loginId: sisCell,
  section: sisCell,
  username: sisCell,
  idNumber: sisCell,
  email: sisCell,
});
export type Sis = Parsed<typeof sisSchema>;
const rosterLabel = z.string().max(400);

/** Which scenarios, sizes and parameters there are is for the server to say. */
export const openClassSchema = z.strictObject({
  scenario: z.string().max(64).exactOptional(),
  seatsPerDistrict: z.int().exactOptional(),
  seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).exactOptional(),
  title: z.string().max(titleLength).exactOptional(),
  /** What the class's pages begin in; everyone may switch. */
  language: z.enum(CLASS_LANGUAGES).exactOptional(),
  pace: z.enum(PACES).exactOptional(),
  /** The practice and the first round wait for the desk, whatever ends phases afterwards. */
  firstByHand: z.boolean().exactOptional(),
  leftovers: z.enum(LEFTOVERS).exactOptional(),
  roles: z.enum(DEALS_OF_ROLES).exactOptional(),
  /** None, or two and more. */
  treatments: z.array(treatmentSchema).max(SETUP_LIMITS.treatments).exactOptional(),
  assignment: z.enum(ASSIGNMENTS).exactOptional(),
  /** Labels of those expected: each gets a link and a code of their own. */
  roster: z
    .array(z.union([rosterLabel, z.strictObject({ label: rosterLabel, sis: sisSchema })]))
    .max(SETUP_LIMITS.roster)
    .exactOptional(),
  /** Nobody joins but those of the roster. */
  listOnly: z.boolean().exactOptional(),
  /** The wall and everybody's page show names while the class gathers; the desk may change it. */
  showNames: z.boolean().exactOptional(),
  /** Everyone is asked whether their part may be used for research, without their name. */
  research: z.boolean().exactOptional(),
  ...treatmentChoices,
});

const MOST_ROUNDS = 40;
const districtNumber = z.int().min(1).max(1_000);

/** From where a class plays on: a log, or a class of this server; without `districts` all of it. */
const playOnSchema = z
  .strictObject({
    /** The text of a log, as `events.jsonl` has it. */
    log: z.string().min(1).max(PLAY_ON_BYTES).exactOptional(),
    classId: z.string().max(64).exactOptional(),
    district: districtNumber.exactOptional(),
    districts: z.array(districtNumber).min(1).max(1_000).exactOptional(),
    round: z.int().min(1).max(MOST_ROUNDS),
    /** Before it begins; a reveal stands for the news that follow. */
    phase: z.enum(ROUND_PHASES),
  })
  .refine(({ log, classId }) => (log === undefined) !== (classId === undefined), 'either a log or a class')
  .refine(({ district, districts }) => district === undefined || districts === undefined, 'one district, or some');

/** An assignment: each student plays one seat alone, at any hour, without a clock. */
const homeworkSchema = z.strictObject({
  /** Milliseconds since the epoch. */
  due: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  /** What becomes of what is played after that. */
  late: z.enum(LATE),
  /** Everybody's seat; without it seats are dealt. */
  seat: seat.exactOptional(),
});

/** POST /api/classes (bearer: instructor key). Where a past is played on, the set-up says what changes from there on. */
export const openRequestSchema = z.strictObject({
  ...openClassSchema.shape,
  playOn: playOnSchema.exactOptional(),
  homework: homeworkSchema.exactOptional(),
});

const fileSchema = z.strictObject({
  format: z.literal(SETUP_FORMAT),
  version: z.literal(SETUP_VERSION),
  setup: openClassSchema,
});

/** What a treatment may change; what it leaves out is as in the class. */
export type TreatmentChoices = Parsed<typeof treatmentChoicesSchema>;
export type Treatment = Parsed<typeof treatmentSchema>;
/** Everything has a default. */
export type OpenClassRequest = Parsed<typeof openClassSchema>;
export type OpenRequest = Parsed<typeof openRequestSchema>;
export type Homework = Parsed<typeof homeworkSchema>;
export type PlayOn = Parsed<typeof playOnSchema>;
export type SetupFile = Parsed<typeof fileSchema>;

/** A file of a later version, with whatever else in it. */
const laterFileSchema = z.looseObject({
  format: z.literal(SETUP_FORMAT),
  version: z.unknown().refine((version) => version !== SETUP_VERSION),
});

/** A set-up file as text. A file of anything else is refused, and so is one of a later version. */
export function readSetupFile(text: string): SetupFile | { readonly refused: SetupRefusal } {
  const parsed = fileSchema.safeParse(fromJson(text));
  if (parsed.success) return parsed.data;
  const later = laterFileSchema.safeParse(fromJson(text)).success;
  return { refused: later ? 'setup-version' : 'setup-not-one' };
}

function fromJson(text: string): unknown {
  if (text.length > SETUP_BYTES) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
