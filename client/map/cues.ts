/** Parts of the round's story that have a sound. */
import type { BeatKind } from './story.ts';

export const CUES = ['formed', 'broken', 'merger', 'failure', 'money', 'shock'] as const;
export type Cue = (typeof CUES)[number];

const CUE_OF: Readonly<Record<BeatKind, Cue | undefined>> = {
  policy: undefined,
  listed: undefined,
  absorbed: 'merger',
  broken: 'broken',
  formed: 'formed',
  left: 'broken',
  sold: 'merger',
  foreign: 'money',
  knowledge: undefined,
  goods: 'money',
  tax: undefined,
  rescued: 'money',
  failed: 'failure',
  falters: 'failure',
  shock: 'shock',
};

export function cueOf(kind: BeatKind): Cue | undefined {
  return CUE_OF[kind];
}
