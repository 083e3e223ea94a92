/**
 * Where the map lives in the page: the Phaser game, its size, its sleep.
 *
 * Nothing moves most of the time, so the game loop sleeps and is woken for one frame, or for the length of a
 * movement: a phone on a lecture-hall table should not draw sixty times a second.
 */
import Phaser from 'phaser';
import type { Seat } from '../../shared/engine/actors.ts';
import type { PublicView, SeatView } from '../../shared/engine/view.ts';
import type { Language } from '../../shared/i18n/messages.ts';
import type { MapOptions } from './index.ts';
import { PAPER } from './palette.ts';

export interface Stage {
  show(view: PublicView, own?: SeatView): void;
  playReveal(): Promise<void>;
  select(seat?: Seat): void;
  setLanguage(language: Language): void;
  destroy(): void;
}

export function openStage(parent: HTMLElement, _options: MapOptions): Stage {
  const ratio = window.devicePixelRatio;
  const game = new Phaser.Game({
    parent,
    width: Math.max(1, parent.clientWidth * ratio),
    height: Math.max(1, parent.clientHeight * ratio),
    scale: { mode: Phaser.Scale.NONE, zoom: 1 / ratio },
    backgroundColor: PAPER,
    banner: false,
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
  });
  return {
    show() {},
    async playReveal() {},
    select() {},
    setLanguage() {},
    destroy() {
      game.destroy(true);
    },
  };
}
