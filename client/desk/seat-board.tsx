/**
 * The seats of one district. Dragging a person to another seat, here or elsewhere, swaps it with its holder. By
 * keyboard arrows move between seats, Enter picks a person, and the person's bar moves them.
 */
import { useComputed } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import type { DeskPlayer } from '../../shared/protocol/class-room.ts';
import { roleOf, roleText } from '../panels/news/role-card.tsx';
import { desk } from '../state/desk.ts';
import { t, words } from '../state/language.ts';
import { ConsentMark } from './consent-mark.tsx';
import { picked, roster, seatHolders, stage } from './desk-signals.ts';
import { ask } from './results.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export function SeatBoard({ number }: { number: number }) {
  const [over, setOver] = useState<number>();
  const [current, setCurrent] = useState(0);
  const seats = roster.value;
  const before = useRef<readonly (DeskPlayer | undefined)[]>([]);
  /** Reads this district only, so that changes elsewhere do not redraw it. */
  const holders = useComputed(() => {
    const now = roster.value.map((_, seat) => seatHolders.value.get(`${number} ${seat}`));
    const same = now.length === before.current.length && now.every((each, seat) => each === before.current[seat]);
    if (!same) before.current = now;
    return before.current;
  }).value;
  return (
    <section class="board" aria-labelledby={`board-${number}`}>
      <h3 id={`board-${number}`}>{t('teach.district', { number })}</h3>
      <ul
        onKeyDown={(event) => {
          const step = STEPS[event.key];
          if (step === undefined) return;
          event.preventDefault();
          const next = (current + step + seats.length) % seats.length;
          setCurrent(next);
          event.currentTarget.querySelectorAll('button')[next]?.focus();
        }}
      >
        {seats.map((entry, seat) => {
          const holder = holders[seat];
          const state = holder === undefined ? 'bot' : holder.bot ? 'handed' : holder.online ? 'here' : 'away';
          return (
            <li key={entry.name.en}>
              <button
                type="button"
                class={`seat ${state}${over === seat ? ' over' : ''}`}
                tabIndex={seat === current ? 0 : -1}
                aria-pressed={holder === undefined ? undefined : picked.value === holder.id}
                aria-disabled={holder === undefined}
                draggable={holder !== undefined}
                onFocus={() => setCurrent(seat)}
                onClick={() => {
                  if (holder !== undefined) picked.value = picked.value === holder.id ? undefined : holder.id;
                }}
                onDragStart={(event) => {
                  if (holder !== undefined) event.dataTransfer?.setData('text/plain', holder.id);
                }}
                onDragOver={(event) => {
                  event.preventDefault();
                  setOver(seat);
                }}
                onDragLeave={() => setOver(undefined)}
                onDrop={(event) => {
                  event.preventDefault();
                  setOver(undefined);
                  const player = event.dataTransfer?.getData('text/plain') ?? '';
                  if (player !== '' && player !== holder?.id) ask({ type: 'move', player, district: number, seat });
                }}
              >
                <span class="seat-role" title={roleText(roleOf(entry), 'Title')}>
                  {words(entry.name)}
                </span>
                <span class="seat-person">
                  {holder?.name ?? t(stage.value === 'gathering' ? 'desk.drawn' : othersPlayedBy())}
                  <ConsentMark research={holder?.research} />
                </span>
                {(state === 'away' || state === 'handed') && (
                  <span class="tag">{t(state === 'away' ? 'play.away' : 'desk.botPlays')}</span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Label of seats without a person: in homework over a record they play what is on record. */
function othersPlayedBy(): 'common.recorded' | 'common.bot' {
  const { homework, playsOn } = desk.value ?? {};
  return homework !== undefined && playsOn !== undefined ? 'common.recorded' : 'common.bot';
}
