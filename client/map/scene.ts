/**
 * The Phaser scene: layers of one sheet, from the ground to the reveal's story.
 *
 * Static parts are painted once into textures (ground, houses); parts that follow moving houses are vectors (trees,
 * ties). The scene draws pictures and moments between them; the page's interface is in the stage.
 */

import Phaser from 'phaser';
import type { Seat } from '../../shared/engine/actors.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { clampedSight, type Sight, type Size } from './camera.ts';
import { between, centred, type Point } from './geometry.ts';
import { ActorLayer } from './layers/actors.ts';
import { GroundLayer } from './layers/ground.ts';
import { drawGroves } from './layers/groves.ts';
import { Prints } from './layers/prints.ts';
import { StillLayer } from './layers/stills.ts';
import { drawStory } from './layers/story.ts';
import { dashed, drawTies } from './layers/ties.ts';
import { PALETTE, toNumber } from './palette.ts';
import { eased, mixRect, type Picture, sameTie } from './picture.ts';
import { heart, lineScale, type Stand } from './routes.ts';
import type { StoryMoment } from './story.ts';

interface Movement {
  readonly before: Picture;
  readonly began: number;
  readonly length: number;
}

/** Cached pixels of prints not shown: in sheets during play, in pixels for a replay. */
const KEPT_SHEETS = 4;
const KEPT_AHEAD = 16_000_000;
/** Sheets per picture of a replay, and the share of the cache left for houses. */
const SHEETS_EACH = 4 / 3;
const FOR_HOUSES = 0.2;

export class StreetScene extends Phaser.Scene {
  readonly #prints = new Prints(this);
  #ground: GroundLayer | undefined;
  #actors: ActorLayer | undefined;
  #stills: StillLayer | undefined;
  #groves: Phaser.GameObjects.Graphics | undefined;
  #ties: Phaser.GameObjects.Graphics | undefined;
  #halo: Phaser.GameObjects.Graphics | undefined;
  #story: Phaser.GameObjects.Graphics | undefined;

  #picture: Picture | undefined;
  #movement: Movement | undefined;
  /** The picture has not been drawn yet. */
  #unseen = false;
  /** Layers to repaint before the next frame: the whole picture, or the zoomed part. */
  #stale = false;
  #blurred = false;
  #sight: Sight = { zoom: 1, x: 0, y: 0 };
  #size: Size = { width: 1, height: 1 };
  #ratio = 1;
  #focus: Seat | undefined;
  #moment: StoryMoment | undefined;
  /** The line being drawn from a house. */
  #drawn: { readonly from: Seat; readonly to: Point } | undefined;
  /** The pages are being turned back and forth, as in a replay. */
  #replayed = false;

  create(): void {
    this.#ground = new GroundLayer(this, this.#prints);
    this.#groves = this.add.graphics();
    this.#ties = this.add.graphics();
    this.#halo = this.add.graphics();
    this.#actors = new ActorLayer(this, this.#prints);
    this.#story = this.add.graphics().setDepth(50);
    this.#stills = new StillLayer(this, this.#prints, this.#ground, this.#actors);
  }

  get picture(): Picture | undefined {
    return this.#picture;
  }

  /** Shows a picture from the next frame on; with a length in milliseconds, houses walk there. */
  setPicture(picture: Picture, length = 0): void {
    // A picture that was never drawn is no starting point for a walk.
    const before = this.#unseen ? this.#movement?.before : this.#picture;
    this.#picture = picture;
    this.#movement = before !== undefined && length > 0 ? { before, began: performance.now(), length } : undefined;
    this.#unseen = true;
    this.#stale = true;
  }

  /** How many pictures ahead fit into memory. */
  get roomAhead(): number {
    const { width, height } = this.#size;
    return Math.floor((KEPT_AHEAD * (1 - FOR_HOUSES)) / (SHEETS_EACH * width * height * this.#ratio ** 2));
  }

  /** Prints what a picture needs in advance; returns whether anything was missing. */
  printAhead(picture: Picture): boolean {
    this.#replayed = true;
    const { phase } = picture.view;
    const houses = this.#actors?.prepare(picture, this.#ratio) === true;
    // A story begins on the plan's picture and turns to the reveal's.
    const sheet = (phase === 'plan' || phase === 'reveal') && this.#ground?.prepare(picture, this.#ratio) === true;
    const still = phase !== 'reveal' && this.#stills?.prepare(picture, this.#ratio) === true;
    if (houses || sheet || still) this.#tidy();
    return houses || sheet || still;
  }

  resize(size: Size, ratio: number): void {
    this.#size = size;
    this.#ratio = ratio;
    this.cameras.main.setSize(Math.round(size.width * ratio), Math.round(size.height * ratio));
    this.setSight(clampedSight(this.#sight, size));
  }

  setSight(sight: Sight): void {
    this.#sight = sight;
    const camera = this.cameras.main;
    camera.setZoom(this.#ratio * sight.zoom);
    camera.setScroll(sight.x - camera.width / 2, sight.y - camera.height / 2);
    this.#ground?.blur();
  }

  /** Reprints the visible part at the present zoom with the next frame. */
  sharpen(): void {
    this.#blurred = true;
  }

  setFocus(seat: Seat | undefined): void {
    this.#focus = seat;
  }

  setMoment(moment: StoryMoment | undefined): void {
    this.#moment = moment;
  }

  setDrawn(drawn: { readonly from: Seat; readonly to: Point } | undefined): void {
    this.#drawn = drawn;
  }

  get moving(): boolean {
    return this.#movement !== undefined;
  }

  override update(): void {
    this.#unseen = false;
    if (this.#stands()) return;
    this.#paint();
    const movement = this.#movement;
    const t = movement === undefined ? 1 : Math.min(1, (performance.now() - movement.began) / movement.length);
    if (t >= 1) this.#movement = undefined;
    this.#place(eased(t), movement?.before);
  }

  /** Whether a still printed ahead shows everything. */
  #stands(): boolean {
    const alone =
      this.#movement === undefined &&
      this.#moment === undefined &&
      this.#focus === undefined &&
      this.#drawn === undefined;
    const still =
      alone &&
      this.#sight.zoom === 1 &&
      this.#picture !== undefined &&
      this.#stills?.show(this.#picture, this.#ratio) === true;
    for (const lines of [this.#groves, this.#ties, this.#halo, this.#story]) lines?.setVisible(!still);
    this.#ground?.setVisible(!still);
    if (still) this.#actors?.hide();
    else this.#stills?.hide();
    return still;
  }

  #paint(): void {
    const picture = this.#picture;
    if (picture === undefined || !(this.#stale || this.#blurred)) return;
    if (this.#stale) this.#ground?.paint(picture, this.#ratio);
    if (this.#blurred) this.#ground?.sharpen(picture, this.#sight, this.#size, this.#ratio);
    this.#actors?.paint(picture, this.#ratio * this.#sight.zoom);
    this.#stale = false;
    this.#blurred = false;
    this.#tidy();
  }

  #tidy(): void {
    const { width, height } = this.#size;
    const most = this.#replayed ? KEPT_AHEAD : KEPT_SHEETS * width * height * this.#ratio ** 2;
    this.#prints.keep(new Set([this.#ground, this.#actors, this.#stills].flatMap((layer) => layer?.shown ?? [])), most);
  }

  /** Places everything at a share of the way from the previous picture. */
  #place(t: number, before?: Picture): void {
    const picture = this.#picture;
    if (picture === undefined) return;
    const stands = picture.layout.actors.map((actor): Stand => {
      const start = before?.layout.actors[actor.seat];
      return start === undefined
        ? actor
        : { house: mixRect(start.house, actor.house, t), box: mixRect(start.box, actor.box, t) };
    });
    this.#actors?.place(picture, stands, this.#focus, this.#ratio * this.#sight.zoom);
    const scale = lineScale(picture.layout);
    this.#drawGroves(picture, before, t, scale);
    this.#drawTies(picture, before, stands, t, scale);
    this.#drawHalo(stands, scale);
    this.#story?.clear();
    if (this.#story !== undefined && this.#moment !== undefined)
      drawStory(this.#story, this.#moment, picture, stands, scale);
    this.#drawDrawn(stands, scale);
  }

  #drawDrawn(stands: readonly Stand[], scale: number): void {
    const drawn = this.#drawn;
    const from = drawn === undefined ? undefined : stands[drawn.from];
    if (this.#story === undefined || drawn === undefined || from === undefined) return;
    const start = heart(from.house);
    const curve = { from: start, control: between(start, drawn.to, 0.5), to: drawn.to };
    dashed(this.#story, curve, PALETTE.jade, 3 * scale, 1, scale);
  }

  #drawGroves(picture: Picture, before: Picture | undefined, t: number, scale: number): void {
    const pen = this.#groves;
    if (pen === undefined) return;
    pen.clear();
    const old = before?.layout.groves ?? [];
    const crowns = picture.layout.groves.map((grove) => {
      const was = old.find((other) => other.head === grove.head);
      return was === undefined
        ? { rect: grove.crown, alpha: before === undefined ? 1 : t }
        : { rect: mixRect(was.crown, grove.crown, t), alpha: 1 };
    });
    const gone = old
      .filter((grove) => !picture.layout.groves.some((other) => other.head === grove.head))
      .map((grove) => ({ rect: grove.crown, alpha: 1 - t }));
    drawGroves(pen, [...gone, ...crowns], scale);
  }

  #drawTies(picture: Picture, before: Picture | undefined, stands: readonly Stand[], t: number, scale: number): void {
    const pen = this.#ties;
    if (pen === undefined) return;
    pen.clear();
    const focus = omitUndefined({ focus: this.#focus });
    const visible = picture.routes;
    const old = before?.routes ?? [];
    const stays = visible.filter((route) => before === undefined || old.some((other) => sameTie(other.tie, route.tie)));
    const comes = visible.filter((route) => !stays.includes(route));
    const goes = old.filter((route) => !picture.routes.some((other) => sameTie(other.tie, route.tie)));
    drawTies(pen, { routes: goes, stands, alpha: 1 - t, scale, ...focus });
    drawTies(pen, { routes: stays, stands, alpha: 1, scale, ...focus });
    drawTies(pen, { routes: comes, stands, alpha: t, scale, ...focus });
  }

  /** A ring round the seat in focus. */
  #drawHalo(stands: readonly Stand[], scale: number): void {
    const pen = this.#halo;
    if (pen === undefined) return;
    pen.clear();
    const house = this.#focus === undefined ? undefined : stands[this.#focus]?.house;
    if (house === undefined) return;
    const { x, y } = heart(house);
    const ring = centred(x, y, house.w * 1.36, house.w * 1.36);
    pen.fillStyle(toNumber(PALETTE.paperLight), 0.85).fillCircle(x, y, ring.w / 2);
    pen.lineStyle(2.2 * scale, toNumber(PALETTE.vermilion), 1).strokeCircle(x, y, ring.w / 2);
  }
}
