/** The street while a class gathers: each name walks from the south end to a door. */
import './street.css';
import './company.css';
import { useEffect, useRef } from 'preact/hooks';
import type { RosterEntry } from '../../shared/engine/scenario.ts';
import type { SeatedName } from '../../shared/protocol/class-room.ts';
import { housesOf, paintGround, paintHouses, streetLine } from '../map/street-print.ts';
import { Hold, useRest } from './hold.tsx';
import { Life } from './life.tsx';
import { usePrint } from './use-print.ts';

interface CompanyProps {
  readonly roster: readonly RosterEntry[];
  /** In order of arrival, or at dealt seats. */
  readonly names: readonly SeatedName[];
}

export function Company({ roster, names }: CompanyProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLCanvasElement>(null);
  const houses = useRef<HTMLCanvasElement>(null);
  const rest = useRest();
  const print = usePrint(sheet, roster);
  useEffect(() => {
    if (print === undefined || ground.current === null || houses.current === null) return;
    paintGround(ground.current, print);
    paintHouses(houses.current, print, undefined);
  }, [print]);
  const south = print === undefined ? undefined : streetLine(print)[0];
  const places = new Map(print === undefined ? [] : housesOf(print).map(({ seat, box }) => [seat, box]));
  return (
    <div class={rest.still ? 'street-sheet company still' : 'street-sheet company'} ref={sheet}>
      <div class="street-print" aria-hidden="true">
        <canvas ref={ground} />
        {print !== undefined && <Life print={print} />}
        <canvas ref={houses} />
      </div>
      <ul>
        {names.map(({ seat, name }) => {
          const box = places.get(seat);
          if (box === undefined || south === undefined) return null;
          const [x, y] = [box.x + box.w / 2, box.y + box.h];
          return (
            <li
              key={`${seat} ${name}`}
              style={{ left: `${x}px`, top: `${y}px`, '--from-x': `${south.x - x}px`, '--from-y': `${south.y - y}px` }}
            >
              {name}
            </li>
          );
        })}
      </ul>
      <Hold {...rest} />
    </div>
  );
}
