/** Treatments: named sets of differences, and how districts get them. */
import { ASSIGNMENTS, SETUP_LIMITS } from '../../../shared/protocol/setup-choices.ts';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Choices } from '../fields.tsx';
import { freshTreatment, type SetupFormProps, SWITCHES, type TreatmentDraft, TURNS } from './setup-draft.ts';

const LETTERS = 'ABCDEFGH';

export function Treatments({ draft, wrong, onChange }: SetupFormProps) {
  const { treatments, assignment } = draft;
  const put = (next: readonly TreatmentDraft[]) => onChange({ treatments: next });
  const add = () => {
    const next = Math.max(-1, ...treatments.map(({ id }) => id)) + 1;
    const fresh = (id: number) => freshTreatment(id, LETTERS[id % LETTERS.length] ?? 'A');
    // A single treatment compares with nothing, so the first click adds two.
    put(treatments.length === 0 ? [fresh(next), fresh(next + 1)] : [...treatments, fresh(next)]);
  };
  return (
    <>
      <p class="small soft">{t('teach.treatmentsAbout')}</p>
      {treatments.map((treatment) => (
        <TreatmentFields
          key={treatment.id}
          treatment={treatment}
          wrong={wrong}
          onChange={(part) => put(treatments.map((each) => (each === treatment ? { ...each, ...part } : each)))}
          onDrop={() => put(treatments.filter((each) => each !== treatment))}
        />
      ))}
      {wrong.includes('treatmentNames') && (
        <p class="error" data-wrong tabIndex={-1}>
          {t('teach.wrong-treatmentNames')}
        </p>
      )}
      {wrong.includes('treatmentNumbers') && <p class="error">{t('teach.wrong-treatmentNumbers')}</p>}
      <div>
        {treatments.length < SETUP_LIMITS.treatments && (
          <Button onClick={add}>{t(treatments.length === 0 ? 'teach.compare' : 'teach.addTreatment')}</Button>
        )}
      </div>
      {treatments.length > 0 && (
        <Choices
          legend={t('teach.assignment')}
          name="assignment"
          value={assignment}
          onChange={(chosen) => onChange({ assignment: chosen })}
          options={ASSIGNMENTS.map((value) => ({
            value,
            label: t(`teach.assignment-${value}`),
            about: t(`teach.assignment-${value}-about`),
          }))}
        />
      )}
    </>
  );
}

interface TreatmentFieldsProps {
  readonly treatment: TreatmentDraft;
  readonly wrong: SetupFormProps['wrong'];
  readonly onChange: (part: Partial<TreatmentDraft>) => void;
  readonly onDrop: () => void;
}

function TreatmentFields({ treatment, wrong, onChange, onDrop }: TreatmentFieldsProps) {
  const { name, turns, numbers } = treatment;
  return (
    <fieldset class="treatment stack-tight">
      <legend class="hidden-text">{t('teach.treatmentNamed', { name })}</legend>
      <div class="row spread">
        <TextField
          label={t('teach.treatmentName')}
          value={name}
          maxLength={SETUP_LIMITS.treatmentNameLength}
          onInput={(typed) => onChange({ name: typed })}
        />
        <Button compact look="quiet" label={t('teach.dropTreatmentNamed', { name })} onClick={onDrop}>
          {t('teach.dropTreatment')}
        </Button>
      </div>
      <div class="pair four">
        {SWITCHES.map((each) => (
          <Select
            key={each}
            label={t(`teach.short-${each}`)}
            value={turns[each]}
            options={TURNS.map((value) => ({ value, label: t(`teach.turn-${value}`) }))}
            onChange={(turn) => onChange({ turns: { ...turns, [each]: turn } })}
          />
        ))}
      </div>
      <TextArea
        label={t('teach.numbers')}
        rows={1}
        value={numbers}
        onInput={(typed) => onChange({ numbers: typed })}
        wrong={wrong.includes('treatmentNumbers')}
      />
    </fieldset>
  );
}
