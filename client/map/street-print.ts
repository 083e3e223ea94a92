/** The street of 1984 as a print on two canvases, painted once without Phaser, for the light first page. */
import type { Seat } from '../../shared/engine/actors.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { PublicSeat, PublicView } from '../../shared/engine/public-view.ts';
import type { RosterEntry } from '../../shared/engine/scenario.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import type { Size } from './camera.ts';
import { STREET, streetAt } from './geography.ts';
import { grown, type Point } from './geometry.ts';
import { layOut, type MapLayout, type PlacedActor } from './layout.ts';
import { paintActor } from './paint/actor.ts';
import { paintLand } from './paint/land.ts';
import { paintFrame, paintGrain } from './paint/paper.ts';
import { write } from './paint/pen.ts';
import { paintCompass, paintPlaceNames, watersOf } from './paint/places.ts';
import { paintShops } from './paint/street.ts';
import { PALETTE } from './palette.ts';
import { placeWords } from './place-words.ts';
import { newRuler } from './ruler.ts';
import { penFor } from './sharp.ts';

/** A house without any marks. */
const QUIET = { bot: false, ready: false, certified: false, inDisarray: false, failed: false, failures: 0 } as const;
const SEASON = 'summer';
/** Number of real firms on the street in 1984. */
const FIRMS = 40;
const YEAR = '1984';

export interface Print {
  readonly view: PublicView;
  readonly layout: MapLayout;
  readonly language: Language;
}

export function printOf(roster: readonly RosterEntry[], size: Size, language: Language): Print {
  const view = openingView(roster);
  const layout = layOut(view, { ...size, language, measure: newRuler(), steady: true });
  return { view, layout, language };
}

export function housesOf({ layout }: Print): readonly PlacedActor[] {
  return layout.actors;
}

/** The street from south to north as a path. */
export function streetLine({ layout }: Print): readonly Point[] {
  const { frame } = layout.sheet;
  const steps = 12;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const v = STREET.south - ((STREET.south - STREET.north) * step) / steps;
    return { x: frame.x + streetAt(v) * frame.w, y: frame.y + v * frame.h };
  });
}

/** The parts that do not depend on the selection. */
export function paintGround(canvas: HTMLCanvasElement, { layout, language }: Print): void {
  const { sheet } = layout;
  const pen = penFor(canvas, sheet);
  if (pen === undefined) return;
  paintLand(pen, sheet, SEASON, language);
  const boxes = layout.actors.map(({ box }) => box);
  const names = sheet.miniature ? [] : paintPlaceNames(pen, sheet, placeWords(language), language === 'zh', boxes);
  const taken = [...boxes, ...names.map((rect) => grown(rect, 2)), ...watersOf(sheet)];
  paintShops(pen, sheet, FIRMS, taken);
  paintFrame(pen, sheet);
  const { frame } = sheet;
  if (sheet.portrait)
    write(pen, YEAR, frame.x + 2, frame.y - 14, {
      size: 22,
      weight: 700,
      align: 'left',
      colour: PALETTE.vermilionDeep,
    });
  else paintCompass(pen, frame.x + frame.w - 26, frame.y + 44, 13, language === 'zh' ? '北' : 'N');
  paintGrain(pen, sheet);
}

export function paintHouses(canvas: HTMLCanvasElement, { view, layout, language }: Print, own: Seat | undefined): void {
  const pen = penFor(canvas, layout.sheet);
  if (pen === undefined) return;
  const youWord = placeWords(language)('you');
  for (const actor of layout.actors) {
    const parent = view.seats[view.seats[actor.seat]?.parent ?? -1];
    const look = {
      ...QUIET,
      ...omitUndefined({ site: actor.site, seal: parent?.name.zh.slice(0, 1) }),
      own: actor.seat === own,
      youWord,
    };
    paintActor(pen, actor, look, layout.sheet.font);
  }
}

/** A view before the game, without marks for bots. */
function openingView(roster: readonly RosterEntry[]): PublicView {
  const universities = roster.flatMap(({ kind }, seat) => (kind === 'university' ? [seat] : []));
  const seats = roster.map(({ kind, name, parent }, seat): PublicSeat => {
    const university = parent === undefined ? undefined : universities[parent];
    const actor = { seat, kind, name, ...omitUndefined({ parent: university }) };
    const alone = { head: seat, treeSize: 1, forced: false, inDisarray: false, failures: 0, standing: 3 };
    return { ...actor, ...alone, control: 'human', ready: false };
  });
  const street = { law: 0, distance: 0, commons: 0, fund: 0, shocked: false, pacts: [], history: [], happenings: [] };
  const table = { phase: 'opening', round: 0, rounds: 0, clockMode: 'wait', paused: false, talkOn: false } as const;
  return { scenario: '', ...table, ...street, seats };
}
