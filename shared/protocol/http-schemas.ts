/** Request bodies over HTTP as schemas. Their types are in `class-http.ts`; a class's set-up is in `setup.ts`. */
import { z } from 'zod';
import { seat, tokenSchema } from './schemas.ts';

export const joinClassSchema = z.object({
  name: z.string(),
  /** Secret made and kept by the client: 32 random bytes in base64url. */
  token: z.string(),
  /** From a roster's link, whose label becomes the name. The same link on another device takes the seat over. */
  invite: z.string().max(256).exactOptional(),
  /** Whether research may use their part, without a name; absent: no answer. */
  research: z.boolean().exactOptional(),
  /** The page's wire version if it joins the room at once: the answer then has a place, if versions match. */
  wire: z.number().exactOptional(),
});

export const reentrySchema = z.object({ reentry: z.string().max(64), token: z.string() });

export const practiceSchema = z.object({
  token: z.string(),
  name: z.string(),
  /** Seat in the scenario's roster. */
  seat,
  scenario: z.string().max(64).exactOptional(),
  /** Id of the player's finished practice game, whose luck the new one repeats. */
  luckOf: z.string().max(64).exactOptional(),
});

export const ownRecordSchema = z.object({ id: z.string().max(64), token: tokenSchema });

const MOST_ROBOTS = 300;

export const dryRunSchema = z.strictObject({
  seats: z.int().min(1).max(MOST_ROBOTS).exactOptional(),
  setup: z.record(z.string(), z.unknown()).exactOptional(),
});
