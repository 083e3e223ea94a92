/** Fields of homework: due time, late play, and seat. */
import { LATE } from '../../../shared/protocol/setup-choices.ts';
import { t } from '../../state/language.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DEALT, type HomeworkDraft } from './homework-draft.ts';

interface HomeworkFieldsProps {
  readonly work: HomeworkDraft;
  /** Names of the seats in order. */
  readonly seats: readonly string[];
  readonly wrong: boolean;
  readonly onChange: (work: HomeworkDraft) => void;
}

export function HomeworkFields({ work, seats, wrong, onChange }: HomeworkFieldsProps) {
  const options = seats.map((label, seat) => ({ value: String(seat), label }));
  return (
    <>
      <TextField
        label={t('playOn.due')}
        type="datetime-local"
        value={work.due}
        onInput={(due) => onChange({ ...work, due })}
        error={wrong ? t('playOn.dueWrong') : undefined}
      />
      <div class="pair">
        <Select
          label={t('playOn.late')}
          value={work.late}
          options={LATE.map((each) => ({ value: each, label: t(`playOn.late-${each}`) }))}
          onChange={(late) => onChange({ ...work, late })}
        />
        <Select
          label={t('playOn.seat')}
          value={work.seat}
          options={[{ value: DEALT, label: t('playOn.seat-dealt') }, ...options]}
          onChange={(seat) => onChange({ ...work, seat })}
        />
      </div>
    </>
  );
}
