/** The figure shown on the map: the announced one, and at the end the last round's reading. */
import type { Figure } from '../../shared/engine/figure-reading.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';

type Told = Pick<PublicView, 'announcedFigure' | 'phase' | 'history'>;

/** Undefined while the figure is secret. */
export function figureOn({ announcedFigure, phase, history }: Told): Figure | undefined {
  if (announcedFigure === undefined || phase !== 'ended') return announcedFigure;
  return history.at(-1)?.figure?.figure ?? announcedFigure;
}
