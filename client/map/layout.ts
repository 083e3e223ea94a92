/**
 * Layout: takes a view and a size, returns boxes. Pure, so that it can be tested without a screen.
 *
 * Institutions stand at fixed places. Firms line the street, each on its own side for good. The more pacts they keep,
 * the further the two rows bow outwards into a ring that shows the network. A firm that was taken over moves under the
 * tree of its head. No boxes overlap at any size from a phone's 280 × 290 up: where space is tight, houses shrink and
 * labels narrow, but type never does.
 */

import type { Seat } from '../../shared/engine/actors.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { PublicSeat, PublicView } from '../../shared/engine/public-view.ts';
import type { Language } from '../../shared/i18n/messages.ts';
import { pins, type Site, STREET, sitesOf, streetAt } from './geography.ts';
import { centred, centreOf, clamp, type Point, type Rect } from './geometry.ts';
import { type Label, type Measure, setLabel } from './labels.ts';
import { webOf } from './notation.ts';
import { type Block, pack, packLargestFirst } from './packing.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { streetWishes, type Unit, type Wish } from './street-wishes.ts';

/** The paper's circles of three sizes: government, universities and institutes, firms. */
export type Level = 1 | 2 | 3;

export interface PlacedActor {
  readonly seat: Seat;
  readonly level: Level;
  /** House and label together, which no other box overlaps. */
  readonly box: Rect;
  readonly house: Rect;
  readonly label: Label;
  readonly site?: Site;
}

/** A head with the firms of its tree. */
export interface Grove {
  readonly head: Seat;
  readonly members: readonly Seat[];
  readonly crown: Rect;
}

export interface MapLayout {
  readonly sheet: Sheet;
  /** In seat order. */
  readonly actors: readonly PlacedActor[];
  readonly groves: readonly Grove[];
  /** How far the street has opened into a ring, 0 to 1. */
  readonly web: number;
}

export interface LayoutOptions {
  readonly width: number;
  readonly height: number;
  readonly language: Language;
  readonly measure: Measure;
  /** Sized for the back of the room. */
  readonly wall?: boolean;
  /** Houses keep their places from year to year, whatever their size and pacts; only a tree gathers its own. */
  readonly steady?: boolean;
  /** Leaves names out, if houses would not fit with them. */
  readonly nameless?: boolean;
}

/** Use of the street by houses: free; built over, with each firm on its side; or crossed, as a last resort. */
const STREET_USES = ['free', 'built', 'crossed'] as const;
type StreetUse = (typeof STREET_USES)[number];

interface Attempt {
  readonly scale: number;
  /** Space between boxes in font sizes, for lines and flags. */
  readonly air: number;
  readonly street: StreetUse;
  /** Firms in a row under a tree. */
  readonly columns: number;
}

const SCALES = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5] as const;
const AIRS = [1.5, 0.75, 0] as const;

/** Penalty of each compromise, in pixels of mean distance from the wished places. */
const STREET_PRICES: Readonly<Record<StreetUse, number>> = { free: 0, built: 8, crossed: 70 };

function priceOf({ scale, air, street }: Attempt): number {
  return (1 - scale) * 110 + (air >= 1.5 ? 0 : air > 0 ? 4 : 14) + STREET_PRICES[street];
}
const ATTEMPTS: readonly Attempt[] = SCALES.flatMap((scale) =>
  AIRS.flatMap((air) => STREET_USES.flatMap((street) => [3, 2, 4].map((columns) => ({ scale, air, street, columns })))),
).sort((a, b) => priceOf(a) - priceOf(b));

export function layOut(view: PublicView, options: LayoutOptions): MapLayout {
  const sheet = sheetOf(options.width, options.height, options.wall);
  const setting = settingOf(view, options, sheet);
  const trees = view.seats.some((seat) => seat.owner !== undefined);
  let best: Outcome | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const attempt of ATTEMPTS) {
    const price = priceOf(attempt);
    if (price >= least) break;
    if (!trees && attempt.columns !== 3) continue;
    const outcome = tryOut(setting, attempt);
    if (outcome === undefined || price + outcome.strain >= least) continue;
    best = outcome;
    least = price + outcome.strain;
  }
  // An overfull tile is clearer without any names than with some.
  if (best === undefined && sheet.wall) return layOut(view, { ...options, wall: false });
  // The same on a low phone map with most firms in one tree: a house off the map is worse than missing names.
  if (best === undefined && options.nameless !== true) return layOut(view, { ...options, nameless: true });
  // On sheets smaller than any supported screen, the layout extends below the edge and leaves nobody out.
  best ??= tryOut(settingOf(view, options, endless(sheet)), LAST);
  return best === undefined ? { sheet, actors: [], groves: [], web: 0 } : layoutOf(best);
}

const LAST: Attempt = { scale: 0.5, air: 0, street: 'crossed', columns: 3 };

function endless(sheet: Sheet): Sheet {
  const frame = { ...sheet.frame, h: sheet.frame.h * 4 };
  return { ...sheet, frame, region: { ...sheet.region, h: frame.h }, obstacles: [] };
}

/** State shared by all attempts at a view. */
interface Setting {
  readonly sheet: Sheet;
  readonly sites: ReadonlyMap<Seat, Site>;
  readonly web: number;
  readonly scaled: (scale: number) => Scaled;
}
/** State shared by attempts at one scale: the institutions in place. */
interface Scaled {
  readonly institutions: readonly Piece[];
  /** Undefined if they do not fit. */
  readonly standing: readonly Rect[] | undefined;
  readonly arranged: (columns: number) => Arranged;
}
/** State shared by attempts at one scale and width of trees. */
interface Arranged {
  readonly groups: readonly Group[];
  /** One block per group. */
  readonly blocks: readonly Placeable[];
  /** Number of shortened names, of institutions and firms. */
  readonly cut: number;
}
/** A block, and the side it is bound to, if any. */
type Placeable = Block & Pick<Wish, 'side'>;
interface Outcome {
  readonly setting: Setting;
  readonly scaled: Scaled;
  readonly arranged: Arranged;
  readonly standing: readonly Rect[];
  readonly packed: readonly Rect[];
  /** Distance of firms from their wished places in pixels: the mean, and a share of the worst. */
  readonly strain: number;
}

interface Piece {
  readonly seat: PublicSeat;
  readonly level: Level;
  readonly house: number;
  /** Space reserved for it. */
  readonly slot: number;
  readonly label: Label;
  readonly w: number;
  readonly h: number;
}

/** Strain of a shortened name. */
const CUT_NAME = 12;
const NAMELESS: Label = { lines: [], width: 0 };
const GAP = 4;
const CROWN = 7;
/** Space for the arrows between a head and its firms, in font sizes. */
const DROP = 1.5;

function settingOf(view: PublicView, options: LayoutOptions, sheet: Sheet): Setting {
  const sites = sitesOf(view.seats);
  const web = webOf(view);
  const places = options.steady === true ? placesOf(view, options) : undefined;
  const scaled = workedOutOnce((scale: number): Scaled => {
    const piece = (seat: PublicSeat, shrink = 1) => pieceOf(seat, options, sheet, scale * shrink);
    const institutions = view.seats.filter((seat) => seat.kind !== 'firm').map((seat) => piece(seat));
    const pinned = institutions.map((each): Block => ({ w: each.w, h: each.h, wish: pinOf(each, sites, sheet) }));
    const arranged = workedOutOnce((columns: number): Arranged => {
      const groups = view.seats
        .filter((seat) => seat.kind === 'firm' && seat.owner === undefined)
        .map((head) => groupOf(head, view.seats, piece, columns, sheet.font * DROP));
      const units = groups.map(({ head, w, h, parts }): Unit => ({ seat: head.seat, w, h, firms: parts.length }));
      const wishes = streetWishes(units, view.seats, sites, sheet, options.steady === true ? STEADY_WEB : web);
      // Trees go first, because they need most space. The order among equals is fixed, so that one firm's growth moves
      // no other.
      const firmsIn = (index: number) => groups[index]?.parts.length ?? 0;
      const first = places === undefined ? 1 : -1;
      const order = groups.map((_, index) => index).sort((a, b) => first * (firmsIn(b) - firmsIn(a)) || a - b);
      const placed = order.flatMap((index) => {
        const group = groups[index];
        const wish = wishes[index];
        if (group === undefined || wish === undefined) return [];
        const kept = places?.get(group.head.seat);
        const block = { w: group.w, h: group.h, ...wish, ...omitUndefined({ wish: kept }) };
        return [{ group, block }];
      });
      const pieces = [...institutions, ...groups.flatMap(({ parts }) => parts.map((part) => part.piece))];
      return {
        groups: placed.map(({ group }) => group),
        blocks: placed.map(({ block }) => block),
        cut: pieces.filter(({ label }) => label.lines.some((line) => line.endsWith('…'))).length,
      };
    });
    return { institutions, standing: pack(pinned, sheet.region, sheet.obstacles), arranged };
  });
  return { sheet, sites, web, scaled };
}

/** How far the two rows of a steady street bow, to leave space between them. */
const STEADY_WEB = 0.6;

/** Places as if nobody owned anybody; undefined if that is so. */
function placesOf(view: PublicView, options: LayoutOptions): ReadonlyMap<Seat, Point> | undefined {
  if (view.seats.every(({ owner }) => owner === undefined)) return undefined;
  const alone = view.seats.map(({ owner: _, ...seat }) => ({ ...seat, head: seat.seat, treeSize: 1 }));
  const { actors } = layOut({ ...view, seats: alone }, options);
  return new Map(actors.map(({ seat, box }) => [seat, centreOf(box)]));
}

function workedOutOnce<T>(workOut: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = workOut(key);
    known.set(key, made);
    return made;
  };
}

function tryOut(setting: Setting, attempt: Attempt): Outcome | undefined {
  const { sheet } = setting;
  const scaled = setting.scaled(attempt.scale);
  const { standing } = scaled;
  if (standing === undefined) return undefined;
  const arranged = scaled.arranged(attempt.columns);
  const lane = attempt.street === 'free' ? [laneOf(sheet)] : [];
  const air = sheet.font * attempt.air;
  const blocks = arranged.blocks.map((block) => atHome(block, attempt.street, sheet));
  const place = attempt.street === 'crossed' ? packLargestFirst : pack;
  const packed = place(blocks, sheet.region, [...sheet.obstacles, ...standing, ...lane], air);
  if (packed === undefined) return undefined;
  const strain = strainOf(arranged.blocks, packed) + arranged.cut * CUT_NAME;
  return { setting, scaled, arranged, standing, packed, strain };
}

function layoutOf({ setting, scaled, arranged, standing, packed }: Outcome): MapLayout {
  const { sheet, sites, web } = setting;
  const actors: PlacedActor[] = scaled.institutions.flatMap((each, index) => {
    const rect = standing[index];
    return rect === undefined ? [] : [settle(each, rect, sites.get(each.seat.seat))];
  });
  const groves: Grove[] = [];
  arranged.groups.forEach((group, place) => {
    const rect = packed[place];
    if (rect === undefined) return;
    for (const member of group.parts)
      actors.push(
        settle(member.piece, { x: rect.x + member.x, y: rect.y + member.y, w: member.piece.w, h: member.piece.h }),
      );
    if (group.parts.length > 1)
      groves.push({
        head: group.head.seat,
        members: group.parts.slice(1).map((part) => part.piece.seat.seat),
        crown: rect,
      });
  });
  return { sheet, actors: actors.sort((a, b) => a.seat - b.seat), groves, web };
}

function strainOf(blocks: readonly Block[], packed: readonly Rect[]): number {
  const away = blocks.map(({ wish }, index) => {
    const rect = packed[index];
    if (rect === undefined) return 0;
    const centre = centreOf(rect);
    return Math.hypot(centre.x - wish.x, centre.y - wish.y);
  });
  const mean = away.reduce((sum, each) => sum + each, 0) / Math.max(1, away.length);
  return mean + 0.3 * Math.max(0, ...away);
}

function pinOf(piece: Piece, sites: ReadonlyMap<Seat, Site>, sheet: Sheet): Point {
  const pin = pins(sheet.portrait)[sites.get(piece.seat.seat) ?? 'college'];
  return { x: sheet.frame.x + pin.x * sheet.frame.w, y: sheet.frame.y + pin.y * sheet.frame.h };
}

/** Keeps a house's door beside the street, even if the house reaches over it. */
function atHome(block: Placeable, street: StreetUse, { frame, region, lane }: Sheet): Block {
  if (block.side === undefined || street === 'crossed') return block;
  const over = street === 'free' ? -lane / 2 : (block.w - lane) / 2;
  const axis = frame.x + streetAt(0.6) * frame.w;
  const from = block.side < 0 ? region.x : Math.max(region.x, axis - over);
  const to = block.side < 0 ? Math.min(region.x + region.w, axis + over) : region.x + region.w;
  return { ...block, home: { ...region, x: from, w: to - from } };
}

function laneOf(sheet: Sheet): Rect {
  const { frame } = sheet;
  const north = frame.y + STREET.north * frame.h;
  return centred(
    frame.x + streetAt(0.6) * frame.w,
    (north + frame.y + frame.h) / 2,
    sheet.lane,
    frame.y + frame.h - north,
  );
}

/** Houses are sized for a full district, so they look the same for any number of seats. */
const SIZED_FOR = 14;
const LEVELS = { firm: 3, university: 2, bureau: 1, commission: 1 } as const;
/** Scale of the house with the largest standing. */
const LARGEST = 0.78 + 0.11 * 5;
const SIZES: Readonly<Record<Level, number>> = { 1: 1.35, 2: 1.3, 3: 1 };

function pieceOf(seat: PublicSeat, options: LayoutOptions, sheet: Sheet, scale: number): Piece {
  const level = LEVELS[seat.kind];
  const heads = seat.owner === undefined && options.steady !== true ? Math.min(0.4, 0.08 * (seat.treeSize - 1)) : 0;
  const grown = level === 3 ? 0.78 + 0.11 * clamp(seat.standing, 1, 5) + heads : SIZES[level];
  const room = Math.sqrt((sheet.frame.w * sheet.frame.h) / SIZED_FOR);
  const least = sheet.miniature || sheet.wall ? 13 : 25;
  const shrunk = Math.max(sheet.wall ? 0.42 : 0.62, scale);
  const house = clamp(room * (sheet.miniature ? 0.42 : 0.36), least, 140) * grown * shrunk;
  const font = sheet.font;
  const width = sheet.wall
    ? font * (level === 3 ? 7.6 : 9.2)
    : Math.max(font * (level === 3 ? (scale < 0.6 ? 4.2 : 5.8) : 7.2), (sheet.portrait ? 76 : 118) * scale);
  const label =
    sheet.miniature || options.nameless === true
      ? NAMELESS
      : setLabel(seat.name[options.language], font, width, options.measure);
  // A steady place reserves space for the largest standing.
  const slot = options.steady === true && level === 3 ? (house / grown) * LARGEST : house;
  const w = Math.max(slot, label.width) + GAP * 2;
  const h = slot + label.lines.length * (font + 1.5) + GAP;
  return { seat, level, house, slot, label, w, h };
}

interface Part {
  readonly piece: Piece;
  readonly x: number;
  readonly y: number;
}
interface Group {
  readonly head: PublicSeat;
  readonly w: number;
  readonly h: number;
  /** Head first; positions are relative to the group's box. */
  readonly parts: readonly Part[];
}

function groupOf(
  head: PublicSeat,
  seats: readonly PublicSeat[],
  piece: (seat: PublicSeat, shrink?: number) => Piece,
  columns: number,
  drop: number,
): Group {
  const top = piece(head);
  const below = seats
    .filter((seat) => seat.head === head.seat && seat.seat !== head.seat)
    .map((seat) => piece(seat, 0.8));
  if (below.length === 0) return { head, w: top.w, h: top.h, parts: [{ piece: top, x: 0, y: 0 }] };

  const across = Math.min(columns, below.length);
  const cellW = Math.max(...below.map((each) => each.w));
  const cellH = Math.max(...below.map((each) => each.h));
  const rows = Math.ceil(below.length / across);
  const w = Math.max(top.w, across * cellW) + 2 * CROWN;
  const h = top.h + drop + rows * cellH + 2 * CROWN;
  const parts: Part[] = [{ piece: top, x: (w - top.w) / 2, y: CROWN }];
  below.forEach((each, index) => {
    const row = Math.floor(index / across);
    const inRow = Math.min(across, below.length - row * across);
    const left = (w - inRow * cellW) / 2 + (index % across) * cellW;
    parts.push({ piece: each, x: left + (cellW - each.w) / 2, y: CROWN + top.h + drop + row * cellH });
  });
  return { head, w, h, parts };
}

function settle(piece: Piece, box: Rect, site?: Site): PlacedActor {
  const top = box.y + 1 + piece.slot - piece.house;
  const house = { x: box.x + (box.w - piece.house) / 2, y: top, w: piece.house, h: piece.house };
  const placed = { seat: piece.seat.seat, level: piece.level, box, house, label: piece.label };
  return site === undefined ? placed : { ...placed, site };
}
