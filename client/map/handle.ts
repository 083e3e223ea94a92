/** What a page gives to the map, and what it gets to move it by. */
import type { Seat } from '../../shared/engine/actors.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import type { Language } from '../../shared/i18n/messages.ts';
import type { Sitting } from './album.ts';
import type { Cue } from './cues.ts';
import type { Rect } from './geometry.ts';

export interface MapOptions {
  readonly language: Language;
  /** Still pictures instead of movement. */
  readonly reducedMotion: boolean;
  /** On the projector's wall, to be read from the last row of a room. */
  readonly wall?: boolean;
  /** Houses keep their places from year to year; else promises that are kept bow the street into a ring. */
  readonly steady?: boolean;
  /** The reader chose a seat on the map, or let go of it. Not called for `select`. */
  onSelect?(seat: Seat | undefined): void;
  /** The reader has drawn a line from their own house to another. */
  onOffer?(to: Seat): void;
  /** A part of the story has begun that a sound could go with. */
  onCue?(cue: Cue): void;
}

/** How the picture turns to a view: houses walk there, or stand there at once. */
export type Turn = 'walk' | 'jump';

export interface MapHandle {
  /** `own`: the reader's private view, when there is one; their own ties then show the amounts shared. */
  show(view: PublicView, own?: SeatView, turn?: Turn): void;
  /** Views that may be shown soon are laid out before they are asked for. */
  prepare(coming: readonly Sitting[]): void;
  /** Tells what `happenings` of the view last shown say. Resolves at the end of the story, or when it is skipped. */
  playReveal(): Promise<void>;
  select(seat?: Seat): void;
  /** Where a house stands on the map, in CSS pixels; undefined until there is a picture. */
  placeOf(seat: Seat): Rect | undefined;
  setLanguage(language: Language): void;
  destroy(): void;
}
