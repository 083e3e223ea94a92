/** The map of a moment, the same as in play. The table beside it has all of its content. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Moment } from '../../shared/debrief/chronicle.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import type { MapHandle, Turn } from '../map/index.ts';
import { useMap } from '../panels/street/use-map.ts';
import { t } from '../state/language.ts';
import { viewsAt } from './debrief-signals.ts';

interface SceneProps {
  readonly moment: Moment;
  /** All moments of the record in order. */
  readonly moments: readonly Moment[];
  readonly seat: Seat | undefined;
  readonly label: string;
  /** Whether a reveal's story is told when its moment is shown. */
  readonly tell: boolean;
  /** Whether the outcome was revealed, so that the map may name the figure. */
  readonly told: boolean;
  /** The seat to highlight, which the text beside is about. */
  readonly mark?: Seat | undefined;
  /** Sized for reading from the back of a room. */
  readonly wall?: boolean;
}

/** A reader who moves on within this time is searching, so walking houses would disturb. */
const LOOK_MS = 900;

function show(map: MapHandle, moment: Moment, seat: Seat | undefined, turn: Turn): void {
  const { everybody, own } = viewsAt(moment, seat);
  map.show(everybody, own, turn);
}

export function Scene({ moment, moments, seat, label, tell, told, mark, wall = false }: SceneProps) {
  const { parent, map, failed } = useMap({ wall });
  const shown = useRef({ index: Number.NEGATIVE_INFINITY, at: Number.NEGATIVE_INFINITY });

  useEffect(() => {
    map?.prepare(
      moments.map((each) => {
        const { everybody, own } = viewsAt(each, seat);
        return [everybody, own];
      }),
    );
  }, [map, moments, seat, told]);
  // A layout effect, so that list and map change in the same frame.
  useLayoutEffect(() => {
    if (map === undefined) return;
    const { index, at } = shown.current;
    const now = performance.now();
    const turn = Math.abs(moment.index - index) <= 1 && now - at > LOOK_MS ? 'walk' : 'jump';
    const telling = tell && moment.phase === 'reveal';
    const before = moments[moment.index - 1];
    // Starts a story from its own round, wherever the reader came from.
    if (telling && before !== undefined && index !== before.index) show(map, before, seat, 'jump');
    show(map, moment, seat, turn);
    shown.current = { index: moment.index, at: now };
    if (telling) map.playReveal();
  }, [map, moment, moments, seat, tell, told]);
  useEffect(() => map?.select(mark), [map, mark]);

  return (
    <section class="scene" aria-label={label}>
      <div class="map-frame" ref={parent} />
      {failed && <p class="notice">{t('play.mapFailed')}</p>}
    </section>
  );
}
