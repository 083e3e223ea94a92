/** Reads what a class would play on from, from the store or the request, and who held which seat. */
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import type { PlayOn } from '../../../shared/protocol/setup.ts';
import { withId } from '../../aggregate/with-id.ts';
import { districtStream, type EventLog, readText } from '../../storage/port.ts';
import { withheldIn } from '../people/consent.ts';
import type { ClassState } from '../state/class-state.ts';
import { readPastInThread } from './past-in-thread.ts';
import type { ChoicesRefused } from './refused.ts';
import type { PastRead, Returning } from './settings.ts';

/** `onRecord`: a class as recorded, held here or elsewhere. */
export async function readPastOf(
  { log, classId, district, ...asked }: PlayOn,
  store: Pick<EventLog, 'read'>,
  whole: boolean,
  onRecord: (id: string) => Promise<{ readonly state?: ClassState } | undefined>,
): Promise<PastRead | ChoicesRefused> {
  const { round, phase } = asked;
  const districts = asked.districts ?? (district === undefined ? undefined : [district]);
  if (log !== undefined) {
    const past = await readPastInThread({
      texts: [log],
      file: true,
      whole,
      round,
      phase,
      ...omitUndefined({ districts }),
    });
    return 'refused' in past ? past : { past, people: [], withheld: [] };
  }
  const recorded = classId === undefined ? undefined : await onRecord(classId);
  if (classId === undefined || recorded === undefined) return { refused: 'class-unknown' };
  const { state } = recorded;
  if (state === undefined) return { refused: 'record-damaged' };
  const meant = state.districts.filter(({ number }) => districts === undefined || districts.includes(number));
  if (meant.length < (districts?.length ?? 1)) return { refused: 'no-such-district' };
  const texts: string[] = [];
  for (const { id } of meant) texts.push(await readText(store, districtStream(id)));
  const past = await readPastInThread({ texts, file: false, whole, round, phase });
  return 'refused' in past ? past : { past, classId, people: peopleOf(state, meant), withheld: withheldIn(state) };
}

function peopleOf(state: ClassState, districts: readonly { readonly number: number }[]): readonly Returning[] {
  return [...state.placements.values()].flatMap(({ player, district, seat }) => {
    const past = districts.findIndex(({ number }) => number === district);
    if (past < 0) return [];
    const tokenHashes = [...state.byToken].flatMap(([hash, { id }]) => (id === player && hash !== '' ? [hash] : []));
    const entry = withId(state.players, player)?.entry;
    const label = entry === undefined ? undefined : state.opened.roster?.[entry]?.label;
    // Erased people cannot be recognised.
    if (tokenHashes.length === 0) return [];
    return [{ player, past, seat, tokenHashes, ...omitUndefined({ label }) }];
  });
}
