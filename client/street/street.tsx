/**
 * The street of 1984 on the first page: an animated print with houses to choose by tap or arrow keys. Joining a class
 * needs none of it, and nothing is loaded for it.
 */
import './street.css';
import { useEffect, useRef } from 'preact/hooks';
import type { Seat } from '../../shared/engine/actors.ts';
import { roster } from '../../shared/scenarios/zhongguancun/roster.ts';
import type { Rect } from '../map/geometry.ts';
import { housesOf, paintGround, paintHouses } from '../map/street-print.ts';
import { t, words } from '../state/language.ts';
import { Hold, useRest } from './hold.tsx';
import { Life } from './life.tsx';
import { usePrint } from './use-print.ts';

interface StreetProps {
  readonly chosen: Seat | undefined;
  readonly onChoose: (seat: Seat) => void;
  /** Enter on the chosen house. */
  readonly onEnter: () => void;
}

export function Street({ chosen, onChoose, onEnter }: StreetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLCanvasElement>(null);
  const houses = useRef<HTMLCanvasElement>(null);
  const rest = useRest();
  const print = usePrint(sheet, roster);

  useEffect(() => {
    if (print !== undefined && ground.current !== null) paintGround(ground.current, print);
  }, [print]);
  useEffect(() => {
    if (print !== undefined && houses.current !== null) paintHouses(houses.current, print, chosen);
  }, [print, chosen]);

  return (
    <fieldset class={rest.still ? 'street still' : 'street'}>
      <legend class="hidden-text">{t('join.houses')}</legend>
      <div class="street-sheet" ref={sheet}>
        <div class="street-print" aria-hidden="true">
          <canvas ref={ground} />
          {print !== undefined && <Life print={print} />}
          <canvas ref={houses} />
        </div>
        {print !== undefined &&
          housesOf(print).map(({ seat, box }) => (
            <label key={seat} class="street-house" style={placed(box)}>
              <input
                type="radio"
                name="house"
                checked={chosen === seat}
                onChange={() => onChoose(seat)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return;
                  event.preventDefault();
                  if (chosen === seat) onEnter();
                  else onChoose(seat);
                }}
              />
              <span class="hidden-text">{nameOf(seat)}</span>
            </label>
          ))}
        <Hold {...rest} />
      </div>
    </fieldset>
  );
}

function nameOf(seat: Seat): string {
  const entry = roster[seat];
  return entry === undefined ? '' : words(entry.name);
}

/** Smallest touch target, in CSS pixels. */
const THUMB = 44;

function placed({ x, y, w, h }: Rect) {
  const width = Math.max(THUMB, w);
  const height = Math.max(THUMB, h);
  return {
    left: `${x + (w - width) / 2}px`,
    top: `${y + (h - height) / 2}px`,
    width: `${width}px`,
    height: `${height}px`,
  };
}
