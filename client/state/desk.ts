/** The class as shown on a desk or wall. Written by `net/desk-room`. */
import { signal } from '@preact/signals';
import type { DeskView, ProjectorView } from '../../shared/protocol/class-room.ts';
import type { AnyRefusalCode } from '../../shared/protocol/refusals.ts';

export const desk = signal<DeskView | undefined>(undefined);
export const projected = signal<ProjectorView | undefined>(undefined);
export const deskRefusal = signal<AnyRefusalCode | undefined>(undefined);
