/** The set-up form: what every instructor decides, then what only some need. */
import type { ComponentChildren } from 'preact';
import { CLOCK_MODES } from '../../../shared/engine/parts.ts';
import {
  CLASS_LANGUAGES,
  DEALS_OF_ROLES,
  ENDS,
  LEFTOVERS,
  PACES,
  SETUP_LIMITS,
} from '../../../shared/protocol/setup-choices.ts';
import {
  LARGEST_DISTRICT,
  lengthsOf,
  rosterIn,
  SCENARIOS,
  SMALLEST_DISTRICT,
} from '../../../shared/scenarios/index.ts';
import { FRESH_HOMEWORK } from '../../panels/play-on/homework-draft.ts';
import { HomeworkFields } from '../../panels/play-on/homework-fields.tsx';
import { t, words } from '../../state/language.ts';
import { LANGUAGE_NAMES } from '../../ui/language-switch.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Choices } from '../fields.tsx';
import { RosterField } from './roster-field.tsx';
import { type Draft, type DraftField, drift, type SetupFormProps, SWITCHES } from './setup-draft.ts';
import { Treatments } from './treatments.tsx';

/** One scenario per story; shorter games are a choice of length. */
const STORIES = SCENARIOS.filter(({ shorterThan }) => shorterThan === undefined);

const LIMITS = {
  least: SMALLEST_DISTRICT,
  most: LARGEST_DISTRICT,
  shortest: SETUP_LIMITS.shortestMs / 1_000,
  longest: SETUP_LIMITS.longestMs / 1_000,
};

function errorOf(wrong: SetupFormProps['wrong'], field: Exclude<DraftField, 'due'>): string | undefined {
  return wrong.includes(field) ? t(`teach.wrong-${field}`, LIMITS) : undefined;
}

export function SetupForm(props: SetupFormProps) {
  const { draft, onChange } = props;
  return (
    <>
      <TextField
        label={t('teach.classTitle')}
        hint={t('teach.classTitleHint')}
        value={draft.title}
        maxLength={SETUP_LIMITS.titleLength}
        onInput={(title) => onChange({ title })}
      />
      <How {...props} />
      <Size {...props} />
      {draft.homework === undefined && <Clock {...props} />}
      <Select
        label={t('teach.language')}
        hint={t('teach.languageHint')}
        value={draft.language}
        options={CLASS_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }))}
        onChange={(language) => onChange({ language })}
      />

      <Fold title={t('teach.rules')} open={false}>
        <Rules {...props} />
      </Fold>

      <Fold title={t('teach.seating')} open={false}>
        <Seating {...props} />
      </Fold>

      <Fold title={t('teach.treatments')} open={draft.treatments.length > 0}>
        <Treatments {...props} />
      </Fold>
    </>
  );
}

const HOW = ['class', 'homework'] as const;

/** Play together, or alone against bots. Homework against a record is set from that record. */
function How({ draft, wrong, onChange }: SetupFormProps) {
  const { homework } = draft;
  return (
    <>
      <Choices
        legend={t('playOn.how')}
        name="how"
        value={homework === undefined ? 'class' : 'homework'}
        onChange={(how) => onChange({ homework: how === 'class' ? undefined : FRESH_HOMEWORK })}
        options={HOW.map((value) => ({
          value,
          label: t(`teach.how-${value}`),
          about: t(`teach.how-${value}-about`),
        }))}
      />
      {homework !== undefined && (
        <HomeworkFields
          work={homework}
          seats={seatNames(draft)}
          wrong={wrong.includes('due')}
          onChange={(work) => onChange({ homework: work })}
        />
      )}
    </>
  );
}

function seatNames({ scenario, seats }: Draft): readonly string[] {
  return rosterIn(scenario, Number(seats)).map(({ name }) => words(name));
}

function Size({ draft, wrong, onChange }: SetupFormProps) {
  return (
    <div class="pair">
      {STORIES.length > 1 && (
        <Select
          label={t('teach.scenario')}
          value={lengthsOf(draft.scenario)[0]?.id ?? draft.scenario}
          options={STORIES.map(({ id, title }) => ({ value: id, label: words(title) }))}
          onChange={(scenario) => onChange({ scenario })}
        />
      )}
      <Select
        label={t('teach.length')}
        hint={t('teach.lengthHint')}
        value={draft.scenario}
        options={lengthsOf(draft.scenario).map(({ id, parameters }) => ({
          value: id,
          label: t('teach.rounds', { count: parameters.rounds }),
        }))}
        onChange={(scenario) => onChange({ scenario })}
      />
      <TextField
        label={t('teach.seats')}
        hint={t('teach.seatsHint', LIMITS)}
        type="number"
        min={SMALLEST_DISTRICT}
        max={LARGEST_DISTRICT}
        value={draft.seats}
        onInput={(seats) => onChange({ seats })}
        error={errorOf(wrong, 'seats')}
      />
    </div>
  );
}

function Clock({ draft, wrong, onChange }: SetupFormProps) {
  return (
    <>
      <Choices
        legend={t('teach.clock')}
        name="clock"
        value={draft.clockMode}
        onChange={(clockMode) => onChange({ clockMode })}
        options={CLOCK_MODES.map((value) => ({
          value,
          label: t(`teach.clock-${value}`),
          about: t(`teach.clock-${value}-about`),
        }))}
      />
      {draft.clockMode === 'clock' && (
        <div class="pair three">
          {(['news', 'plan', 'reveal'] as const).map((phase) => (
            <TextField
              key={phase}
              label={t(`teach.seconds-${phase}`)}
              type="number"
              min={1}
              max={SETUP_LIMITS.longestMs / 1_000}
              value={draft[phase]}
              onInput={(seconds) => onChange({ [phase]: seconds })}
              error={errorOf(wrong, phase)}
            />
          ))}
        </div>
      )}
      {draft.clockMode !== 'desk' && (
        <Switch on={draft.firstByHand} onChange={(firstByHand) => onChange({ firstByHand })}>
          <strong>{t('teach.firstByHand')}</strong>
          <span class="small soft block">{t('teach.firstByHand-about')}</span>
        </Switch>
      )}
      {draft.clockMode === 'clock' && (
        <Choices
          legend={t('teach.pace')}
          name="pace"
          value={draft.pace}
          onChange={(pace) => onChange({ pace })}
          options={PACES.map((value) => ({
            value,
            label: t(`teach.pace-${value}`),
            about: t(`teach.pace-${value}-about`),
          }))}
        />
      )}
      {drift(draft) && (
        <Choices
          legend={t('teach.ends')}
          name="ends"
          value={draft.ends}
          onChange={(ends) => onChange({ ends })}
          options={ENDS.map((value) => ({
            value,
            label: t(`teach.ends-${value}`),
            about: t(`teach.ends-${value}-about`),
          }))}
        />
      )}
    </>
  );
}

/** Switches of no use to somebody who plays alone. */
const OF_TALK: readonly (typeof SWITCHES)[number][] = ['talk', 'sentences'];

function Rules({ draft, wrong, onChange }: SetupFormProps) {
  return (
    <>
      {SWITCHES.filter((each) => draft.homework === undefined || !OF_TALK.includes(each)).map((each) => (
        <Switch
          key={each}
          on={draft.switches[each]}
          onChange={(on) => onChange({ switches: { ...draft.switches, [each]: on } })}
        >
          <strong>{t(`teach.switch-${each}`)}</strong>
          <span class="small soft block">{t(`teach.switch-${each}-about`)}</span>
        </Switch>
      ))}
      <TextField
        label={t('teach.seed')}
        hint={t('teach.seedHint')}
        type="number"
        min={0}
        value={draft.seed}
        onInput={(seed) => onChange({ seed })}
        error={errorOf(wrong, 'seed')}
      />
      <TextArea
        label={t('teach.numbers')}
        hint={errorOf(wrong, 'numbers') ?? t('teach.numbersHint')}
        rows={2}
        value={draft.numbers}
        onInput={(numbers) => onChange({ numbers })}
        wrong={wrong.includes('numbers')}
      />
    </>
  );
}

function Seating(props: SetupFormProps) {
  const { draft, onChange } = props;
  return (
    <>
      {draft.homework === undefined && <SeatsOfAll {...props} />}
      <RosterField {...props} />
      <Switch on={draft.research} onChange={(research) => onChange({ research })}>
        <strong>{t('teach.research')}</strong>
        <span class="small soft block">{t('teach.research-about')}</span>
      </Switch>
    </>
  );
}

/** Fields needed only if people share a district. */
function SeatsOfAll({ draft, onChange }: SetupFormProps) {
  return (
    <>
      <Choices
        legend={t('teach.leftovers')}
        name="leftovers"
        value={draft.leftovers}
        onChange={(leftovers) => onChange({ leftovers })}
        options={LEFTOVERS.map((value) => ({
          value,
          label: t(`teach.leftovers-${value}`),
          about: t(`teach.leftovers-${value}-about`),
        }))}
      />
      <Choices
        legend={t('teach.roles')}
        name="roles"
        value={draft.roles}
        onChange={(roles) => onChange({ roles })}
        options={DEALS_OF_ROLES.map((value) => ({
          value,
          label: t(`teach.roles-${value}`),
          about: t(`teach.roles-${value}-about`),
        }))}
      />
      <Switch on={draft.showNames} onChange={(showNames) => onChange({ showNames })}>
        <strong>{t('teach.showNames')}</strong>
        <span class="small soft block">{t('teach.showNames-about')}</span>
      </Switch>
    </>
  );
}

function Fold({ title, open, children }: { title: string; open: boolean; children: ComponentChildren }) {
  return (
    <details class="fold set" open={open}>
      <summary>{title}</summary>
      <div class="stack">{children}</div>
    </details>
  );
}
