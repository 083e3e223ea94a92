/** The map of a moment, the same as in play. The page is whole without it: all it shows is in the table beside it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Moment } from '../../shared/debrief/chronicle.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import type { MapHandle } from '../map/index.ts';
import { language, t } from '../state/language.ts';
import { viewsAt } from './state.ts';

interface SceneProps {
  readonly moment: Moment;
  readonly seat: Seat | undefined;
  readonly label: string;
  /** Whether the story of a reveal is told when the moment comes up. */
  readonly tell: boolean;
}

export function Scene({ moment, seat, label, tell }: SceneProps) {
  const parent = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapHandle>();
  const [failed, setFailed] = useState(false);
  const spoken = language.value;

  useEffect(() => {
    const element = parent.current;
    if (element === null) return;
    let gone = false;
    let mounted: MapHandle | undefined;
    import('../map/index.ts').then(
      ({ mountMap }) => {
        if (gone) return;
        const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
        mounted = mountMap(element, { language: language.peek(), reducedMotion, onSelect: () => undefined });
        setMap(mounted);
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
      mounted?.destroy();
    };
  }, []);

  useEffect(() => map?.setLanguage(spoken), [map, spoken]);
  useEffect(() => {
    if (map === undefined) return;
    const { everybody, own } = viewsAt(moment, seat);
    map.show(everybody, own);
    if (tell && moment.phase === 'reveal') map.playReveal();
  }, [map, moment, seat, tell]);

  return (
    <section class="scene" aria-label={label}>
      <div class="map-frame" ref={parent} />
      {failed && <p class="notice">{t('play.mapFailed')}</p>}
    </section>
  );
}
