/** The expected people: a pasted list and a report of what was found, before anything is stored. */
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { SETUP_LIMITS } from '../../../shared/protocol/setup-choices.ts';
import { t } from '../../state/language.ts';
import { Switch } from '../../ui/switch.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { Tongues } from '../../ui/tongues.tsx';
import { type RosterReading, readRoster } from './roster-text.ts';
import type { SetupFormProps } from './setup-draft.ts';

export function RosterField({ draft, wrong, onChange }: SetupFormProps) {
  const read = readRoster(draft.roster);
  const some = read.labels.length > 0;
  return (
    <div class="stack-tight">
      <TextArea
        label={t('teach.roster')}
        hint={
          wrong.includes('roster')
            ? t('teach.wrong-roster', { names: SETUP_LIMITS.roster, characters: LIMITS.labelLength })
            : t('teach.rosterHint')
        }
        rows={5}
        value={draft.roster}
        onInput={(roster) => onChange({ roster })}
        wrong={wrong.includes('roster')}
      />
      <div role="status">{some && <Found read={read} />}</div>
      {some && (
        <Switch on={draft.listOnly} onChange={(listOnly) => onChange({ listOnly })}>
          <strong>{t('teach.listOnly')}</strong>
          <span class="small soft block">{t('teach.listOnlyAbout')}</span>
        </Switch>
      )}
    </div>
  );
}

function Found({ read }: { read: RosterReading }) {
  const { form, labels, alike, empty, tooLong } = read;
  return (
    <details class="fold">
      <summary>
        {[
          t('teach.rosterNames', { count: labels.length }),
          ...(alike.length === 0 ? [] : [t('teach.rosterAlike', { count: alike.length })]),
          ...(empty.length === 0 ? [] : [t('teach.rosterEmpty', { count: empty.length })]),
        ].join(t('common.dot'))}
      </summary>
      <p class="small soft">{t(`teach.rosterForm-${form}`)}</p>
      {alike.length > 0 && (
        <p class="small">
          <Tongues text={t('teach.rosterToldApart', { names: alike.join(t('common.dot')) })} />
        </p>
      )}
      {empty.length > 0 && <p class="small">{t('teach.rosterEmptyLines', { lines: empty.join(', ') })}</p>}
      {tooLong.length > 0 && (
        <p class="small error">
          <Tongues
            text={t('teach.rosterTooLong', { most: LIMITS.labelLength, names: tooLong.join(t('common.dot')) })}
          />
        </p>
      )}
      <ol class="roster small">
        {labels.map((label) => (
          <li key={label}>
            <Tongues text={label} />
          </li>
        ))}
      </ol>
    </details>
  );
}
