/** A map that is looked at and not played on: fetched when its place is on the page, gone with it, in the language in use. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MapHandle } from '../map/index.ts';
import { language } from '../state/language.ts';
import { reducedMotion } from '../state/media.ts';

interface WatchedMap {
  /** Of the element it hangs in. */
  readonly parent: RefObject<HTMLDivElement | null>;
  /** Undefined until it is there. */
  readonly map: MapHandle | undefined;
  /** It could not be fetched. */
  readonly failed: boolean;
}

export function useWatchedMap({ wall = false }: { readonly wall?: boolean } = {}): WatchedMap {
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
        mounted = mountMap(element, {
          language: language.peek(),
          reducedMotion: reducedMotion(),
          wall,
          onSelect: () => undefined,
        });
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
  return { parent, map, failed };
}
