/**
 * The sheet at a given size: the frame line, what lies beyond it, and the printed cartouches.
 *
 * On a wide sheet the provinces lie beyond the frame to the west and the multinationals to the east; on a narrow one
 * both lie below, and the title moves above the frame. On the projector's wall names are as large as the tile allows,
 * and the tile's head replaces the cartouches. A miniature has no text.
 */
import { clamp, type Rect } from './geometry.ts';

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly portrait: boolean;
  /** Too small for names. */
  readonly miniature: boolean;
  /** On the projector's wall: without cartouches. */
  readonly wall: boolean;
  /** Inside the frame line: Haidian. */
  readonly frame: Rect;
  /** Where firms may stand. */
  readonly region: Rect;
  readonly provinces: Rect;
  readonly multinationals: Rect;
  readonly title: Rect;
  readonly figure: Rect;
  /** Box for the story's caption, clear of the actors; on the smallest sheets over the bottom of the frame. */
  readonly story: Rect;
  /** Printed items inside the frame that must not be covered. */
  readonly obstacles: readonly Rect[];
  /** Size of actors' names, CSS pixels. */
  readonly font: number;
  /** Width of the street kept free. */
  readonly lane: number;
}

const EDGE = 5;
/** Narrower sheets have no zoom buttons: map.css hides them. */
const ROOM_TO_ZOOM = 440;
/** On narrower sheets the text moves close to the single button. */
const NARROW = 330;

/** Space for text on the lower margin of a narrow sheet: between the buttons in its middle and the ornaments. */
export function signRooms({ width, provinces, multinationals }: Sheet): {
  readonly provinces: Rect;
  readonly multinationals: Rect;
} {
  const buttons = width > ROOM_TO_ZOOM ? 96 : width > NARROW ? 50 : 33;
  const west = provinces.x + provinces.w * 0.08 + 0.5 * Math.min(provinces.h * 0.48, 34);
  const east = multinationals.x + multinationals.w * 0.93 - 0.42 * Math.min(multinationals.h * 0.54, 40);
  return {
    provinces: { ...provinces, x: west, w: width / 2 - buttons - west },
    multinationals: { ...multinationals, x: width / 2 + buttons, w: east - width / 2 - buttons },
  };
}

export function sheetOf(width: number, height: number, wall = false): Sheet {
  if (wall && height >= 180 && width >= Math.max(390, height * 1.2)) return walled(width, height);
  if (width < 270 || height < 250) return tiny(width, height);
  const portrait = width < 560 || width < height * 0.95;
  return portrait ? narrow(width, height) : wide(width, height);
}

/** Heights of the caption's box: three lines on a phone, two elsewhere. */
const TOLD = { narrow: 44, wide: 36 };

function narrow(width: number, height: number): Sheet {
  const top = clamp(height * 0.045, 25, 34);
  const bottom = TOLD.narrow;
  const frame = { x: EDGE, y: EDGE + top, w: width - 2 * EDGE, h: height - 2 * EDGE - top - bottom };
  const half = frame.w / 2;
  const below = { y: frame.y + frame.h, h: bottom };
  return {
    width,
    height,
    portrait: true,
    miniature: false,
    wall: false,
    frame,
    region: inset(frame, 2),
    provinces: { x: frame.x, w: half, ...below },
    multinationals: { x: frame.x + half, w: half, ...below },
    title: { x: EDGE, y: EDGE, w: frame.w * 0.45, h: top },
    figure: { x: EDGE + frame.w * 0.46, y: EDGE, w: frame.w * 0.54, h: top },
    story: { x: frame.x, w: frame.w, ...below },
    obstacles: [],
    font: clamp(width / 42, 11, 15),
    lane: clamp(width * 0.05, 16, 34),
  };
}

function tiny(width: number, height: number): Sheet {
  const frame = inset({ x: 0, y: 0, w: width, h: height }, 3);
  const nothing = { x: frame.x, y: frame.y + frame.h, w: 0, h: 0 };
  return {
    width,
    height,
    portrait: true,
    miniature: true,
    wall: false,
    frame,
    region: inset(frame, 2),
    provinces: nothing,
    multinationals: nothing,
    title: nothing,
    figure: nothing,
    story: footOf(frame, TOLD.wide),
    obstacles: [],
    font: 11,
    lane: clamp(width * 0.05, 8, 16),
  };
}

/** Lower tiles need all their height for names, so their caption goes below, beside the numbers. */
const ROOM_TO_TELL = 400;
/** Width at which a caption fits beside the numbers; else it covers the bottom of the frame. */
const ROOM_BESIDE_NUMBERS = 560;

function footOf({ x, y, w, h }: Rect, height: number): Rect {
  return { x, y: y + h - height, w, h: height };
}

function placeToTell(frame: Rect, tile: { width: number; height: number; font: number; told: number }): Rect {
  if (tile.told > 0) return { x: frame.x, y: frame.y + frame.h, w: frame.w, h: tile.told };
  if (tile.width < ROOM_BESIDE_NUMBERS) return footOf(frame, tile.font * 2.4);
  return { x: 0, y: tile.height, w: tile.width * 0.62, h: tile.font * 2.1 };
}

/** Scales everything with the tile, so that a row which reads it at 1280 pixels reads it at 1920. */
function walled(width: number, height: number): Sheet {
  const font = clamp(Math.min(width / 37, height / 20), 11, 28);
  const side = font * 1.5;
  const told = height >= ROOM_TO_TELL ? font * 2.4 : 0;
  const frame = { x: EDGE + side, y: EDGE, w: width - 2 * (EDGE + side), h: height - 2 * EDGE - told };
  const nothing = { x: frame.x, y: frame.y, w: 0, h: 0 };
  return {
    width,
    height,
    portrait: false,
    miniature: false,
    wall: true,
    frame,
    region: inset(frame, 4),
    provinces: { x: EDGE, y: EDGE, w: side, h: frame.h },
    multinationals: { x: frame.x + frame.w, y: EDGE, w: side, h: frame.h },
    title: nothing,
    figure: nothing,
    story: placeToTell(frame, { width, height, font, told }),
    obstacles: [],
    font,
    lane: clamp(width * 0.032, 14, 48),
  };
}

function wide(width: number, height: number): Sheet {
  const side = clamp(width * 0.07, 46, 120);
  const font = clamp(Math.sqrt(width * height) / 58, 11, 28);
  const told = Math.max(TOLD.wide, font * 2.4);
  const frame = { x: EDGE + side, y: EDGE, w: width - 2 * (EDGE + side), h: height - 2 * EDGE - told };
  const title = { x: frame.x + 8, y: frame.y + 8, w: font * 11.6, h: font * 5.2 };
  const figure = { x: frame.x + 8, y: frame.y + frame.h - font * 4.6 - 8, w: font * 13, h: font * 4.6 };
  return {
    width,
    height,
    portrait: false,
    miniature: false,
    wall: false,
    frame,
    region: inset(frame, 6),
    provinces: { x: EDGE, y: EDGE, w: side, h: frame.h },
    multinationals: { x: frame.x + frame.w, y: EDGE, w: side, h: frame.h },
    title,
    figure,
    story: { x: frame.x, y: frame.y + frame.h, w: frame.w, h: told },
    obstacles: [title, figure],
    font,
    lane: clamp(width * 0.032, 22, 48),
  };
}

function inset(rect: Rect, by: number): Rect {
  return { x: rect.x + by, y: rect.y + by, w: rect.w - 2 * by, h: rect.h - 2 * by };
}
