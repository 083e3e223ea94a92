/**
 * The set-up of a class: the body of `POST /api/classes`, and the same object as a file to keep and share.
 *
 *     const file = readSetupFile(text);
 *     if ('refused' in file) explain(file.refused); else openClass(file.setup);
 */
import { z } from 'zod';
import { CLOCK_MODES, ROUND_PHASES } from '../engine/parts.ts';
import { districtNumber, MOST_ROUNDS, type Parsed, seat } from './schemas.ts';
import {
  ASSIGNMENTS,
  CLASS_LANGUAGES,
  DEALS_OF_ROLES,
  ENDS,
  LATE,
  LEFTOVERS,
  PACES,
  PLAY_ON_BYTES,
  SETUP_LIMITS,
} from './setup-choices.ts';
import { SETUP_BYTES, SETUP_FORMAT, SETUP_VERSION, type SetupRefusal } from './setup-file.ts';

export type { Assignment, ClassLanguage, DealOfRoles, Ends, Leftovers, Pace } from './setup-choices.ts';

const { shortestMs, longestMs, titleLength, treatmentNameLength } = SETUP_LIMITS;
const duration = z.int().min(shortestMs).max(longestMs);
const treatmentChoices = {
  clockMode: z.enum(CLOCK_MODES).exactOptional(),
  newsMs: duration.exactOptional(),
  planMs: duration.exactOptional(),
  revealMs: duration.exactOptional(),
  talk: z.boolean().exactOptional(),
  /** Talk has ready-made sentences only. */
  sentences: z.boolean().exactOptional(),
  /** Everyone sees how often each seat kept its pacts. */
  reputations: z.boolean().exactOptional(),
  /** Map and wall show the figure during the game; absent: at the end. */
  showFigure: z.boolean().exactOptional(),
  /** False: demand never turns to variety. */
  shock: z.boolean().exactOptional(),
  /** False: points put into the venture fund have no effect. */
  ventureFund: z.boolean().exactOptional(),
  /** Bots of the firms without a person: one policy by name; absent: the mixed street. */
  population: z.string().max(64).exactOptional(),
  /** When playing on: draws new luck from there on. */
  newLuck: z.boolean().exactOptional(),
  /** Parameters that differ from the scenario's, by name. They override `shock` and `ventureFund`. */
  parameters: z.record(z.string().max(64), z.number()).exactOptional(),
};
const treatmentChoicesSchema = z.strictObject(treatmentChoices);
const treatmentSchema = z.strictObject({
  /** Unique within its class. */
  name: z.string().trim().min(1).max(treatmentNameLength),
  ...treatmentChoices,
});

const sisCell = z.string().max(200).exactOptional();
/** The student's ids in Canvas or Moodle, returned unchanged in the gradebook. */
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

/** The server checks which scenarios, sizes and parameters exist. */
export const openClassSchema = z.strictObject({
  scenario: z.string().max(64).exactOptional(),
  seatsPerDistrict: z.int().exactOptional(),
  seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).exactOptional(),
  title: z.string().max(titleLength).exactOptional(),
  /** First language of the class's pages; everyone may switch. */
  language: z.enum(CLASS_LANGUAGES).exactOptional(),
  pace: z.enum(PACES).exactOptional(),
  /** Practice and first round wait for the desk, whatever ends later phases. */
  firstByHand: z.boolean().exactOptional(),
  /** Who tells a district its end; by default the desk does where a clock runs. */
  ends: z.enum(ENDS).exactOptional(),
  leftovers: z.enum(LEFTOVERS).exactOptional(),
  roles: z.enum(DEALS_OF_ROLES).exactOptional(),
  /** Either none, or at least two. */
  treatments: z.array(treatmentSchema).max(SETUP_LIMITS.treatments).exactOptional(),
  assignment: z.enum(ASSIGNMENTS).exactOptional(),
  /** Labels of the expected people, each of whom gets a link and a code. */
  roster: z
    .array(z.union([rosterLabel, z.strictObject({ label: rosterLabel, sis: sisSchema })]))
    .max(SETUP_LIMITS.roster)
    .exactOptional(),
  /** Only people of the roster may join. */
  listOnly: z.boolean().exactOptional(),
  /** Wall and phones show names while the class gathers; the desk may change it. */
  showNames: z.boolean().exactOptional(),
  /** Everyone is asked whether research may use their part, without their name. */
  research: z.boolean().exactOptional(),
  ...treatmentChoices,
});

/** The past a class plays on from: a log, or a class of this server (all of it, unless `districts` names some). */
const playOnSchema = z
  .strictObject({
    /** Text of a log, as in `events.jsonl`. */
    log: z.string().min(1).max(PLAY_ON_BYTES).exactOptional(),
    classId: z.string().max(64).exactOptional(),
    district: districtNumber.exactOptional(),
    districts: z.array(districtNumber).min(1).max(1_000).exactOptional(),
    round: z.int().min(1).max(MOST_ROUNDS),
    /** The branch begins before this phase; a reveal means the news that follow it. */
    phase: z.enum(ROUND_PHASES),
  })
  .refine(({ log, classId }) => (log === undefined) !== (classId === undefined), 'either a log or a class')
  .refine(({ district, districts }) => district === undefined || districts === undefined, 'one district, or some');

/** Homework: each student plays one seat alone, at any hour, without a clock. */
const homeworkSchema = z.strictObject({
  /** Due time in milliseconds since the epoch. */
  due: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  /** What to do with play after the due time. */
  late: z.enum(LATE),
  /** The seat of everybody; absent: seats are dealt. */
  seat: seat.exactOptional(),
});

/** POST /api/classes (bearer: instructor key). When playing on, the set-up states what changes from there on. */
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

/** What a treatment may change; the rest is as in the class. */
export type TreatmentChoices = Parsed<typeof treatmentChoicesSchema>;
export type Treatment = Parsed<typeof treatmentSchema>;
/** Every field has a default. */
export type OpenClassRequest = Parsed<typeof openClassSchema>;
export type OpenRequest = Parsed<typeof openRequestSchema>;
export type Homework = Parsed<typeof homeworkSchema>;
export type PlayOn = Parsed<typeof playOnSchema>;
export type SetupFile = Parsed<typeof fileSchema>;

/** A set-up file of a later version, with unknown fields. */
const laterFileSchema = z.looseObject({
  format: z.literal(SETUP_FORMAT),
  version: z.unknown().refine((version) => version !== SETUP_VERSION),
});

/** Reads a set-up file; refuses other files and later versions. */
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
