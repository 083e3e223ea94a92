/**
 * A tile of the wall: a district's number, figure and map, sized for the back of the room. Tile and canvas survive when
 * the wall turns a page, because browsers limit canvases.
 */

import { useEffect, useState } from 'preact/hooks';
import type { Phase } from '../../../shared/engine/parts.ts';
import type { PublicView } from '../../../shared/engine/public-view.ts';
import type { ProjectorDistrict } from '../../../shared/protocol/class-room.ts';
import { figureOn } from '../../map/figure.ts';
import { type Opener, watchDistrict } from '../../net/desk-room.ts';
import { DistrictMap } from '../../panels/street/district-map.tsx';
import { leftUntil, minutes } from '../../state/clock.ts';
import { num, t } from '../../state/language.ts';
import { FigureDrawing } from '../../ui/figure.tsx';
import { Term } from '../../ui/term.tsx';

interface Watched {
  readonly districtId: string;
  readonly view: PublicView;
}

interface MapTileProps {
  readonly district: ProjectorDistrict;
  readonly opener: Opener;
  /** Phase of the class as a whole; a district elsewhere shows its own. */
  readonly pace: Pick<ProjectorDistrict, 'phase' | 'round' | 'deadline' | 'paused'> | undefined;
}

export function MapTile({ district, opener, pace }: MapTileProps) {
  const [watched, setWatched] = useState<Watched>();
  const { id, number } = district;
  useEffect(() => watchDistrict(id, opener, (view) => setWatched({ districtId: id, view })), [id, opener]);
  const view = watched?.districtId === id ? watched.view : undefined;
  const last = view?.history.at(-1);
  const figure = view === undefined ? undefined : figureOn(view);
  const elsewhere = pace !== undefined && (pace.phase !== district.phase || pace.round !== district.round);
  return (
    <article class="tile" aria-labelledby={`tile-${number}`}>
      <header>
        <h2 id={`tile-${number}`}>{t('project.district', { number })}</h2>
        {figure !== undefined && (
          <span class="tile-figure">
            <FigureDrawing figure={figure} />
            <Term of={`figure${figure}`} word={t(`glossary.figure${figure}`)} />
          </span>
        )}
        {elsewhere && (
          <span class="tile-ready figures">
            {phaseName(district)} {t('desk.roundOf', { round: district.round, rounds: district.rounds })}
          </span>
        )}
        <TileClock district={district} pace={pace} />
        {district.phase === 'plan' && district.people > 0 && (
          <span class="tile-ready figures">
            {t('project.ready', { ready: district.ready, people: district.people })}
          </span>
        )}
      </header>
      <DistrictMap districtId={id} view={view} wall />
      {last !== undefined && (
        <dl class="tile-facts figures">
          <div>
            <dt>
              <Term of="income" word={t('project.income')} />
            </dt>
            <dd>{num(last.income, 0)}</dd>
          </div>
          <div>
            <dt>
              <Term of="innovation" word={t('project.innovation')} />
            </dt>
            <dd>{num(last.innovation)}</dd>
          </div>
        </dl>
      )}
    </article>
  );
}

/** Shown if the district differs from the class's common clock. */
function TileClock({ district, pace }: Pick<MapTileProps, 'district' | 'pace'>) {
  const { deadline, paused } = district;
  if (pace === undefined || (paused === pace.paused && isNear(deadline, pace.deadline))) return null;
  if (paused) return <span class="tile-ready">{t('play.paused')}</span>;
  return deadline === undefined ? null : <span class="tile-ready figures">{minutes(leftUntil(deadline))}</span>;
}

/** Districts at a common pace begin a phase within this time of each other. */
const TOGETHER_MS = 1_000;

function isNear(one: number | undefined, other: number | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return Math.abs(one - other) < TOGETHER_MS;
}

export function phaseName({ phase }: { readonly phase: Phase }): string {
  return t(`play.phase-${phase}`);
}
