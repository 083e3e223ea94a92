/**
 * Where the map lives in the page: the Phaser game, its size, its sleep, and the story's clock.
 *
 * Nothing moves most of the time, so the game loop sleeps and is woken for one frame, or for the length of a
 * movement: a phone on a lecture-hall table should not draw sixty times a second.
 */
import Phaser from 'phaser';
import type { Seat } from '../../shared/engine/actors.ts';
import type { PublicView, SeatView } from '../../shared/engine/view.ts';
import type { Language } from '../../shared/i18n/messages.ts';
import { Album, type Sitting } from './album.ts';
import { held, type Sight, type Size, toScreen, toSheet, whole, zoomedAt } from './camera.ts';
import { cueOf } from './cues.ts';
import { cardOf, summaryOf } from './describe.ts';
import { takeDrag } from './drag.ts';
import { contains, grown, type Point, type Rect } from './geometry.ts';
import { takeGestures } from './gestures.ts';
import type { MapHandle, MapOptions, Turn } from './handle.ts';
import { nextHouse } from './nearest.ts';
import { openOverlay } from './overlay.ts';
import { PAPER } from './palette.ts';
import { newRuler } from './ruler.ts';
import { StreetScene } from './scene.ts';
import { type Beat, momentOf, storyOf } from './story.ts';
import { mapWords } from './words.ts';

const WALK_MS = 900;
const SHARPEN_MS = 160;
/** `show` waits this long for a `playReveal` that would tell the change instead. */
const PATIENCE_MS = 60;
/** Share of a beat that is shown when nothing may move. */
const STILL = 0.5;

interface Telling {
  readonly beats: readonly Beat[];
  readonly began: number;
  readonly done: () => void;
  turned: boolean;
  /** The part being told. */
  told: Beat | undefined;
}

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
  readonly #observer: ResizeObserver;
  readonly #timers = new Set<number>();

  #language: Language;
  #ready = false;
  /** Called once the first picture stands. */
  #firstDrawn: () => void = () => undefined;
  readonly #drawn = new Promise<void>((resolve) => {
    this.#firstDrawn = resolve;
  });
  #size: Size;
  #sight: Sight;
  #shown: { readonly view: PublicView; readonly own: SeatView | undefined } | undefined;
  #selected: Seat | undefined;
  #hovered: Seat | undefined;
  #telling: Telling | undefined;
  /** Where nothing moves: when the next part is told. */
  #nextBeat: number | undefined;
  #pending: number | undefined;
  #sharpening: number | undefined;
  /** The frame that has been asked for. */
  #frame: number | undefined;
  /** Put away when the page was last laid out. */
  #away = false;
  /** A view from before the shock has been seen, and its arrival not yet told. */
  #calmSeen = false;
  #releaseHands: (() => void) | undefined;
  #releaseDrag: (() => void) | undefined;

  constructor(parent: HTMLElement, options: MapOptions) {
    this.#parent = parent;
    this.#options = options;
    this.#language = options.language;
    this.#size = sizeOf(parent);
    this.#sight = whole(this.#size);
    if (getComputedStyle(parent).position === 'static') parent.style.position = 'relative';
    const ratio = window.devicePixelRatio;
    this.#game = new Phaser.Game({
      type: Phaser.CANVAS,
      parent,
      width: this.#size.width * ratio,
      height: this.#size.height * ratio,
      scale: { mode: Phaser.Scale.NONE, zoom: 1 / ratio, expandParent: false },
      backgroundColor: PAPER,
      banner: false,
      audio: { noAudio: true },
      input: { keyboard: false, mouse: false, touch: false, gamepad: false },
      render: { antialias: true },
      autoFocus: false,
      scene: this.#scene,
    });
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
    this.#game.events.once(Phaser.Core.Events.READY, () => this.#begin());
    this.#game.events.on(Phaser.Core.Events.POST_RENDER, this.#rest, this);
    this.#observer = new ResizeObserver(() => this.#resize());
  }

  show(view: PublicView, own?: SeatView, turn: Turn = 'walk'): void {
    this.#shown = { view, own };
    if (!view.shocked) this.#calmSeen = true;
    if (!this.#ready) return;
    const cut = this.#stopStory();
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

  /** A map that opens with a reveal tells it once its first picture stands. */
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
    // Whether a map is still away can only be told by laying the page out, which a map in sight need not pay for.
    if (beats.length === 0 || (this.#away && !visible(sizeOf(this.#parent)))) {
      this.#turn();
      return Promise.resolve();
    }
    return new Promise((done) => {
      this.#telling = { beats, began: performance.now(), done, turned: false, told: undefined };
      this.#wake();
      if (this.#options.reducedMotion) this.#tick();
    });
  }

  select(seat?: Seat): void {
    this.#selected = seat;
    this.#refocus();
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
    this.#refocus();
  }

  destroy(): void {
    this.#endStory();
    for (const timer of this.#timers) clearTimeout(timer);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#album.close();
    this.#observer.disconnect();
    this.#game.events.off(Phaser.Core.Events.POST_RENDER, this.#rest, this);
    this.#releaseHands?.();
    this.#releaseDrag?.();
    this.#overlay.destroy();
    this.#game.destroy(true);
    // It is taken down in its next frame, and asleep it would have none.
    this.#game.loop.wake();
  }

  #begin(): void {
    const canvas = this.#game.canvas;
    canvas.className = 'map-canvas';
    canvas.setAttribute('role', 'img');
    canvas.tabIndex = 0;
    this.#releaseHands = takeGestures(canvas, {
      sight: () => this.#sight,
      size: () => this.#size,
      look: (sight) => this.#look(sight),
      tap: (point) => this.#tap(point),
      hover: (point) => this.#hover(point),
      step: (towards) => this.#step(towards),
    });
    if (this.#options.onOffer !== undefined) {
      this.#releaseDrag = takeDrag(this.#overlay.handle, canvas, {
        move: (point) => this.#draw(point),
        drop: (point) => this.#drop(point),
        tap: (point) => this.#tap(point),
      });
    }
    this.#ready = true;
    if (!this.#options.reducedMotion) this.#game.events.on(Phaser.Core.Events.PRE_STEP, () => this.#tick());
    this.#resize();
    this.#observer.observe(this.#parent);
    this.#describe();
    this.#refocus();
    void document.fonts.ready.then(() => {
      // Until now names may have been measured in another face.
      this.#setOptions();
      this.#turn(0);
      this.#firstDrawn();
    });
  }

  get #middle(): Point {
    return { x: this.#size.width / 2, y: this.#size.height / 2 };
  }

  /** One frame, however many ask for it. Where anything moves then, it is the first of many. */
  #wake(): void {
    if (this.#game.loop.running || this.#frame !== undefined) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#game.loop.wake();
    });
  }

  /** After each frame: on, if anything moves; else sleep. */
  #rest(): void {
    if (!this.#scene.moving && (this.#telling === undefined || this.#options.reducedMotion)) this.#game.loop.sleep();
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
    // Phaser leaves an earlier size in place at a zoom of exactly 1.
    this.#game.canvas.style.width = `${size.width}px`;
    this.#game.canvas.style.height = `${size.height}px`;
    this.#sight = held(this.#sight, size);
    this.#scene.setSight(this.#sight);
    this.#scene.resize(size, ratio);
    this.#turn(0);
    this.#refocus();
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

  /** Offers are made while everybody plans. */
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
    this.#showCard();
    clearTimeout(this.#sharpening);
    this.#sharpening = this.#later(() => {
      this.#scene.sharpen();
      this.#wake();
    }, SHARPEN_MS);
    this.#wake();
  }

  /** Advances the story by the clock. */
  #tick(): void {
    const telling = this.#telling;
    if (telling === undefined) return;
    const time = performance.now() - telling.began;
    const moment = momentOf(telling.beats, time);
    if (moment === undefined) {
      this.#endStory();
      return;
    }
    if (telling.told !== moment.beat) {
      telling.told = moment.beat;
      const cue = cueOf(moment.beat.kind);
      if (cue !== undefined) this.#options.onCue?.(cue);
    }
    if (moment.beat.after && !telling.turned) {
      telling.turned = true;
      this.#turn();
    }
    const still = this.#options.reducedMotion;
    this.#scene.setMoment(still ? { beat: moment.beat, t: STILL } : moment);
    this.#overlay.caption(moment.beat.caption);
    if (!still) return;
    this.#wake();
    clearTimeout(this.#nextBeat);
    this.#nextBeat = this.#later(() => this.#tick(), moment.beat.at + moment.beat.length - time + 1);
  }

  #endStory(): void {
    if (this.#stopStory()) this.#turn(0);
    this.#wake();
  }

  /** Answers whether a story was cut short before its picture had turned. */
  #stopStory(): boolean {
    const telling = this.#telling;
    if (telling === undefined) return false;
    this.#telling = undefined;
    this.#scene.setMoment(undefined);
    this.#overlay.caption(undefined);
    telling.done();
    return !telling.turned;
  }

  placeOf(seat: Seat): Rect | undefined {
    const house = this.#scene.picture?.layout.actors[seat]?.house;
    if (house === undefined) return undefined;
    const corner = toScreen(house, this.#sight, this.#size);
    return { ...corner, w: house.w * this.#sight.zoom, h: house.h * this.#sight.zoom };
  }

  #step(towards: Point): void {
    const next = nextHouse(this.#scene.picture?.layout.actors ?? [], this.#selected ?? this.#shown?.own?.seat, towards);
    this.#selected = next;
    this.#refocus();
    this.#options.onSelect?.(next);
  }

  #draw(point: Point): void {
    const from = this.#shown?.own?.seat;
    if (from === undefined) return;
    this.#scene.setDrawn({ from, to: toSheet(point, this.#sight, this.#size) });
    this.#hover(point);
    this.#wake();
  }

  #drop(point: Point | undefined): void {
    this.#scene.setDrawn(undefined);
    this.#hover(undefined);
    const to = point === undefined ? undefined : this.#seatAt(point);
    if (to !== undefined && to !== this.#shown?.own?.seat) this.#options.onOffer?.(to);
    this.#wake();
  }

  #seatAt(point: Point): Seat | undefined {
    const spot = toSheet(point, this.#sight, this.#size);
    const actors = this.#scene.picture?.layout.actors ?? [];
    return actors.find((actor) => contains(grown(actor.box, 3), spot))?.seat;
  }

  #tap(point: Point): void {
    const seat = this.#seatAt(point);
    this.#selected = seat === this.#selected ? undefined : seat;
    this.#hovered = undefined;
    this.#refocus();
    this.#options.onSelect?.(this.#selected);
  }

  #hover(point: Point | undefined): void {
    const seat = point === undefined ? undefined : this.#seatAt(point);
    if (seat === this.#hovered) return;
    this.#hovered = seat;
    this.#game.canvas.style.cursor = seat === undefined ? '' : 'pointer';
    this.#refocus();
  }

  #refocus(): void {
    this.#scene.setFocus(this.#hovered ?? this.#selected);
    this.#showCard();
    if (this.#ready) this.#wake();
  }

  /** Under the mouse only: of a seat one has chosen, the page tells more. */
  #showCard(): void {
    const seat = this.#hovered;
    const picture = this.#scene.picture;
    const actor = seat === undefined ? undefined : picture?.layout.actors[seat];
    const who = seat === undefined ? undefined : picture?.view.seats[seat];
    if (actor === undefined || who === undefined || picture === undefined) {
      this.#overlay.card(undefined);
      return;
    }
    const corner = toScreen(actor.box, this.#sight, this.#size);
    const box: Rect = { ...corner, w: actor.box.w * this.#sight.zoom, h: actor.box.h * this.#sight.zoom };
    this.#overlay.card(cardOf(who, picture.view, picture.own?.seat, this.#language), box, this.#size);
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

/** A map put away for the moment has no size, and nothing is drawn or told on it. */
function visible({ width, height }: Size): boolean {
  return width >= 40 && height >= 40;
}

function sizeOf(parent: HTMLElement): Size {
  return { width: Math.max(1, parent.clientWidth), height: Math.max(1, parent.clientHeight) };
}
