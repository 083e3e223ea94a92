/** A practice: a class for one person with bots in the other seats. */
import type { Seat } from '../../shared/engine/actors.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import type { SeatedMessage } from '../../shared/protocol/wire.ts';
import { STANDARD, STANDARD_SEATS, scenarioById } from '../../shared/scenarios/index.ts';
import type { Classroom } from './classroom.ts';
import { cleanName } from './people/names.ts';
import { type ClassChoices, PRACTICE_SETTINGS } from './setup/settings.ts';

export interface Practice extends SeatedMessage {
  readonly classroom: Classroom;
  readonly player: string;
}

export interface SoloWish {
  readonly token: string;
  readonly name: string;
  readonly seat: Seat;
  readonly scenario: string | undefined;
  readonly seed?: number | undefined;
}

export async function practise(
  open: (choices: ClassChoices) => Promise<Classroom | undefined>,
  wanted: SoloWish,
): Promise<Practice | WireRefusal> {
  const scenario = wanted.scenario ?? STANDARD.id;
  if (scenarioById(scenario) === undefined) return { refused: 'no-such-scenario' };
  if (wanted.seat >= STANDARD_SEATS) return { refused: 'no-such-role' };
  const name = cleanName(wanted.name);
  if (typeof name !== 'string') return name;
  const choices: ClassChoices = {
    scenario,
    seatsPerDistrict: STANDARD_SEATS,
    pace: 'own',
    settings: PRACTICE_SETTINGS,
    ...omitUndefined({ seed: wanted.seed }),
  };
  const classroom = await open(choices);
  const joined = await classroom?.join(name, wanted.token);
  if (classroom === undefined || joined?.ok !== true) return { refused: 'store-unavailable' };
  const player = joined.player.id;
  await classroom.begin('game', [{ player, district: 1, seat: wanted.seat }]);
  const seated = classroom.doors.seatOf(player);
  return seated === undefined ? { refused: 'store-unavailable' } : { classroom, player, ...seated };
}
