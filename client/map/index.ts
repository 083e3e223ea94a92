/**
 * The map of the street: one picture that is Figure 2, 3 or 4 of the paper and visibly turns from one into another.
 *
 *     const map = mountMap(element, { language: 'en', reducedMotion: false, onSelect: (seat) => … });
 *     map.show(view.public, view);   // at every new view
 *     await map.playReveal();        // in the reveal: the story of the round, skippable
 *
 * The picture fills `parent` and follows its size. It is an aid: everything it shows stands in the page's lists too.
 * Phaser is loaded on the first mount and lives in a chunk of its own.
 */
import type { Seat } from '../../shared/engine/actors.ts';
import type { PublicView, SeatView } from '../../shared/engine/view.ts';
import type { Language } from '../../shared/i18n/messages.ts';
import type { Sitting } from './album.ts';
import type { Cue } from './cues.ts';

export interface MapOptions {
  readonly language: Language;
  /** Still pictures instead of movement. */
  readonly reducedMotion: boolean;
  /** On the projector's wall, to be read from the last row of a room. */
  readonly wall?: boolean;
  /** The reader chose a seat on the map, or let go of it. Not called for `select`. */
  onSelect(seat: Seat | undefined): void;
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
  setLanguage(language: Language): void;
  destroy(): void;
}

export function mountMap(parent: HTMLElement, options: MapOptions): MapHandle {
  let stage: MapHandle | undefined;
  let destroyed = false;
  let language = options.language;
  let shown: Sitting | undefined;
  let coming: readonly Sitting[] = [];
  let selected: Seat | undefined;

  const opened = import('./stage.ts').then(({ openStage }) => {
    if (destroyed) return;
    stage = openStage(parent, { ...options, language });
    if (shown !== undefined) stage.show(...shown);
    stage.prepare(coming);
    if (selected !== undefined) stage.select(selected);
  });

  return {
    show(view, own, turn) {
      shown = [view, own];
      stage?.show(view, own, turn);
    },
    prepare(views) {
      coming = views;
      stage?.prepare(views);
    },
    async playReveal() {
      await opened;
      await stage?.playReveal();
    },
    select(seat) {
      selected = seat;
      stage?.select(seat);
    },
    setLanguage(next) {
      language = next;
      stage?.setLanguage(next);
    },
    destroy() {
      destroyed = true;
      stage?.destroy();
    },
  };
}
