/**
 * The seats of one district. Dragging a person to another seat, here or elsewhere, swaps it with its holder. By
 * keyboard arrows move between seats, Enter picks a person, and the person's bar moves them.
 */
import { useComputed } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import type { Seat } from '../../shared/engine/actors.ts';
import type { RosterEntry } from '../../shared/engine/scenario.ts';
import type { DeskPlayer } from '../../shared/protocol/class-room.ts';
import { roleOf, roleText } from '../panels/news/role-card.tsx';
import { desk } from '../state/desk.ts';
import { t, words } from '../state/language.ts';
import { ConsentMark } from './consent-mark.tsx';
import { holderOf, picked, roster, stage } from './desk-signals.ts';
import { ask } from './results.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export function SeatBoard({ number }: { number: number }) {
  const [over, setOver] = useState<number>();
  const [current, setCurrent] = useState(0);
  const seats = roster.value;
  const holders = useHolders(number);
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
        {seats.map((entry, seat) => (
          <li key={entry.name.en}>
            <SeatButton
              entry={entry}
              at={{ district: number, seat }}
              holder={holders[seat]}
              isCurrent={seat === current}
              isOver={seat === over}
              onFocus={() => setCurrent(seat)}
              onOver={(here) => setOver(here ? seat : undefined)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who holds each seat. Reads this district only, so that changes elsewhere do not redraw it. */
function useHolders(number: number): readonly (DeskPlayer | undefined)[] {
  const before = useRef<readonly (DeskPlayer | undefined)[]>([]);
  return useComputed(() => {
    const now = roster.value.map((_, seat) => holderOf(number, seat));
    const same = now.length === before.current.length && now.every((each, seat) => each === before.current[seat]);
    if (!same) before.current = now;
    return before.current;
  }).value;
}

interface SeatButtonProps {
  readonly entry: RosterEntry;
  readonly at: { readonly district: number; readonly seat: Seat };
  readonly holder: DeskPlayer | undefined;
  readonly isCurrent: boolean;
  /** Somebody is being dragged over this seat. */
  readonly isOver: boolean;
  readonly onFocus: () => void;
  readonly onOver: (here: boolean) => void;
}

function SeatButton({ entry, at, holder, isCurrent, isOver, onFocus, onOver }: SeatButtonProps) {
  const state = holder === undefined ? 'bot' : holder.bot ? 'handed' : holder.online ? 'here' : 'away';
  return (
    <button
      type="button"
      class={`seat ${state}${isOver ? ' over' : ''}`}
      tabIndex={isCurrent ? 0 : -1}
      aria-pressed={holder === undefined ? undefined : picked.value === holder.id}
      aria-disabled={holder === undefined}
      draggable={holder !== undefined}
      onFocus={onFocus}
      onClick={() => {
        if (holder !== undefined) picked.value = picked.value === holder.id ? undefined : holder.id;
      }}
      onDragStart={(event) => {
        if (holder !== undefined) event.dataTransfer?.setData('text/plain', holder.id);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        onOver(true);
      }}
      onDragLeave={() => onOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        onOver(false);
        const player = event.dataTransfer?.getData('text/plain') ?? '';
        if (player !== '' && player !== holder?.id) ask({ type: 'move', player, ...at });
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
  );
}

/** Label of seats without a person: in homework over a record they play what is on record. */
function othersPlayedBy(): 'common.recorded' | 'common.bot' {
  const { homework, playsOn } = desk.value ?? {};
  return homework !== undefined && playsOn !== undefined ? 'common.recorded' : 'common.bot';
}
