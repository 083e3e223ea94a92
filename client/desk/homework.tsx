/** Homework at the desk: who has finished, begun, or not begun. */
import { desk } from '../state/desk.ts';
import { dateAndTime, t } from '../state/language.ts';
import { ConsentMark } from './consent-mark.tsx';
import { players } from './desk-signals.ts';
import { PersonName } from './person-name.tsx';

export function HomeworkList() {
  const homework = desk.value?.homework;
  if (homework === undefined) return null;
  const done = players.value.filter((player) => player.homework?.done === true);
  return (
    <section class="stack-tight" aria-labelledby="homework-title">
      <h3 id="homework-title">{t('desk.homework')}</h3>
      <p>
        {t('desk.homeworkDue', { due: dateAndTime(homework.due) })}{' '}
        <strong role="status">{t('desk.homeworkDone', { done: done.length, count: players.value.length })}</strong>
      </p>
      <ul class="roster">
        {players.value.map(({ id, name, research, homework: work }) => (
          <li key={id}>
            <span class={work?.done === true ? 'good' : ''}>
              {work?.done === true ? '✓ ' : ''}
              <PersonName id={id} name={name} /> <ConsentMark research={research} />
            </span>
            <span class="figures soft">
              {work === undefined
                ? t('desk.homeworkNot')
                : work.done
                  ? t('desk.homeworkOver')
                  : t('desk.homeworkAt', { round: work.round, rounds: work.rounds })}
              {work?.late === true && ` ${t('desk.homeworkLate')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
