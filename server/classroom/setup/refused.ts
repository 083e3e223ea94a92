import type { WireRefusal } from '../../../shared/protocol/refusals.ts';

/** `detail`: the setting in English, for programs that have no form to show it. */
export interface ChoicesRefused extends WireRefusal {
  readonly detail?: string;
}
