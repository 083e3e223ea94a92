/** Folders that are sampled, with the name of their score. */
const AREAS: readonly (readonly [name: string, prefixes: readonly string[]])[] = [
  ['shared: engine', ['shared/engine/']],
  ['shared: bots and simulation', ['shared/bots/', 'shared/simulation/', 'shared/scenarios/']],
  ['shared: log and debrief', ['shared/log/', 'shared/debrief/']],
  ['shared: protocol', ['shared/protocol/']],
  [
    'server: district, classroom, storage',
    ['server/aggregate/', 'server/district/', 'server/classroom/', 'server/storage/'],
  ],
  ['server: http, rooms, access', ['server/http/', 'server/rooms/', 'server/access/']],
  ['client: state and net', ['client/state/', 'client/net/']],
];

export const AREA_NAMES = AREAS.map(([name]) => name);

/** Undefined for pages, panels and the map, which need a browser: tests of whole games cover them. */
export function areaOf(file: string): string | undefined {
  return AREAS.find(([, prefixes]) => prefixes.some((prefix) => file.startsWith(prefix)))?.[0];
}
