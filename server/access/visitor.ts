/** A visitor to a class and the secret that admitted them, checked again when the class changes. */
import type { DeskRole } from '../../shared/protocol/class-room.ts';

export type Visitor =
  /** `link`: SHA-256 of the secret link; absent for the instructor's key. */
  | { readonly role: 'instructor'; readonly by: DeskRole; readonly link?: string }
  | { readonly role: 'projector'; readonly link: string }
  | { readonly role: 'player'; readonly player: string; readonly tokenHash: string };
