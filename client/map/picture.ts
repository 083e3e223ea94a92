/** A still of the map: a view laid out at a size, with routed ties. */
import type { PublicView } from '../../shared/engine/public-view.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import type { Language } from '../../shared/i18n/messages.ts';
import type { Size } from './camera.ts';
import { mix, type Rect } from './geometry.ts';
import type { Measure } from './labels.ts';
import { layOut, type MapLayout } from './layout.ts';
import { type Tie, tiesOf } from './notation.ts';
import { type Route, routesOf } from './routes.ts';

export interface Picture {
  readonly view: PublicView;
  readonly own?: SeatView;
  readonly language: Language;
  readonly layout: MapLayout;
  readonly routes: readonly Route[];
}

export interface PictureOptions {
  readonly size: Size;
  readonly language: Language;
  readonly measure: Measure;
  /** Sized for the back of the room. */
  readonly wall: boolean;
  /** Houses keep their places from year to year. */
  readonly steady?: boolean;
}

export function pictureOf(view: PublicView, own: SeatView | undefined, options: PictureOptions): Picture {
  const { size, language, measure, wall, steady = false } = options;
  const layout = layOut(view, { ...size, language, measure, wall, steady });
  const routes = routesOf(tiesOf(view, own), layout);
  const picture = { view, language, layout, routes };
  return own === undefined ? picture : { ...picture, own };
}

/** Same ends and kind; the weight may differ. */
export function sameTie(a: Tie, b: Tie): boolean {
  return a.kind === b.kind && a.from === b.from && a.to === b.to;
}

export function mixRect(a: Rect, b: Rect, t: number): Rect {
  return { x: mix(a.x, b.x, t), y: mix(a.y, b.y, t), w: mix(a.w, b.w, t), h: mix(a.h, b.h, t) };
}

/** Ease-in-out. */
export function eased(t: number): number {
  return t < 0.5 ? 2 * t * t : 1 - (2 - 2 * t) ** 2 / 2;
}
