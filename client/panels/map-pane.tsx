/**
 * Where the map hangs. It is fetched once it can be seen (a phone shows it only when asked), and tells the story of
 * the round once per reveal. The page is whole without it.
 */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { SeatView } from '../../shared/engine/view.ts';
import { t } from '../state/language.ts';
import { wide } from '../state/media.ts';
import { selected } from '../state/selection.ts';
import { playSound } from '../state/sound.ts';
import { SeatCard } from './seat-card.tsx';
import { useMap } from './use-map.ts';

interface MapPaneProps {
  readonly view: SeatView;
  readonly visible: boolean;
  /** Above the plan on a phone: as much of the map as there is room for, one's own house in sight. */
  readonly strip?: boolean;
}

export function MapPane({ view, visible, strip = false }: MapPaneProps) {
  const { parent, map, failed } = useMap({
    visible,
    onSelect: (seat) => {
      selected.value = seat;
    },
    onCue: playSound,
  });
  const told = useRef(0);
  const chosen = selected.value;
  const { phase, round } = view.public;
  // A line of talk changes the view and nothing on the map.
  const own = useMemo(() => view, [view.public, view.offers]);

  useEffect(() => map?.select(chosen), [map, chosen]);
  useEffect(() => {
    if (map === undefined) return;
    map.show(view.public, own);
    if (visible && phase === 'reveal' && told.current !== round) {
      told.current = round;
      map.playReveal();
    }
  }, [map, own, visible, phase, round]);

  return (
    <section class={visible ? (strip ? 'map-pane strip' : 'map-pane') : 'map-pane away'} aria-label={t('play.map')}>
      <div class="map-frame" ref={parent} />
      {!wide.value && chosen !== undefined && <SeatCard view={view} seat={chosen} />}
      {failed && <p class="notice">{t('play.mapFailed')}</p>}
    </section>
  );
}
