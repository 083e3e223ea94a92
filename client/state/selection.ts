/** The selected seat, shared by map and table. */
import { signal } from '@preact/signals';
import type { Seat } from '../../shared/engine/actors.ts';

export const selected = signal<Seat | undefined>(undefined);
