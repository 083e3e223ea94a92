/**
 * The map of the street: one picture that is Figure 2, 3 or 4 of the paper and visibly turns from one into another.
 *
 *     const map = mountMap(element, { language: 'en', reducedMotion: false, onSelect: (seat) => … });
 *     map.show(view.public, view);   // at every new view
 *     await map.playReveal();        // in the reveal: the story of the round, skippable
 *
 * The picture fills `parent` and follows its size. It is an aid: the page's lists have all of its content. Phaser is
 * loaded on the first mount, in a chunk of its own.
 */
import type { Seat } from '../../shared/engine/actors.ts';
import type { Sitting } from './album.ts';
import type { MapHandle, MapOptions } from './handle.ts';

export type { MapHandle, MapOptions, Turn } from './handle.ts';

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
    placeOf(seat) {
      return stage?.placeOf(seat);
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
