/** The interface between page and map. */
import type { Seat } from '../../shared/engine/actors.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import type { Language } from '../../shared/i18n/messages.ts';
import type { Sitting } from './album.ts';
import type { Cue } from './cues.ts';
import type { Rect } from './geometry.ts';

export interface MapOptions {
  readonly language: Language;
  /** Shows still pictures instead of movement. */
  readonly reducedMotion: boolean;
  /** On the projector's wall, sized for the back of the room. */
  readonly wall?: boolean;
  /** Houses keep their places from year to year; otherwise kept pacts bend the street into a ring. */
  readonly steady?: boolean;
  /** The reader selected a seat on the map, or deselected it. Not called for `select`. */
  onSelect?(seat: Seat | undefined): void;
  /** The reader drew a line from their own house to another. */
  onOffer?(to: Seat): void;
  /** A part of the story with a sound has begun. */
  onCue?(cue: Cue): void;
}

/** How the picture changes to a view: houses walk, or jump. */
export type Turn = 'walk' | 'jump';

export interface MapHandle {
  /** `own`: the reader's private view, if any; their own ties then show shared amounts. */
  show(view: PublicView, own?: SeatView, turn?: Turn): void;
  /** Announces views that may be shown soon, to be laid out in advance. */
  prepare(coming: readonly Sitting[]): void;
  /** Tells the story in `happenings` of the view last shown. Resolves at its end, or when skipped. */
  playReveal(): Promise<void>;
  select(seat?: Seat): void;
  /** Box of a house in CSS pixels; undefined before the first picture. */
  placeOf(seat: Seat): Rect | undefined;
  setLanguage(language: Language): void;
  destroy(): void;
}
