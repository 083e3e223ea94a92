/** Talk of all districts, newest last, and who is muted. */
import { useEffect, useRef } from 'preact/hooks';
import type { DeskLine } from '../../shared/protocol/class-room.ts';
import { desk } from '../state/desk.ts';
import { t } from '../state/language.ts';
import { saidText } from '../state/said.ts';
import { Button } from '../ui/button.tsx';
import { holderOf, seatName } from './desk-signals.ts';
import { ClassSwitch } from './fields.tsx';
import { PersonName } from './person-name.tsx';
import { ask } from './results.ts';
import { lines, showLines } from './talk-heard.ts';

export function TalkFeed() {
  const said = lines.value;
  const list = useRef<HTMLOListElement>(null);
  const newest = said.at(-1)?.id;
  useEffect(() => {
    showLines();
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [newest]);
  return (
    <div class="stack-tight">
      <ClassSwitch on={desk.value?.allMuted === true} onAsk={(on) => ask({ type: 'mute', on })}>
        {t('desk.muteAll')}
      </ClassSwitch>
      {said.length === 0 ? (
        <p class="soft">{t('desk.nothingSaid')}</p>
      ) : (
        <ol class="acts said" ref={list}>
          {said.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ol>
      )}
    </div>
  );
}

function Line({ line }: { line: DeskLine }) {
  const { district, round, from, to, down } = line;
  const speaker = holderOf(district, from);
  const muted = speaker?.muted === true;
  return (
    <li class="row">
      <span class="small soft figures">
        {t('teach.district', { number: district })}
        {t('common.dot')}
        {t('desk.saidIn', { round })}
      </span>
      {speaker !== undefined && <PersonName id={speaker.id} name={speaker.name} />}
      <span class="small soft">
        {to === undefined ? seatName(from) : t('desk.saidTo', { from: seatName(from), to: seatName(to) })}
      </span>
      <span class="hand-words">{down === true ? <s>{saidText(line)}</s> : saidText(line)}</span>
      {down === true ? <span class="tag">{t('desk.takenDown')}</span> : <TakeDown line={line} />}
      {speaker !== undefined && (
        <Button
          compact
          pressed={muted}
          label={t('desk.muteOne', { name: speaker.name })}
          onClick={() => ask({ type: 'mute', player: speaker.id, on: !muted })}
        >
          {t('desk.mute')}
        </Button>
      )}
    </li>
  );
}

function TakeDown({ line }: { line: DeskLine }) {
  const { district, from } = line;
  const name = holderOf(district, from)?.name ?? seatName(from);
  return (
    <Button
      compact
      label={t('desk.lineDownOf', { name, words: saidText(line) })}
      onClick={() => ask({ type: 'takeDown', district, line: line.line })}
    >
      {t('desk.lineDown')}
    </Button>
  );
}
