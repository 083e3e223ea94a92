/** The first record of a class, and its secrets, which are handed out once and stored as hashes. */
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import { draw, shuffled } from '../../../shared/engine/random.ts';
import type { ClassLinks } from '../../../shared/protocol/class-http.ts';
import { fingerprint, newLink, newReentryCode, newSeed } from '../../access/secrets.ts';
import { type ClassEntry, pastStream } from '../../storage/port.ts';
import type { ClassEvent, PlayedOn, RosterEntry } from '../state/events.ts';
import type { ClassChoices, PastChoices } from './settings.ts';

export function newLinks({ labels = [] }: ClassChoices): ClassLinks {
  const links = { assistantLink: newLink(), projectorLink: newLink() };
  if (labels.length === 0) return links;
  const codes = new Set<string>();
  while (codes.size < labels.length) codes.add(newReentryCode());
  const spare = [...codes];
  return {
    ...links,
    roster: labels.map((label, place) => ({ label, invite: newLink(), reentry: spare[place] ?? '' })),
  };
}

function playedOn(id: string, { past, classId, choices }: PastChoices): PlayedOn {
  const { goesOn, actors } = past;
  const districts = past.districts.map(({ districtId, seq, settings }, place) => ({
    districtId,
    stream: pastStream(id, place),
    seq,
    settings,
  }));
  return { ...goesOn, ...omitUndefined({ classId }), actors, choices, districts };
}

/** Streams in which a class keeps the past it plays on from. */
export function pastStreams(id: string, { past }: ClassChoices): readonly (readonly [string, readonly string[]])[] {
  return (past?.past.districts ?? []).map(({ lines }, place) => [pastStream(id, place), lines]);
}

/** Reserves each person's seat in a branch of their own past, dividing people evenly among branches. */
function expectedIn({ people }: PastChoices, { labels = [], treatments = [] }: ClassChoices, seed: number) {
  const branches = Math.max(1, treatments.length);
  const order = shuffled(people, ({ past, seat }) => draw(seed, 'back', past, seat));
  const counts = new Map<number, number>();
  return order.map(({ player, past, seat, tokenHashes, label }): ClassEvent => {
    const count = counts.get(past) ?? 0;
    counts.set(past, count + 1);
    const district = past * branches + (count % branches) + 1;
    const place = label === undefined ? -1 : labels.indexOf(label);
    const entry = place < 0 ? undefined : place;
    return { type: 'PlayerExpected', player, district, seat, tokenHashes, ...omitUndefined({ entry }) };
  });
}

export function openingEvents(entry: ClassEntry, choices: ClassChoices, links?: ClassLinks): readonly ClassEvent[] {
  const { labels: _, known = [], seed = newSeed(), past, ...chosen } = choices;
  const roster = links?.roster?.map(
    ({ label, invite, reentry }, place): RosterEntry => ({
      label,
      ...omitUndefined({ sis: known[place] }),
      inviteHash: fingerprint(invite),
      reentryHash: fingerprint(reentry),
    }),
  );
  const opened: ClassEvent = {
    type: 'ClassOpened',
    classId: entry.id,
    code: entry.code,
    kind: entry.kind,
    ...chosen,
    seed,
    ...omitUndefined({ roster, playsOn: past && playedOn(entry.id, past) }),
  };
  // Homework is played alone, whoever held the seat.
  const alone = choices.homework !== undefined;
  const expected = past === undefined || alone ? [] : expectedIn(past, choices, seed);
  // A no to research in the past class counts here, because the branches contain that past.
  const withheld = (past?.withheld ?? []).map((player) => ({ type: 'ConsentSaid', player, research: false }) as const);
  const started: readonly ClassEvent[] = alone ? [...withheld, { type: 'ClassStarted' }] : withheld;
  if (links === undefined) return [opened, ...expected, ...started];
  return [
    opened,
    ...expected,
    ...started,
    { type: 'LinkIssued', to: 'assistant', hash: fingerprint(links.assistantLink) },
    { type: 'LinkIssued', to: 'projector', hash: fingerprint(links.projectorLink) },
  ];
}
