/** The rooms' public schema state, as Colyseus sends it. Its meaning is in `shared/protocol/wire.ts`. */
import { type SchemaType, schema, t } from '@colyseus/schema';

export const ClassRoomSchema = schema(
  {
    phase: t.string().default('gathering'),
    code: t.string().default(''),
    joined: t.uint16().default(0),
    districts: t.uint16().default(0),
  },
  'ClassRoomSchema',
);
export type ClassRoomSchema = SchemaType<typeof ClassRoomSchema>;

export const SeatSchema = schema(
  {
    control: t.string().default('bot'),
    online: t.boolean().default(false),
    ready: t.boolean().default(false),
  },
  'SeatSchema',
);
export type SeatSchema = SchemaType<typeof SeatSchema>;

export const DistrictRoomSchema = schema(
  {
    phase: t.string().default('opening'),
    round: t.uint8().default(0),
    deadline: t.float64().default(0),
    paused: t.boolean().default(false),
    seats: t.array(SeatSchema),
    storeAway: t.boolean().default(false),
    /** The district is done and waits for the others of its class. */
    held: t.boolean().default(false),
  },
  'DistrictRoomSchema',
);
export type DistrictRoomSchema = SchemaType<typeof DistrictRoomSchema>;
