/** Mounts a map when its place becomes visible, and removes it again; follows the language. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MapHandle, MapOptions } from '../../map/index.ts';
import { language } from '../../state/language.ts';
import { reducedMotion } from '../../state/media.ts';

interface MapOnPage {
  /** The element that holds the map. */
  readonly parent: RefObject<HTMLDivElement | null>;
  /** Undefined until loaded. */
  readonly map: MapHandle | undefined;
  /** It could not be loaded. */
  readonly failed: boolean;
}

interface MapUse extends Omit<MapOptions, 'language' | 'reducedMotion'> {
  /** Loads nothing before it is first visible. */
  readonly visible?: boolean;
}

export function useMap({ visible = true, ...options }: MapUse = {}): MapOnPage {
  const parent = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapHandle>();
  const [failed, setFailed] = useState(false);
  const [wanted, setWanted] = useState(visible);
  const spoken = language.value;
  if (visible && !wanted) setWanted(true);
  useEffect(() => {
    const element = parent.current;
    if (!wanted || element === null) return;
    let gone = false;
    let mounted: MapHandle | undefined;
    import('../../map/index.ts').then(
      ({ mountMap }) => {
        if (gone) return;
        mounted = mountMap(element, { ...options, language: language.peek(), reducedMotion: reducedMotion() });
        setMap(mounted);
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
      mounted?.destroy();
    };
  }, [wanted]);
  useEffect(() => map?.setLanguage(spoken), [map, spoken]);
  return { parent, map, failed };
}
