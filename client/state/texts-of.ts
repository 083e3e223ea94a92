/** Sets of texts that each page needs beyond the first page's. A test compares them with the pages' imports. */
import type { TextSet } from '../../shared/i18n/sets/index.ts';
import type { Path } from '../../shared/protocol/paths.ts';

export const TEXTS_OF: Readonly<Record<Exclude<Path, '/'>, readonly TextSet[]>> = {
  '/play': ['play'],
  '/practice': ['play'],
  '/teach': ['play', 'teach'],
  '/project': ['play', 'teach'],
  '/debrief': ['play', 'teach', 'debrief'],
  '/components': ['play', 'components'],
};
