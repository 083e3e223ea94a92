/** One person with the instructor's actions for them. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskPlayer } from '../../shared/protocol/class-room.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { desk } from '../state/desk.ts';
import { t, timeOfDay, words } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ConsentMark } from './consent-mark.tsx';
import { districtNumbers, holderOf, picked, roster, rowOf, sought, stage } from './desk-signals.ts';
import { ReallyRemove } from './door.tsx';
import { MessageForm } from './message.tsx';
import { ask } from './results.ts';
import { SideForm } from './side-form.tsx';

type Part = 'message' | 'move' | 'rename' | 'remove';

interface Code {
  readonly code: string;
  readonly expiresAt: number;
}

export function PersonBar({ person }: { person: DeskPlayer }) {
  const [code, setCode] = useState<Code>();
  const [open, setOpen] = useState<Part>();
  const { id, name } = person;
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = sought.value;
  useEffect(() => {
    if (asked > 0) heading.current?.focus();
  }, [asked]);

  useForgetUsed(person, () => setCode(undefined));

  const issue = async () => {
    const answer = await ask({ type: 'issueReentry', player: id });
    if (answer.ok) setCode(answer.done?.reentry);
  };
  const toggle = (part: Part) => setOpen(open === part ? undefined : part);
  return (
    <section class="person-bar stack-tight" aria-labelledby="person-name">
      <div class="row spread">
        <div>
          <h3 id="person-name" ref={heading} tabIndex={-1}>
            {name}
          </h3>
          <p class="small soft">{whereabouts(person)}</p>
          {person.research !== undefined && (
            <p class="small soft">
              <ConsentMark research={person.research} />{' '}
              <span aria-hidden="true">{t(`desk.research-${person.research}`)}</span>
            </p>
          )}
        </div>
        <Button
          compact
          look="quiet"
          onClick={() => {
            picked.value = undefined;
          }}
        >
          {t('desk.close')}
        </Button>
      </div>
      <div class="row">
        <AtOnce person={person} />
        <Button pressed={open === 'move'} onClick={() => toggle('move')}>
          {t('desk.move')}
        </Button>
        <Button onClick={issue}>{t('desk.reentry')}</Button>
        <Button pressed={open === 'rename'} onClick={() => toggle('rename')}>
          {t('desk.rename')}
        </Button>
        <Button pressed={open === 'message'} onClick={() => toggle('message')}>
          {t('desk.message')}
        </Button>
        <Button look="quiet" pressed={open === 'remove'} onClick={() => toggle('remove')}>
          {t('desk.remove')}
        </Button>
      </div>
      {code !== undefined && <ReentryCode {...code} name={name} />}
      {open === 'message' && <MessageForm to={{ player: id }} onDone={() => setOpen(undefined)} />}
      {open === 'move' && <MoveForm person={person} onDone={() => setOpen(undefined)} />}
      {open === 'rename' && <RenameForm id={id} onDone={() => setOpen(undefined)} />}
      {open === 'remove' && <RemoveForm person={person} onCancel={() => setOpen(undefined)} />}
    </section>
  );
}

/** Actions without further questions. */
function AtOnce({ person }: { readonly person: DeskPlayer }) {
  const { id } = person;
  const seated = stage.value !== 'gathering' && person.seat !== undefined && person.place === undefined;
  return (
    <>
      {seated && person.bot !== true && (
        <Button onClick={() => ask({ type: 'handToBot', player: id })}>{t('desk.handToBot')}</Button>
      )}
      {seated && person.bot === true && (
        <Button look="strong" onClick={() => ask({ type: 'handBack', player: id })}>
          {t('desk.handBack')}
        </Button>
      )}
      {person.place === undefined && isTimed(person) && (
        <Button
          pressed={person.relaxed === true}
          onClick={() => ask({ type: 'relax', player: id, on: person.relaxed !== true })}
        >
          {t('desk.relax')}
        </Button>
      )}
    </>
  );
}

function RemoveForm({ person, onCancel }: { readonly person: DeskPlayer; readonly onCancel: () => void }) {
  const { id, name } = person;
  const remove = () => {
    picked.value = undefined;
    ask({ type: 'remove', player: id });
  };
  return <ReallyRemove what={t('desk.removeWhat', { name })} onRemove={remove} onCancel={onCancel} />;
}

/** Removes a used code, which would only mislead. */
function useForgetUsed({ reentry }: DeskPlayer, forget: () => void): void {
  const standing = useRef(false);
  useEffect(() => {
    if (standing.current && reentry !== true) forget();
    standing.current = reentry === true;
  }, [reentry]);
}

/** Whether more time is useful: where a clock runs, or may run once seats are dealt. */
function isTimed({ districtNumber }: DeskPlayer): boolean {
  const row = districtNumber === undefined ? undefined : rowOf(districtNumber)?.value;
  return row === undefined ? desk.value?.timed === true : row.times !== undefined;
}

function whereabouts(person: DeskPlayer): string {
  const { districtNumber, seat, place } = person;
  const role = seat === undefined ? undefined : roster.value[seat];
  return [
    ...(districtNumber === undefined ? [t('desk.noSeatYet')] : [t('teach.district', { number: districtNumber })]),
    ...(role === undefined ? [] : [words(role.name)]),
    ...(place === undefined ? [] : [t(`desk.place-${place}`)]),
    ...(person.online ? [] : [t('play.away')]),
    ...(person.bot === true ? [botWords(person)] : []),
    ...(person.relaxed === true && isTimed(person) ? [t('desk.relaxed')] : []),
    ...(person.missed === undefined || person.missed === 0 ? [] : [t('desk.missed', { count: person.missed })]),
  ].join(t('common.dot'));
}

function botWords({ firstRound, districtNumber = 0 }: DeskPlayer): string {
  const { round = 0 } = rowOf(districtNumber)?.value ?? {};
  return firstRound !== undefined && round < firstRound
    ? t('desk.beginsIn', { round: firstRound })
    : t('desk.botPlays');
}

function ReentryCode({ code, expiresAt, name }: Code & { name: string }) {
  const time = timeOfDay(expiresAt);
  return (
    <div class="notice reentry" role="status">
      <span class="reentry-code figures">{code}</span>
      <span class="small">{t('desk.reentryHow', { name, time })}</span>
    </div>
  );
}

function RenameForm({ id, onDone }: { id: string; onDone: () => void }) {
  const [name, setName] = useState(desk.peek()?.players.find((player) => player.id === id)?.name ?? '');
  return (
    <SideForm
      ready={name.trim() !== ''}
      send={t('desk.rename')}
      onSend={() => ask({ type: 'rename', player: id, name })}
      onDone={onDone}
    >
      <TextField label={t('desk.newName')} value={name} maxLength={LIMITS.labelLength} onInput={setName} />
    </SideForm>
  );
}

function MoveForm({ person, onDone }: { person: DeskPlayer; onDone: () => void }) {
  const numbers = districtNumbers.value;
  const [district, setDistrict] = useState(String(person.districtNumber ?? numbers[0] ?? 1));
  const [seat, setSeat] = useState(String(person.seat ?? 0));
  const holder = holderOf(Number(district), Number(seat));
  const move = async () => {
    const answer = await ask({ type: 'move', player: person.id, district: Number(district), seat: Number(seat) });
    if (answer.ok) onDone();
  };
  const here = holder?.id === person.id;
  return (
    <form
      class="side-form move-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!here) move();
      }}
    >
      <Select
        label={t('teach.colDistrict')}
        value={district}
        onChange={setDistrict}
        options={numbers.map((number) => ({ value: String(number), label: t('teach.district', { number }) }))}
      />
      <Select
        label={t('desk.seat')}
        value={seat}
        onChange={setSeat}
        options={roster.value.map((entry, place) => ({
          value: String(place),
          label: t('desk.seatOf', {
            role: words(entry.name),
            name: holderOf(Number(district), place)?.name ?? t('common.bot'),
          }),
        }))}
      />
      <Button look="strong" type="submit" disabled={here}>
        {holder === undefined || here ? t('desk.moveHere') : t('desk.swapWith', { name: holder.name })}
      </Button>
    </form>
  );
}
