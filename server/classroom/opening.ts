/** The first record of a class, and the secrets that are handed out with it and kept only as hashes. */
import { given } from '../../shared/engine/given.ts';
import type { ClassLinks } from '../../shared/protocol/class-http.ts';
import { fingerprint, newLink, newReentryCode, newSeed } from '../access/secrets.ts';
import type { ClassEntry } from '../storage/port.ts';
import type { ClassEvent, RosterEntry } from './events.ts';
import type { ClassChoices } from './settings.ts';

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

export function openingEvents(entry: ClassEntry, choices: ClassChoices, links?: ClassLinks): readonly ClassEvent[] {
  const { labels: _, seed = newSeed(), ...chosen } = choices;
  const roster = links?.roster?.map(
    ({ label, invite, reentry }): RosterEntry => ({
      label,
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
    ...given({ roster }),
  };
  if (links === undefined) return [opened];
  return [
    opened,
    { type: 'LinkIssued', to: 'assistant', hash: fingerprint(links.assistantLink) },
    { type: 'LinkIssued', to: 'projector', hash: fingerprint(links.projectorLink) },
  ];
}
