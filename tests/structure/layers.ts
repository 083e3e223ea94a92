/** What each layer may import, from the lowest to the highest; `layers.test.ts` holds the code to it. */

export interface Row {
  /** A folder, or a file at the root of one. */
  readonly layer: string;
  /** Layers of the project it may import; within a layer everything is allowed. */
  readonly may: readonly string[];
  /** Whether packages are allowed. */
  readonly npm: boolean;
}

const STORE = 'server/storage/port.ts';
const LOGGING = 'server/logging.ts';
const DURATIONS = 'server/durations.ts';
/** Helper that drops undefined fields, allowed everywhere. */
const OMIT_UNDEFINED = 'shared/engine/omit-undefined.ts';

/** A folder with layers of its own: each folder in it has a row, and its row speaks of the files beside them. */
export const LAYERED = 'server/classroom';

/** What each layer may import. A layer without a row fails. */
export const LAYERS: readonly Row[] = [
  { layer: 'shared/engine', may: [], npm: false },
  { layer: 'shared/i18n', may: [], npm: false },
  { layer: 'shared/statistics.ts', may: [], npm: false },
  { layer: 'shared/scenarios', may: ['shared/engine'], npm: false },
  { layer: 'shared/log', may: ['shared/engine'], npm: false },
  { layer: 'shared/bots', may: ['shared/engine'], npm: false },
  {
    layer: 'shared/simulation',
    may: ['shared/bots', 'shared/log', 'shared/scenarios', 'shared/engine', 'shared/statistics.ts'],
    npm: false,
  },
  {
    layer: 'shared/debrief',
    may: [
      'shared/simulation',
      'shared/bots',
      'shared/log',
      'shared/scenarios',
      'shared/engine',
      'shared/statistics.ts',
    ],
    npm: true,
  },
  { layer: 'shared/protocol', may: ['shared/engine'], npm: true },

  { layer: LOGGING, may: [], npm: true },
  { layer: DURATIONS, may: [], npm: false },
  { layer: 'server/clock.ts', may: [], npm: true },
  { layer: 'server/thread.ts', may: [], npm: true },
  { layer: 'server/problem.ts', may: ['shared/protocol', OMIT_UNDEFINED], npm: true },
  { layer: 'server/metrics.ts', may: ['server/storage/measured.ts'], npm: true },
  { layer: 'server/environment.ts', may: ['server/access/secrets.ts', DURATIONS], npm: true },
  { layer: 'server/storage', may: ['server/thread.ts', LOGGING], npm: true },
  { layer: 'server/aggregate', may: [STORE, LOGGING, 'shared/log/links.ts'], npm: true },
  { layer: 'server/access', may: ['server/problem.ts', DURATIONS, 'shared/protocol'], npm: true },
  {
    layer: 'server/district',
    may: [
      'server/aggregate',
      'server/access/secrets.ts',
      STORE,
      LOGGING,
      'shared/protocol',
      'shared/log',
      'shared/bots',
      'shared/engine',
    ],
    npm: true,
  },
  {
    layer: 'server/classroom/state',
    may: ['server/aggregate/with-id.ts', 'server/access/visitor.ts', STORE, 'shared/protocol', 'shared/engine'],
    npm: true,
  },
  {
    layer: 'server/classroom/stored',
    may: [
      'server/classroom/state',
      'server/aggregate/ledger.ts',
      'server/access/secrets.ts',
      STORE,
      'shared/protocol',
      'shared/log',
      'shared/engine',
    ],
    npm: true,
  },
  {
    layer: 'server/classroom/people',
    may: ['server/classroom/state', 'server/district/session.ts', 'server/access', 'shared/protocol', 'shared/engine'],
    npm: true,
  },
  {
    layer: 'server/classroom/setup',
    may: [
      'server/classroom/people',
      'server/classroom/state',
      'server/aggregate/with-id.ts',
      'server/access/secrets.ts',
      'server/thread.ts',
      STORE,
      'shared',
    ],
    npm: true,
  },
  {
    layer: 'server/classroom/districts',
    may: ['server/classroom/setup', 'server/classroom/state', 'server/district', STORE, 'shared'],
    npm: true,
  },
  {
    layer: 'server/classroom/seats',
    may: ['server/classroom/districts', 'server/classroom/state', 'shared/protocol', 'shared/engine'],
    npm: true,
  },
  {
    layer: 'server/classroom/asked',
    may: [
      'server/classroom/districts',
      'server/classroom/state',
      'server/aggregate/with-id.ts',
      'server/access/secrets.ts',
      'shared/protocol',
      'shared/engine',
    ],
    npm: true,
  },
  {
    // The files at the top: one class, and all of them.
    layer: 'server/classroom',
    may: [
      'server/classroom/asked',
      'server/classroom/seats',
      'server/classroom/districts',
      'server/classroom/setup',
      'server/classroom/people',
      'server/classroom/stored',
      'server/classroom/state',
      'server/district',
      'server/aggregate',
      'server/access',
      STORE,
      LOGGING,
      DURATIONS,
      'shared',
    ],
    npm: true,
  },
  {
    layer: 'server/classroom/shown',
    may: [
      'server/classroom/classroom.ts',
      'server/classroom/asked',
      'server/classroom/seats',
      'server/classroom/districts',
      'server/classroom/people',
      'server/classroom/state',
      'server/district/session.ts',
      'shared',
    ],
    npm: true,
  },
  { layer: 'server/erasing', may: ['server/classroom', 'server/storage', LOGGING], npm: true },
  { layer: 'server/cluster', may: ['server/access', 'server/problem.ts', STORE, LOGGING], npm: true },
  {
    layer: 'server/export',
    may: [
      'server/classroom',
      'server/access/secrets.ts',
      'server/aggregate/bounded-map.ts',
      'server/thread.ts',
      STORE,
      'shared',
    ],
    npm: true,
  },
  { layer: 'server/robots', may: ['server/classroom', 'server/access', LOGGING, 'shared'], npm: true },
  {
    layer: 'server/rooms',
    may: [
      'server/classroom',
      'server/district',
      'server/access',
      'server/cluster',
      'server/metrics.ts',
      LOGGING,
      'shared/protocol',
      'shared/engine',
    ],
    npm: true,
  },
  {
    layer: 'server/http',
    may: [
      'server/classroom',
      'server/export',
      'server/district/stream.ts',
      'server/robots',
      'server/access',
      'server/problem.ts',
      'server/metrics.ts',
      STORE,
      LOGGING,
      DURATIONS,
      'shared/log/log-end.ts',
      'shared/protocol',
      OMIT_UNDEFINED,
    ],
    npm: true,
  },
  {
    layer: 'server/routes.ts',
    may: [
      'server/http',
      'server/robots/dry-run.ts',
      'server/access',
      'server/cluster/holder.ts',
      'server/problem.ts',
      STORE,
      LOGGING,
      'shared/protocol',
    ],
    npm: true,
  },
  {
    layer: 'server/app.ts',
    may: [
      'server/routes.ts',
      'server/rooms/rooms.ts',
      'server/rooms/throttled-log.ts',
      'server/http',
      'server/robots/dry-run.ts',
      'server/classroom/registry.ts',
      'server/access',
      'server/cluster/redis.ts',
      'server/metrics.ts',
      'server/storage/measured.ts',
      STORE,
      LOGGING,
      'shared/protocol',
      OMIT_UNDEFINED,
    ],
    npm: true,
  },
  {
    layer: 'server/main.ts',
    may: [
      'server/app.ts',
      'server/cluster/redis.ts',
      'server/environment.ts',
      'server/erasing/backups-eraser.ts',
      'server/clock.ts',
      'server/http/addresses.ts',
      'server/storage',
      LOGGING,
      OMIT_UNDEFINED,
    ],
    npm: true,
  },
  {
    layer: 'server/cli',
    may: ['server/robots', 'server/environment.ts', 'server/erasing', 'server/storage', LOGGING, 'shared'],
    npm: true,
  },

  { layer: 'client/style', may: [], npm: false },
  { layer: 'client/fonts', may: [], npm: false },
  { layer: 'client/public', may: [], npm: false },
  {
    layer: 'client/state',
    may: ['shared/protocol', 'shared/scenarios', 'shared/i18n', 'shared/engine'],
    npm: true,
  },
  { layer: 'client/net', may: ['client/state', 'shared/protocol', 'shared/engine'], npm: true },
  {
    layer: 'client/ui',
    may: ['client/state', 'client/style', 'shared/protocol', 'shared/scenarios', 'shared/i18n', 'shared/engine'],
    npm: true,
  },
  { layer: 'client/map', may: ['shared/scenarios', 'shared/i18n', 'shared/engine'], npm: true },
  {
    layer: 'client/panels',
    may: [
      // Only the map's facade, which one panel mounts.
      'client/map/index.ts',
      'client/ui',
      'client/state',
      'client/style',
      'shared/protocol',
      'shared/scenarios',
      'shared/i18n',
      'shared/engine',
    ],
    npm: true,
  },
  {
    layer: 'client/street',
    may: [
      'client/map/street-print.ts',
      'client/map/geometry.ts',
      'client/map/palette.ts',
      'client/ui',
      'client/state',
      'shared/protocol',
      'shared/scenarios',
      'shared/i18n',
      'shared/engine',
    ],
    npm: true,
  },
  {
    layer: 'client/trial',
    may: [
      'client/map/close-up.ts',
      'client/map/palette.ts',
      'client/ui',
      'client/state',
      'client/style',
      'shared/simulation',
      'shared/scenarios',
      'shared/i18n',
      'shared/engine',
    ],
    npm: true,
  },
  {
    layer: 'client/desk',
    may: [
      'client/map/figure.ts',
      'client/street',
      'client/panels',
      'client/net',
      'client/ui',
      'client/state',
      'client/style',
      'shared',
    ],
    npm: true,
  },
  {
    layer: 'client/debrief',
    may: ['client/map/index.ts', 'client/panels', 'client/net', 'client/ui', 'client/state', 'client/style', 'shared'],
    npm: true,
  },
  {
    layer: 'client/pages',
    may: [
      'client/trial',
      'client/street',
      'client/desk',
      'client/debrief',
      'client/panels',
      'client/net',
      'client/ui',
      'client/state',
      'client/style',
      'shared',
    ],
    npm: true,
  },
  {
    layer: 'client/app.tsx',
    may: ['client/pages', 'client/ui', 'client/state', 'shared/protocol/paths.ts'],
    npm: true,
  },
  { layer: 'client/main.tsx', may: ['client/app.tsx', 'client/state', 'client/style'], npm: true },
];
