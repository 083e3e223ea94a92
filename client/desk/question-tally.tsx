/** Comprehension questions that the class missed, to be explained before the game. */
import { desk } from '../state/desk.ts';
import { t } from '../state/language.ts';
import { Meter } from '../ui/meter.tsx';

export function Questions() {
  const asked = (desk.value?.questions ?? []).filter(({ answered }) => answered > 0);
  if (asked.length === 0) return <p class="soft">{t('desk.noAnswersYet')}</p>;
  const worst = asked.toSorted((one, other) => other.missed / other.answered - one.missed / one.answered);
  return (
    <ol class="stack misses">
      {worst.map(({ question, answered, missed }) => (
        <li key={question} class="stack-tight">
          <h3>{t(`questions.${question}`)}</h3>
          <p class={missed > 0 ? 'warm' : 'good'}>
            <Meter share={missed / answered} label={t('desk.missedBy', { missed, answered })} />
          </p>
          <p class="small">{t(`questions.${question}Why`)}</p>
        </li>
      ))}
    </ol>
  );
}
