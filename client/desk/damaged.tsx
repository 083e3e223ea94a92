/** Which districts can no longer be played, because their record is damaged; the others go on. */
import { desk } from '../state/desk.ts';
import { t } from '../state/language.ts';

export function Damaged() {
  const damaged = desk.value?.damaged ?? [];
  return (
    <div role="alert" class="stack-tight">
      {damaged.map(({ district, line }) => (
        <p key={district} class="notice warm">
          {t('desk.damaged', { district, line })}
        </p>
      ))}
    </div>
  );
}
