/**
 * Where the map hangs. It is fetched once it can be seen (a phone shows it only when asked), and tells the story of
 * the round once per reveal. The page is whole without it.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SeatView } from '../../shared/engine/view.ts';
import type { MapHandle } from '../map/index.ts';
import { language, t } from '../state/language.ts';
import { reducedMotion, wide } from '../state/media.ts';
import { selected } from '../state/selection.ts';
import { playSound } from '../state/sound.ts';
import { SeatCard } from './seat-card.tsx';

export function MapPane({ view, visible }: { view: SeatView; visible: boolean }) {
  const parent = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapHandle>();
  const [failed, setFailed] = useState(false);
  const told = useRef(0);
  const spoken = language.value;
  const chosen = selected.value;
  const { phase, round } = view.public;

  useEffect(() => {
    const element = parent.current;
    if (!visible || element === null || map !== undefined) return;
    let gone = false;
    import('../map/index.ts').then(
      ({ mountMap }) => {
        if (gone) return;
        setMap(
          mountMap(element, {
            language: language.peek(),
            reducedMotion: reducedMotion(),
            onSelect: (seat) => {
              selected.value = seat;
            },
            onCue: playSound,
          }),
        );
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, [visible, map]);

  useEffect(() => () => map?.destroy(), [map]);
  useEffect(() => map?.setLanguage(spoken), [map, spoken]);
  useEffect(() => map?.select(chosen), [map, chosen]);
  useEffect(() => {
    if (map === undefined) return;
    map.show(view.public, view);
    if (visible && phase === 'reveal' && told.current !== round) {
      told.current = round;
      map.playReveal();
    }
  }, [map, view, visible, phase, round]);

  return (
    <section class={visible ? 'map-pane' : 'map-pane away'} aria-label={t('play.map')}>
      <div class="map-frame" ref={parent} />
      {!wide.value && chosen !== undefined && <SeatCard view={view} seat={chosen} />}
      {failed && <p class="notice">{t('play.mapFailed')}</p>}
    </section>
  );
}
