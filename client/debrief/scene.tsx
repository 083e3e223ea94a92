/** The map of a moment, the same as in play. The page is whole without it: all it shows is in the table beside it. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Moment } from '../../shared/debrief/chronicle.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import type { MapHandle, Turn } from '../map/index.ts';
import { useMap } from '../panels/street/use-map.ts';
import { t } from '../state/language.ts';
import { viewsAt } from './debrief-signals.ts';

interface SceneProps {
  readonly moment: Moment;
  /** All moments of the record, in order. */
  readonly moments: readonly Moment[];
  readonly seat: Seat | undefined;
  readonly label: string;
  /** Whether the story of a reveal is told when the moment comes up. */
  readonly tell: boolean;
  /** Whether the outcome is known: the map says then which figure was announced. */
  readonly told: boolean;
  /** Whom to mark: the one that the words beside speak of. */
  readonly mark?: Seat | undefined;
  /** Read from the last row of a room. */
  readonly wall?: boolean;
}

/** A reader who goes on sooner than this is looking for a moment, and houses would only be in the way. */
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
  // With the page and not after it, so that list and map turn in the same frame.
  useLayoutEffect(() => {
    if (map === undefined) return;
    const { index, at } = shown.current;
    const now = performance.now();
    const turn = Math.abs(moment.index - index) <= 1 && now - at > LOOK_MS ? 'walk' : 'jump';
    const telling = tell && moment.phase === 'reveal';
    const before = moments[moment.index - 1];
    // A story begins where its round did, wherever the reader jumped here from.
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
