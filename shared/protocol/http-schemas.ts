/** Bodies of requests over HTTP. The types are named in `class-http.ts`; a class's set-up is in `setup.ts`. */
import { z } from 'zod';
import { seat, tokenSchema } from './schemas.ts';

export const joinClassSchema = z.object({
  name: z.string(),
  /** 32 random bytes, base64url, made and kept by the client. */
  token: z.string(),
  /** From a roster's link: the label is the name then. The same link on another device takes the seat over. */
  invite: z.string().max(256).exactOptional(),
  /** Whether their part may be used for research, without their name; absent: not said. */
  research: z.boolean().exactOptional(),
  /** The wire version of a page that comes in at once: where it is the server's own, a place is kept. */
  wire: z.number().exactOptional(),
});

export const reentrySchema = z.object({ reentry: z.string().max(64), token: z.string() });

export const practiceSchema = z.object({
  token: z.string(),
  name: z.string(),
  /** In the scenario's roster. */
  seat,
  scenario: z.string().max(64).exactOptional(),
  /** The class of one's own finished game, whose luck the new one has. */
  luckOf: z.string().max(64).exactOptional(),
});

export const ownRecordSchema = z.object({ id: z.string().max(64), token: tokenSchema });

const MOST_ROBOTS = 300;

export const dryRunSchema = z.strictObject({
  seats: z.int().min(1).max(MOST_ROBOTS).exactOptional(),
  setup: z.record(z.string(), z.unknown()).exactOptional(),
});
