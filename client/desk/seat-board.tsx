/**
 * The seats of one district. A person is dragged to another seat, here or in another district; whoever sits there gets
 * the seat they came from. With the keyboard: arrows walk the seats, Enter picks, and the person's bar moves them.
 */
import { useState } from 'preact/hooks';
import type { RosterEntry } from '../../shared/engine/scenario.ts';
import { rosterFor, scenarioById } from '../../shared/scenarios/index.ts';
import { desk } from '../net/desk.ts';
import { roleOf, roleText } from '../panels/role-card.tsx';
import { t, words } from '../state/language.ts';
import { ask } from './deeds.ts';
import { picked, seatHolders, stage } from './state.ts';

/** Roles are read off the scenario; seats of a district are its roster's, in order. */
export function rosterNow(): readonly RosterEntry[] {
  const { scenario = '', seatsPerDistrict } = desk.value ?? {};
  const known = scenarioById(scenario);
  return known === undefined || seatsPerDistrict === undefined ? [] : rosterFor(known, seatsPerDistrict);
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export function SeatBoard({ number }: { number: number }) {
  const [over, setOver] = useState<number>();
  const [current, setCurrent] = useState(0);
  const roster = rosterNow();
  return (
    <section class="board" aria-labelledby={`board-${number}`}>
      <h3 id={`board-${number}`}>{t('teach.district', { number })}</h3>
      <ul
        onKeyDown={(event) => {
          const step = STEPS[event.key];
          if (step === undefined) return;
          event.preventDefault();
          const next = (current + step + roster.length) % roster.length;
          setCurrent(next);
          event.currentTarget.querySelectorAll('button')[next]?.focus();
        }}
      >
        {roster.map((entry, seat) => {
          const holder = seatHolders.value.get(`${number} ${seat}`);
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
                  {holder?.name ?? t(stage.value === 'gathering' ? 'desk.drawn' : 'common.bot')}
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
