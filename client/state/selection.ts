/** The seat being looked at, on the map or in the table: one choice for both. */
import { signal } from '@preact/signals';
import type { Seat } from '../../shared/engine/actors.ts';

export const selected = signal<Seat | undefined>(undefined);
