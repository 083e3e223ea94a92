/** The map of a moment, the same as in play. The page is whole without it: all it shows is in the table beside it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Moment } from '../../shared/debrief/chronicle.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import type { MapHandle } from '../map/index.ts';
import { language, t } from '../state/language.ts';
import { district, viewsAt } from './state.ts';

interface SceneProps {
  readonly moment: Moment;
  readonly seat: Seat | undefined;
  readonly label: string;
  /** Whether the story of a reveal is told when the moment comes up. */
  readonly tell: boolean;
}

function show(map: MapHandle, moment: Moment, seat: Seat | undefined): void {
  const { everybody, own } = viewsAt(moment, seat);
  map.show(everybody, own);
}

export function Scene({ moment, seat, label, tell }: SceneProps) {
  const parent = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapHandle>();
  const [failed, setFailed] = useState(false);
  const shown = useRef<number>(undefined);
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
    const telling = tell && moment.phase === 'reveal';
    const before = district.peek()?.chronicle.moments[moment.index - 1];
    // A story begins where its round did, wherever the reader jumped here from.
    if (telling && before !== undefined && shown.current !== before.index) show(map, before, seat);
    show(map, moment, seat);
    shown.current = moment.index;
    if (telling) map.playReveal();
  }, [map, moment, seat, tell]);

  return (
    <section class="scene" aria-label={label}>
      <div class="map-frame" ref={parent} />
      {failed && <p class="notice">{t('play.mapFailed')}</p>}
    </section>
  );
}
