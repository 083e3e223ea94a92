/**
 * The map in the page. It is loaded when visible (on a phone, on demand), and tells each reveal's story once. The page
 * is complete without it.
 */
import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Seat } from '../../../shared/engine/actors.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import type { MapHandle } from '../../map/index.ts';
import { t } from '../../state/language.ts';
import { storyShownRound } from '../../state/reveal.ts';
import { selected } from '../../state/selection.ts';
import { playSound } from '../../state/sound.ts';
import { useOffer } from './house-acts.tsx';
import { SeatCard } from './seat-card.tsx';
import { useMap } from './use-map.ts';

/** Time until the first picture. */
const SETTLED_MS = 400;

interface MapPaneProps {
  readonly view: SeatView;
  readonly visible: boolean;
  /** The view to draw while its outcome is still to be told. */
  readonly drawn?: SeatView;
  /** On a phone, a strip above the plan with one's own house in sight. */
  readonly strip?: boolean;
}

export function MapPane({ view, drawn: shown = view, visible, strip = false }: MapPaneProps) {
  const scroller = useRef<HTMLElement>(null);
  const offer = useOffer(view);
  // The map keeps its first callbacks; these refs reach the present state.
  const drawn = useRef((_to: Seat) => {});
  drawn.current = (to) => {
    selected.value = to;
    const asks = view.legal.pactWishes.some(({ seat, refused }) => seat === to && refused === undefined);
    if (asks && view.legal.canPlan) offer('pact', to);
  };
  const { parent, map, failed } = useMap({
    visible,
    steady: true,
    onOffer: (to) => drawn.current(to),
    onSelect: (seat) => {
      selected.value = seat;
    },
    onCue: playSound,
  });
  const chosen = selected.value;
  useEffect(() => map?.select(chosen), [map, chosen]);
  useReveals(map, shown, visible);
  useOwnHouseInSight(strip ? map : undefined, scroller, shown);

  return (
    <>
      <section
        ref={scroller}
        class={visible ? (strip ? 'map-pane strip' : 'map-pane') : 'map-pane away'}
        aria-label={t('play.map')}
        onFocusCapture={({ target, currentTarget }) => {
          // Scrolls to the middle of a sheet focused by keyboard, where its ring is.
          if (!(target instanceof HTMLCanvasElement)) return;
          currentTarget.scrollTop = (currentTarget.scrollHeight - currentTarget.clientHeight) / 2;
        }}
      >
        <div class="map-frame" ref={parent} />
        {failed && <p class="notice">{t('play.mapFailed')}</p>}
      </section>
      {visible && chosen !== undefined && (
        <div class="house-card">
          <SeatCard view={view} seat={chosen} />
        </div>
      )}
    </>
  );
}

/** Shows each view, and tells the story of each reveal once. */
function useReveals(map: MapHandle | undefined, shown: SeatView, visible: boolean): void {
  const told = useRef(0);
  const { phase, round } = shown.public;
  // New talk changes the view, but not the map.
  const own = useMemo(() => shown, [shown.public, shown.offers]);
  useEffect(() => {
    if (map === undefined) return;
    map.show(own.public, own);
    if (visible && phase === 'reveal' && told.current !== round) {
      told.current = round;
      map.playReveal().then(() => {
        storyShownRound.value = round;
      });
    }
  }, [map, own, visible, phase, round]);
}

/** Scrolls a strip to the middle of one's own house in each round. */
function useOwnHouseInSight(
  map: MapHandle | undefined,
  scroller: RefObject<HTMLElement | null>,
  { seat, public: { round } }: SeatView,
): void {
  useEffect(() => {
    if (map === undefined) return;
    const timer = setTimeout(() => {
      const house = map.placeOf(seat);
      const seen = scroller.current;
      if (house !== undefined && seen !== null) seen.scrollTop = house.y + house.h / 2 - seen.clientHeight / 2;
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [map, round, seat]);
}
