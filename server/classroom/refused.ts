import type { WireRefusal } from '../../shared/protocol/refusals.ts';

/** `detail` names the setting, in English: for programs, which have no form that shows it. */
export interface ChoicesRefused extends WireRefusal {
  readonly detail?: string;
}
