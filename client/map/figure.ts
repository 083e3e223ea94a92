/** The figure on the map: as announced, and at the end of the game the one the last round is read as. */
import type { Figure } from '../../shared/engine/figure-reading.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';

type Told = Pick<PublicView, 'announcedFigure' | 'phase' | 'history'>;

/** Where nothing is announced, nothing is told. */
export function figureOn({ announcedFigure, phase, history }: Told): Figure | undefined {
  if (announcedFigure === undefined || phase !== 'ended') return announcedFigure;
  return history.at(-1)?.figure?.figure ?? announcedFigure;
}
