/** Log of the desk's actions, with who and when: two instructors read the same list. */
import { desk } from '../state/desk.ts';
import { clockTime, t } from '../state/language.ts';
import { districtsText, nameOf } from './desk-signals.ts';

export function Acts() {
  const acts = (desk.value?.acts ?? []).toReversed();
  if (acts.length === 0) return <p class="soft">{t('desk.noActs')}</p>;
  return (
    <ol class="acts">
      {acts.map(({ id, at, by, type, districts = [], player }) => (
        <li key={id}>
          <time class="soft figures">{clockTime(at, { timeStyle: 'medium' })}</time>{' '}
          {t('desk.resultOf', {
            what: t(`desk.did-${type}`),
            whose: player === undefined ? districtsText(districts) : nameOf(player),
          })}
          {by === 'assistant' && <span class="tag">{t('desk.assistant')}</span>}
        </li>
      ))}
    </ol>
  );
}
