/**
 * Hosts the map in the page: the Phaser game, its size and its sleep.
 *
 * Mostly nothing moves, so the game loop sleeps and wakes for a frame or a movement. A phone should not draw sixty
 * times a second.
 */
import Phaser from 'phaser';
import type { Seat } from '../../shared/engine/actors.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import type { Language } from '../../shared/i18n/messages.ts';
import { Album, type Sitting } from './album.ts';
import { clampedSight, type Sight, type Size, whole, zoomedAt } from './camera.ts';
import { cueOf } from './cues.ts';
import { summaryOf } from './describe.ts';
import { takeDrag } from './drag.ts';
import type { Point, Rect } from './geometry.ts';
import { takeGestures } from './gestures.ts';
import type { MapHandle, MapOptions, Turn } from './handle.ts';
import { openOverlay } from './overlay.ts';
import { PAPER } from './palette.ts';
import { Pointing } from './pointing.ts';
import { newRuler } from './ruler.ts';
import { StreetScene } from './scene.ts';
import { type StoryMoment, storyOf } from './story.ts';
import { Storyteller } from './storyteller.ts';
import { mapWords } from './words.ts';

const WALK_MS = 900;
const SHARPEN_MS = 160;
/** How long `show` waits for a `playReveal` that would tell the change instead. */
const PATIENCE_MS = 60;

export function openStage(parent: HTMLElement, options: MapOptions): MapHandle {
  return new MapStage(parent, options);
}

class MapStage implements MapHandle {
  readonly #parent: HTMLElement;
  readonly #options: MapOptions;
  readonly #scene = new StreetScene('street');
  readonly #album = new Album(this.#scene);
  readonly #game: Phaser.Game;
  readonly #overlay;
  readonly #storyteller: Storyteller;
  readonly #pointing: Pointing;
  readonly #observer: ResizeObserver;
  readonly #timers = new Set<number>();

  #language: Language;
  #ready = false;
  /** Called after the first picture is drawn. */
  #firstDrawn: () => void = () => undefined;
  readonly #drawn = new Promise<void>((resolve) => {
    this.#firstDrawn = resolve;
  });
  #size: Size;
  #sight: Sight;
  #shown: { readonly view: PublicView; readonly own: SeatView | undefined } | undefined;
  #pending: number | undefined;
  #sharpening: number | undefined;
  /** The requested frame. */
  #frame: number | undefined;
  /** Whether the map was hidden at the last layout. */
  #away = false;
  /** A view before the shock has been shown, and its arrival not told yet. */
  #calmSeen = false;
  #releaseGestures: (() => void) | undefined;
  #releaseDrag: (() => void) | undefined;

  constructor(parent: HTMLElement, options: MapOptions) {
    this.#parent = parent;
    this.#options = options;
    this.#language = options.language;
    this.#size = sizeOf(parent);
    this.#sight = whole(this.#size);
    if (getComputedStyle(parent).position === 'static') parent.style.position = 'relative';
    this.#game = newGame(parent, this.#size, this.#scene);
    this.#overlay = openOverlay(
      parent,
      {
        zoomIn: () => this.#look(zoomedAt(this.#sight, 1.5, this.#middle, this.#size)),
        zoomOut: () => this.#look(zoomedAt(this.#sight, 1 / 1.5, this.#middle, this.#size)),
        zoomAll: () => this.#look(whole(this.#size)),
        skip: () => this.#endStory(),
      },
      this.#language,
    );
    this.#storyteller = new Storyteller(options.reducedMotion, {
      show: (moment) => this.#showMoment(moment),
      begin: ({ kind }) => {
        const cue = cueOf(kind);
        if (cue !== undefined) options.onCue?.(cue);
      },
      turn: () => this.#turn(),
      finish: () => this.#endStory(),
      later: (act, delay) => this.#later(act, delay),
    });
    this.#pointing = new Pointing({
      scene: this.#scene,
      overlay: this.#overlay,
      options,
      sight: () => this.#sight,
      size: () => this.#size,
      own: () => this.#shown?.own?.seat,
      language: () => this.#language,
      wake: () => {
        if (this.#ready) this.#wake();
      },
      cursor: (shape) => {
        this.#game.canvas.style.cursor = shape;
      },
    });
    this.#game.events.once(Phaser.Core.Events.READY, () => this.#begin());
    this.#game.events.on(Phaser.Core.Events.POST_RENDER, this.#rest, this);
    this.#observer = new ResizeObserver(() => this.#resize());
  }

  show(view: PublicView, own?: SeatView, turn: Turn = 'walk'): void {
    this.#shown = { view, own };
    if (!view.shocked) this.#calmSeen = true;
    if (!this.#ready) return;
    const cut = this.#storyteller.stop();
    this.#describe();
    clearTimeout(this.#pending);
    const length = cut || turn === 'jump' ? 0 : WALK_MS;
    if (view.phase === 'reveal' && !cut && this.#scene.picture !== undefined)
      this.#pending = this.#later(() => this.#turn(length), PATIENCE_MS);
    else this.#turn(length);
  }

  prepare(coming: readonly Sitting[]): void {
    this.#album.prepare(coming);
  }

  /** A map that opens in a reveal tells it after its first picture. */
  async playReveal(): Promise<void> {
    const asked = this.#shown?.view;
    await this.#drawn;
    const now = this.#shown?.view;
    if (now?.round === asked?.round && now?.phase === asked?.phase) await this.#tellReveal();
  }

  #tellReveal(): Promise<void> {
    const shown = this.#shown;
    if (shown === undefined) return Promise.resolve();
    clearTimeout(this.#pending);
    this.#endStory();
    const shockArrived = this.#calmSeen && shown.view.shocked;
    if (shockArrived) this.#calmSeen = false;
    const beats = storyOf(shown.view, this.#language, shockArrived);
    // Checking for visibility forces a layout, so it is skipped while the map is known to be visible.
    if (beats.length === 0 || (this.#away && !visible(sizeOf(this.#parent)))) {
      this.#turn();
      return Promise.resolve();
    }
    const told = this.#storyteller.tell(beats);
    this.#wake();
    return told;
  }

  select(seat?: Seat): void {
    this.#pointing.select(seat);
  }

  setLanguage(language: Language): void {
    if (language === this.#language) return;
    this.#language = language;
    this.#overlay.setLanguage(language);
    if (!this.#ready) return;
    this.#setOptions();
    this.#endStory();
    this.#turn(0);
    this.#describe();
    this.#pointing.refocus();
  }

  destroy(): void {
    this.#endStory();
    for (const timer of this.#timers) clearTimeout(timer);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#album.close();
    this.#observer.disconnect();
    this.#game.events.off(Phaser.Core.Events.POST_RENDER, this.#rest, this);
    this.#releaseGestures?.();
    this.#releaseDrag?.();
    this.#overlay.destroy();
    this.#game.destroy(true);
    // The game is destroyed in its next frame, which a sleeping loop would never run.
    this.#game.loop.wake();
  }

  #begin(): void {
    const canvas = this.#game.canvas;
    canvas.className = 'map-canvas';
    canvas.setAttribute('role', 'img');
    canvas.tabIndex = 0;
    this.#releaseGestures = takeGestures(canvas, {
      sight: () => this.#sight,
      size: () => this.#size,
      look: (sight) => this.#look(sight),
      tap: (point) => this.#pointing.tap(point),
      hover: (point) => this.#pointing.hover(point),
      step: (towards) => this.#pointing.step(towards),
    });
    if (this.#options.onOffer !== undefined) {
      this.#releaseDrag = takeDrag(this.#overlay.handle, canvas, {
        move: (point) => this.#pointing.draw(point),
        drop: (point) => this.#pointing.drop(point),
        tap: (point) => this.#pointing.tap(point),
      });
    }
    this.#ready = true;
    if (!this.#options.reducedMotion) this.#game.events.on(Phaser.Core.Events.PRE_STEP, () => this.#storyteller.tick());
    this.#resize();
    this.#observer.observe(this.#parent);
    this.#describe();
    this.#pointing.refocus();
    void document.fonts.ready.then(() => {
      // Names may have been measured before the fonts loaded.
      this.#setOptions();
      this.#turn(0);
      this.#firstDrawn();
    });
  }

  get #middle(): Point {
    return { x: this.#size.width / 2, y: this.#size.height / 2 };
  }

  /** Requests one frame, however often it is called; movement continues from there. */
  #wake(): void {
    if (this.#game.loop.running || this.#frame !== undefined) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#game.loop.wake();
    });
  }

  /** After each frame: goes on while anything moves, then sleeps. */
  #rest(): void {
    if (!this.#scene.moving && !this.#storyteller.moving) this.#game.loop.sleep();
  }

  #resize(): void {
    const size = sizeOf(this.#parent);
    this.#away = !visible(size);
    if (this.#away) return;
    const ratio = window.devicePixelRatio;
    this.#size = size;
    this.#setOptions();
    this.#game.scale.setZoom(1 / ratio);
    this.#game.scale.resize(Math.round(size.width * ratio), Math.round(size.height * ratio));
    // Phaser keeps an earlier size at a zoom of exactly 1.
    this.#game.canvas.style.width = `${size.width}px`;
    this.#game.canvas.style.height = `${size.height}px`;
    this.#sight = clampedSight(this.#sight, size);
    this.#scene.setSight(this.#sight);
    this.#scene.resize(size, ratio);
    this.#turn(0);
    this.#pointing.refocus();
  }

  /** Turns to the picture of the view last shown. */
  #turn(length = WALK_MS): void {
    if (this.#shown === undefined || !visible(this.#size)) return;
    const picture = this.#album.turnTo(this.#shown.view, this.#shown.own);
    if (picture === undefined) return;
    this.#overlay.setSheet(picture.layout.sheet);
    this.#scene.setPicture(picture, this.#options.reducedMotion ? 0 : length);
    if (this.#sight.zoom > 1) this.#scene.sharpen();
    this.#placeHandle();
    this.#wake();
  }

  /** Shown in the plan phase, when offers are made. */
  #placeHandle(): void {
    const shown = this.#shown;
    const drawing = this.#options.onOffer !== undefined && shown?.view.phase === 'plan';
    this.#overlay.setHandle(drawing && shown.own !== undefined ? this.placeOf(shown.own.seat) : undefined);
  }

  #setOptions(): void {
    const wall = this.#options.wall === true;
    const steady = this.#options.steady === true;
    this.#album.setOptions({ size: this.#size, language: this.#language, measure: newRuler(), wall, steady });
  }

  #look(sight: Sight): void {
    this.#sight = sight;
    this.#scene.setSight(sight);
    this.#overlay.setZoomed(sight.zoom > 1);
    this.#placeHandle();
    this.#pointing.showCard();
    clearTimeout(this.#sharpening);
    this.#sharpening = this.#later(() => {
      this.#scene.sharpen();
      this.#wake();
    }, SHARPEN_MS);
    this.#wake();
  }

  #endStory(): void {
    if (this.#storyteller.stop()) this.#turn(0);
    this.#wake();
  }

  #showMoment(moment: StoryMoment | undefined): void {
    this.#scene.setMoment(moment);
    this.#overlay.caption(moment?.beat.caption);
    this.#wake();
  }

  placeOf(seat: Seat): Rect | undefined {
    const house = this.#scene.picture?.layout.actors[seat]?.house;
    return house === undefined ? undefined : this.#pointing.onScreen(house);
  }

  #describe(): void {
    const canvas = this.#game.canvas;
    if (this.#shown === undefined || canvas === null) return;
    const say = mapWords(this.#language);
    canvas.setAttribute('aria-label', `${summaryOf(this.#shown.view, this.#language)} ${say('summaryHint')}`);
  }

  #later(act: () => void, delay: number): number {
    const timer = window.setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, delay);
    this.#timers.add(timer);
    return timer;
  }
}

function newGame(parent: HTMLElement, { width, height }: Size, scene: Phaser.Scene): Phaser.Game {
  const ratio = window.devicePixelRatio;
  return new Phaser.Game({
    type: Phaser.CANVAS,
    parent,
    width: width * ratio,
    height: height * ratio,
    scale: { mode: Phaser.Scale.NONE, zoom: 1 / ratio, expandParent: false },
    backgroundColor: PAPER,
    banner: false,
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    render: { antialias: true },
    autoFocus: false,
    scene,
  });
}

/** A hidden map has no size and is not drawn. */
function visible({ width, height }: Size): boolean {
  return width >= 40 && height >= 40;
}

function sizeOf(parent: HTMLElement): Size {
  return { width: Math.max(1, parent.clientWidth), height: Math.max(1, parent.clientHeight) };
}
