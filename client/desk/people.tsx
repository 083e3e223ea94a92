/** Everyone in the class: find, locate, move and help people. */
import { useState } from 'preact/hooks';
import type { DeskPlayer } from '../../shared/protocol/class-room.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { desk } from '../state/desk.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ConsentCount, ConsentMark } from './consent-mark.tsx';
import { districtNumbers, order, picked, players, stage } from './desk-signals.ts';
import { DoorSettings, RemoveMany } from './door.tsx';
import { ClassSwitch } from './fields.tsx';
import { HomeworkList } from './homework.tsx';
import { PersonBar } from './person.tsx';
import { WithResults } from './result-line.tsx';
import { ask } from './results.ts';
import { SeatBoard } from './seat-board.tsx';

/** A class with more people has a field to find them in. */
const MANY = 12;

export function People() {
  const everyone = players.value;
  const person = everyone.find(({ id }) => id === picked.value);
  const seatless = everyone.filter(({ seat, place }) => seat === undefined || place !== undefined);
  const dealt = order.value.length > 0;
  if (everyone.length === 0) {
    return (
      <div class="stack people">
        <p class="soft">{t('teach.nobodyYet')}</p>
        <WithResults place="door">
          <DoorSettings />
          <RemovedPeople />
        </WithResults>
      </div>
    );
  }
  return (
    <div class="stack people">
      <HomeworkList />
      <ConsentCount />
      {person === undefined ? (
        <p class="soft small">{t('desk.pickHint')}</p>
      ) : (
        <WithResults place="person">
          <PersonBar key={person.id} person={person} />
        </WithResults>
      )}
      {everyone.length > MANY && <FindPerson />}
      {desk.value?.homework === undefined && (stage.value === 'gathering' || stage.value === 'briefing') && (
        <WithResults place="names">
          <ClassSwitch on={desk.value?.namesShown === true} onAsk={(on) => ask({ type: 'showNames', on })}>
            {t('desk.showNames')}
          </ClassSwitch>
        </WithResults>
      )}
      {seatless.length > 0 && (
        <section class="stack-tight">
          <h3>{t(dealt ? 'desk.withoutSeat' : 'teach.players')}</h3>
          <PersonList people={seatless} />
        </section>
      )}
      <WithResults place="door">
        <DoorSettings />
        <RemovedPeople />
      </WithResults>
      {desk.value?.homework !== undefined ? null : dealt ? (
        <Boards />
      ) : (
        <details class="fold">
          <summary>{t('desk.placeByHand')}</summary>
          <p class="small soft">{t('desk.placeByHandAbout')}</p>
          <Boards />
        </details>
      )}
    </div>
  );
}

function FindPerson() {
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = wanted === '' ? [] : players.value.filter(({ name }) => name.toLowerCase().includes(wanted));
  return (
    <div class="find">
      <TextField label={t('desk.find')} value={search} onInput={setSearch} />
      {wanted !== '' && found.length === 0 && <p class="soft small">{t('desk.nobodyFound')}</p>}
      {found.length > 0 && <PersonList people={found.slice(0, 20)} />}
      {found.length > 1 && (
        <RemoveMany
          label={t('desk.removeFound', { count: found.length })}
          what={t('desk.removeFoundWhat')}
          onRemove={() =>
            ask({ type: 'removeMany', players: found.slice(0, LIMITS.removedAtOnce).map(({ id }) => id) })
          }
        />
      )}
    </div>
  );
}

/** Removed people can return, because their devices still know them. */
function RemovedPeople() {
  const removed = desk.value?.removed ?? [];
  if (removed.length === 0) return null;
  return (
    <details class="fold">
      <summary>{t('desk.removedPeople', { count: removed.length })}</summary>
      <ul class="players">
        {removed.toReversed().map(({ id, name }) => (
          <li key={id}>
            <span>{name}</span>
            <Button
              compact
              label={t('desk.letBackInOne', { name })}
              onClick={() => ask({ type: 'letBackIn', player: id })}
            >
              {t('desk.letBackIn')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Boards() {
  return (
    <div class="boards">
      {districtNumbers.value.map((number) => (
        <SeatBoard key={number} number={number} />
      ))}
    </div>
  );
}

function PersonList({ people }: { people: readonly DeskPlayer[] }) {
  return (
    <ul class="players">
      {people.map((player) => (
        <li key={player.id}>
          <button
            type="button"
            class={player.online ? 'person' : 'person away'}
            aria-pressed={picked.value === player.id}
            draggable
            onDragStart={(event) => event.dataTransfer?.setData('text/plain', player.id)}
            onClick={() => {
              picked.value = picked.value === player.id ? undefined : player.id;
            }}
          >
            {player.name}
          </button>
          <ConsentMark research={player.research} />
          {!player.online && <span class="tag">{t('play.away')}</span>}
          {player.place !== undefined && <span class="tag">{t(`desk.place-${player.place}`)}</span>}
          {player.districtNumber !== undefined && (
            <span class="small soft">{t('teach.district', { number: player.districtNumber })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
