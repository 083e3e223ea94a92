/** What if: the question on the left, the model's answer beside the real game. */

import { useState } from 'preact/hooks';
import { ALL_BOTS, POLICIES } from '../../../shared/bots/index.ts';
import type { Chronicle } from '../../../shared/debrief/chronicle.ts';
import { type Preset, presetsFor } from '../../../shared/debrief/presets.ts';
import { RECORDED, type WhatIfRefusal } from '../../../shared/debrief/rerun.ts';
import type { ActorKind } from '../../../shared/engine/actors.ts';
import { RULES_VERSION } from '../../../shared/engine/founding.ts';
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import { OPEN_PARAMETERS, type OpenParameter } from '../../../shared/engine/open-parameters.ts';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { refusalText } from '../../ui/failure.ts';
import { type Option, Select } from '../../ui/select.tsx';
import { hashParameters, QUESTION } from '../address.ts';
import { district, origin, roundShown, viewer } from '../debrief-signals.ts';
import { planText } from '../plan-text.ts';
import { seatName } from '../sentences.ts';
import { OwnPlanFields } from './own-plan-fields.tsx';
import { WhatIfAnswer } from './what-if-answer.tsx';
import { isOutdated } from './what-if-question.ts';
import {
  answered,
  ask,
  asking,
  CHANGE_KINDS,
  DRAWS,
  type Draft,
  done,
  draftKept,
  forgetOthers,
  keepDraft,
  OWN,
  refused,
} from './what-if-state.ts';

/** Bounds of useful values; the rules accept more. */
const BOUNDS: Readonly<Record<OpenParameter, readonly [least: number, most: number, step: number]>> = {
  shockRound: [1, 99, 1],
  margin: [0, 5, 0.05],
  marginKept: [0.5, 1.1, 0.01],
  upkeep: [0, 20, 0.5],
  loanInterest: [0, 1, 0.01],
  ventureChance: [0, 1, 0.01],
  pactLimit: [0, 12, 1],
  pactCost: [0, 5, 0.1],
  treeLimit: [1, 16, 1],
  trustUp: [0, 1, 0.05],
  trustDown: [0, 1, 0.05],
  lawPerPoint: [0, 1, 0.01],
  taxRate: [0, 0.9, 0.01],
  researchGain: [0, 3, 0.05],
  duplication: [0, 2, 0.01],
  varietyAfter: [0, 1, 0.05],
  leaveAllowed: [0, 1, 1],
  leaveForced: [0, 2, 0.1],
  listPlaces: [0, 12, 1],
  listLearn: [1, 2, 0.05],
  marginAfter: [0.1, 3, 0.05],
  glutAfter: [0, 0.95, 0.05],
};

/** Always asked about the record, even while an answer is shown, since answers are compared with it. */
export function WhatIf() {
  const chronicle = (origin.value ?? district.value)?.chronicle;
  if (chronicle === undefined) return null;
  const { rulesVersion } = chronicle.log.header;
  if (rulesVersion !== RULES_VERSION) return <p class="notice">{t('debrief.refused-other-rules')}</p>;
  return <Form key={chronicle.log.header.districtId} chronicle={chronicle} />;
}

/** Properties of every part of the form. */
interface PartProps {
  readonly chronicle: Chronicle;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

function isValid({ change, parameter, value }: Draft): boolean {
  const [least, most] = BOUNDS[parameter];
  return change !== 'parameter' || (value >= least && value <= most);
}

function Form({ chronicle }: { chronicle: Chronicle }) {
  const [draft, setDraft] = useState<Draft>(() => {
    forgetOthers(chronicle);
    return draftKept(chronicle, hashParameters().get(QUESTION), roundShown.peek() ?? 1, viewer.peek());
  });
  const change = (part: Partial<Draft>) => {
    const changed = { ...draft, ...part };
    setDraft(changed);
    keepDraft(chronicle, changed, hashParameters().get(QUESTION));
  };
  const valid = isValid(draft);
  return (
    <div class="stack">
      <p class="prose">{t('debrief.whatIfIntro')}</p>
      <form
        class="what-if"
        onSubmit={(event) => {
          event.preventDefault();
          if (!valid || asking.value) return;
          change({});
          ask(chronicle, draft);
        }}
      >
        <Select
          label={t('debrief.fromRound')}
          value={String(draft.from)}
          options={chronicle.rounds.map(({ round }) => ({ value: String(round), label: String(round) }))}
          onChange={(value) => change({ from: Number(value) })}
        />
        <Select
          label={t('debrief.changeLabel')}
          value={draft.change}
          options={CHANGE_KINDS.map((each) => ({ value: each, label: t(`debrief.change-${each}`) }))}
          onChange={(kind) => change({ change: kind })}
        />
        {draft.change === 'plan' && <PlanChange chronicle={chronicle} draft={draft} change={change} />}
        {draft.change === 'parameter' && <NumberChange chronicle={chronicle} draft={draft} change={change} />}
        <WhoDecides chronicle={chronicle} draft={draft} change={change} />
        <label class="choice wide">
          <input type="checkbox" checked={draft.interval} onChange={() => change({ interval: !draft.interval })} />
          <span>{t('debrief.interval', { count: DRAWS })}</span>
        </label>
        <RunLine draws={draft.interval ? DRAWS : 1} valid={valid} />
      </form>
      {answered.value !== undefined && (
        <WhatIfAnswer chronicle={chronicle} answer={answered.value} outdated={isOutdated(draft, answered.value)} />
      )}
    </div>
  );
}

function PlanChange({ chronicle, draft, change }: PartProps) {
  const { final } = chronicle;
  const presets: readonly (Preset | typeof OWN)[] = [...presetsFor(final.actors[draft.seat]?.kind ?? 'firm'), OWN];
  const recorded = chronicle.rounds.find(({ round }) => round === draft.from)?.plans[draft.seat]?.plan;
  return (
    <>
      <Select
        label={t('debrief.seat')}
        value={String(draft.seat)}
        options={final.actors.map(({ seat }) => ({ value: String(seat), label: seatName(seat) }))}
        onChange={(value) => {
          const seat = Number(value);
          const [preset] = presetsFor(final.actors[seat]?.kind ?? 'firm');
          change({ seat, preset: preset ?? draft.preset });
        }}
      />
      <Select
        label={t('debrief.planLabel')}
        value={draft.preset}
        options={presets.map((each) => ({ value: each, label: t(`debrief.preset-${each}`) }))}
        onChange={(preset) => change({ preset })}
        {...omitUndefined({ hint: recorded && t('debrief.recordedPlan', { plan: planText(recorded) }) })}
      />
      {draft.preset === OWN && (
        <OwnPlanFields chronicle={chronicle} draft={draft} onChange={(own) => change({ own })} />
      )}
    </>
  );
}

function NumberChange({ chronicle, draft, change }: PartProps) {
  const { parameters } = chronicle.log.header;
  const [least, most, step] = BOUNDS[draft.parameter];
  const valid = isValid(draft);
  return (
    <>
      <Select
        label={t('debrief.numberLabel')}
        value={draft.parameter}
        options={OPEN_PARAMETERS.map((each) => ({ value: each, label: t(`debrief.number-${each}`) }))}
        onChange={(parameter) => change({ parameter, value: parameters[parameter] })}
      />
      <label class="field">
        <span class="label">{t('debrief.valueLabel', { was: parameters[draft.parameter] })}</span>
        <input
          type="number"
          min={least}
          max={most}
          step={step}
          value={draft.value}
          aria-invalid={!valid}
          onInput={(event) => change({ value: event.currentTarget.valueAsNumber })}
        />
        {!valid && <span class="error">{t('debrief.valueInvalid', { least, most })}</span>}
      </label>
    </>
  );
}

function WhoDecides({ chronicle, draft, change }: PartProps) {
  const { actors } = chronicle.final;
  const ofFirms = new Set(actors.filter(({ kind }) => kind === 'firm').map(({ seat }) => draft.deciders[seat]));
  const everyFirm = ofFirms.size === 1 ? ([...ofFirms][0] ?? RECORDED) : '';
  return (
    <fieldset class="stack-tight wide">
      <legend class="label">{t('debrief.whoDecides')}</legend>
      <p class="small soft">{t('debrief.recordedNote')}</p>
      <Select
        label={t('debrief.allFirms')}
        value={everyFirm}
        {...aboutBot(everyFirm)}
        options={[...(everyFirm === '' ? [{ value: '', label: t('debrief.someOwn') }] : []), ...decidersFor('firm')]}
        onChange={(value) => {
          if (value === '') return;
          const deciders = actors.map(({ seat, kind }) =>
            kind === 'firm' ? value : (draft.deciders[seat] ?? RECORDED),
          );
          change({ deciders });
        }}
      />
      <details>
        <summary>{t('debrief.each')}</summary>
        <div class="what-if">
          {actors.map(({ seat, kind }) => (
            <Select
              key={seat}
              label={seatName(seat)}
              value={draft.deciders[seat] ?? RECORDED}
              {...aboutBot(draft.deciders[seat] ?? RECORDED)}
              options={decidersFor(kind)}
              onChange={(value) => change({ deciders: draft.deciders.with(seat, value) })}
            />
          ))}
        </div>
      </details>
      <BotsExplained />
    </fieldset>
  );
}

/** The button, the progress of the answer, or why there is none. */
function RunLine({ draws, valid }: { draws: number; valid: boolean }) {
  return (
    <>
      <div class="row wide">
        <Button look="strong" type="submit" disabled={asking.value || !valid}>
          {t('debrief.run')}
        </Button>
        <span aria-live="polite" class="row">
          {asking.value && (
            <>
              <progress max={DRAWS} value={done.value} aria-label={t('debrief.run')} />
              <span class="small figures" aria-hidden="true">
                {t('debrief.running', { done: done.value, all: draws })}
              </span>
            </>
          )}
        </span>
      </div>
      <div role="alert" class="wide">
        {refused.value !== undefined && (
          <p class="error">{refused.value === 'failed' ? t('debrief.workerFailed') : refusedText(refused.value)}</p>
        )}
      </div>
    </>
  );
}

function refusedText(refusal: WhatIfRefusal): string {
  const name = 'seat' in refusal ? seatName(refusal.seat) : '';
  const sentence = t(`debrief.refused-${refusal.refused}`, { name });
  if (refusal.refused !== 'plan') return sentence;
  const { about } = refusal.why;
  return `${sentence} ${refusalText(refusal.why.refused, { ...about, name: seatName(about?.seat) })}`;
}

/** What a bot does, below the field that selects it. */
function aboutBot(policy: string): { readonly hint?: string } {
  const known = ALL_BOTS.find((bot) => bot === policy);
  return omitUndefined({ hint: known && t(`bots.${known}-about`) });
}

/** All bots by kind of seat, explained. */
function BotsExplained() {
  return (
    <details>
      <summary>{t('debrief.botsTitle')}</summary>
      <dl class="counted small">
        {ALL_BOTS.map((bot) => (
          <div key={bot}>
            <dt>{t(`bots.${bot}`)}</dt>
            <dd>{t(`bots.${bot}-about`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function decidersFor(kind: ActorKind): readonly Option<string>[] {
  return [
    { value: RECORDED, label: t('debrief.recordedPlans') },
    ...POLICIES[kind].map((policy) => ({ value: policy, label: t(`bots.${policy}`) })),
  ];
}
