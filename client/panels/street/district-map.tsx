/**
 * The map of a watched district, for wall and observers. Its texts are the map's own, so that a phone loads no more.
 */
import { useEffect, useRef } from 'preact/hooks';
import type { PublicView } from '../../../shared/engine/public-view.ts';
import { t } from '../../state/language.ts';
import { useMap } from './use-map.ts';

interface DistrictMapProps {
  readonly districtId: string;
  readonly view: PublicView | undefined;
  readonly wall?: boolean;
}

export function DistrictMap({ districtId, view, wall = false }: DistrictMapProps) {
  const { parent, map, failed } = useMap({ wall });
  /** The story told last, so that none is repeated when the tile returns. */
  const told = useRef('');

  useEffect(() => {
    if (map === undefined || view === undefined) return;
    map.show(view);
    const now = `${districtId} ${view.round}`;
    const seenBefore = told.current.startsWith(`${districtId} `);
    if (view.phase === 'reveal' && told.current !== now && seenBefore) map.playReveal();
    if (view.phase === 'reveal' || !seenBefore) told.current = view.phase === 'reveal' ? now : `${districtId} -`;
  }, [map, view, districtId]);
  return (
    <>
      <div class={view === undefined ? 'tile-map turning' : 'tile-map'} ref={parent} />
      {failed && <p class="notice">{t('play.mapFailed')}</p>}
    </>
  );
}
