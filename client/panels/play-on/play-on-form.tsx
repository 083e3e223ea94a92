/** The form that opens a class at a moment of a record: which districts, and the changes of each branch. */

import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { OPEN_PARAMETERS } from '../../../shared/engine/open-parameters.ts';
import type { OpenRequest, PlayOn } from '../../../shared/protocol/setup.ts';
import { SETUP_LIMITS } from '../../../shared/protocol/setup-choices.ts';
import { t } from '../../state/language.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { failureText } from '../../ui/failure.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FRESH_HOMEWORK, type HomeworkDraft, homeworkOf } from './homework-draft.ts';
import { HomeworkFields } from './homework-fields.tsx';
import {
  type BranchChange,
  type BranchDraft,
  CHANGES,
  freshBranch,
  isStart,
  isWrong,
  MOST_BRANCHES,
  type Origin,
  POPULATIONS,
  requestOf,
} from './play-on-draft.ts';

const HOW = ['class', 'homework'] as const;

type FailureCode = Parameters<typeof failureText>[0];

/** State of the form. */
export interface PlayOnDraft {
  readonly branches: readonly BranchDraft[];
  readonly work: HomeworkDraft | undefined;
}

interface FormProps {
  readonly from: Origin;
  /** The record, without the moment. */
  readonly source: Omit<PlayOn, 'round' | 'phase'>;
  /** Number of districts. */
  readonly count: number;
  /** The class's vote, if any. */
  readonly voted?: BranchChange | undefined;
  readonly ready?: boolean;
  /** Names of the seats in order. */
  readonly seats: readonly string[];
  /** State that survives the form. */
  readonly kept?: Signal<PlayOnDraft | undefined>;
  /** Resolves to a failure, or to undefined once the class is open. */
  readonly onOpen: (request: OpenRequest) => Promise<FailureCode | undefined>;
  /** Further fields of the page. */
  readonly children?: ComponentChildren;
}

export function PlayOnForm({ from, source, count, voted, ready = true, seats, kept, onOpen, children }: FormProps) {
  const own = useSignal<PlayOnDraft | undefined>(undefined);
  const drafted = kept ?? own;
  const { branches, work } = drafted.value ?? { branches: [freshBranch(1, voted)], work: undefined };
  const setBranches = (next: readonly BranchDraft[]) => {
    drafted.value = { branches: next, work };
  };
  const setWork = (next: HomeworkDraft | undefined) => {
    drafted.value = { branches, work: next };
  };
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<FailureCode>();
  const homework = work && homeworkOf(work, Date.now());
  const undated = work !== undefined && homework === undefined;

  const open = async () => {
    setTried(true);
    setFailure(undefined);
    if (busy || !ready || branches.some(isWrong) || undated) return;
    setBusy(true);
    const { round, phase } = from;
    const request = requestOf(branches, from, { ...source, round, phase }, (branch, place) => {
      return `${place + 1} ${changeText(branch, from)}`.slice(0, SETUP_LIMITS.treatmentNameLength);
    });
    setFailure(await onOpen(homework === undefined ? request : { ...request, homework }));
    setBusy(false);
  };

  return (
    <form
      class="stack-tight play-on"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <p class="small soft prose">{t('playOn.about')}</p>
      {children}
      <Select
        label={t('playOn.how')}
        value={work === undefined ? 'class' : 'homework'}
        options={HOW.map((each) => ({ value: each, label: t(`playOn.how-${each}`) }))}
        onChange={(how) => setWork(how === 'class' ? undefined : FRESH_HOMEWORK)}
      />
      {work !== undefined && (
        <>
          <p class="small soft prose">{t('playOn.homeworkAbout')}</p>
          <HomeworkFields work={work} seats={seats} wrong={tried && undated} onChange={setWork} />
        </>
      )}
      {voted !== undefined && <p>{t('playOn.voted', { what: t(`playOn.change-${voted}`) })}</p>}
      <Branches branches={branches} from={from} tried={tried} onChange={setBranches} />
      {work === undefined && <p class="small soft">{t('playOn.each', { count: count * branches.length })}</p>}
      <div class="row">
        <Button type="submit" look="strong" disabled={busy || !ready}>
          {busy ? t('playOn.opening') : t('playOn.open')}
        </Button>
      </div>
      <Alert text={failure && failureText(failure)} />
    </form>
  );
}

interface BranchesProps {
  readonly branches: readonly BranchDraft[];
  readonly from: Origin;
  readonly tried: boolean;
  readonly onChange: (branches: readonly BranchDraft[]) => void;
}

function Branches({ branches, from, tried, onChange }: BranchesProps) {
  const change = (next: BranchDraft) => onChange(branches.map((each) => (each.id === next.id ? next : each)));
  const nextId = 1 + Math.max(...branches.map(({ id }) => id));
  return (
    <fieldset class="stack-tight">
      <legend>{t('playOn.branches')}</legend>
      {branches.map((branch, place) => (
        <Branch
          key={branch.id}
          branch={branch}
          number={place + 1}
          from={from}
          tried={tried}
          onChange={change}
          onRemove={branches.length > 1 ? () => onChange(branches.filter(({ id }) => id !== branch.id)) : undefined}
        />
      ))}
      {branches.length < MOST_BRANCHES && (
        <div>
          <Button compact look="quiet" onClick={() => onChange([...branches, freshBranch(nextId)])}>
            {t('playOn.add')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function changeText({ change, population, number, value }: BranchDraft, from: Origin): string {
  if (change === 'number') return `${number} = ${value.trim()}`;
  if (change === 'population') return population === 'street' ? t('playOn.street') : t(`bots.${population}`);
  return labelOf(change, from);
}

function labelOf(change: BranchChange, from: Origin): string {
  return t(`playOn.change-${change === 'law' && !isStart(from) ? 'lawLater' : change}`);
}

interface BranchProps {
  readonly branch: BranchDraft;
  readonly number: number;
  readonly from: Origin;
  readonly tried: boolean;
  readonly onChange: (branch: BranchDraft) => void;
  readonly onRemove: (() => void) | undefined;
}

function Branch({ branch, number, from, tried, onChange, onRemove }: BranchProps) {
  const { change, population, value } = branch;
  return (
    <div class="row play-on-branch">
      <Select
        label={t('playOn.change', { number })}
        value={change}
        options={CHANGES.map((each) => ({ value: each, label: labelOf(each, from) }))}
        onChange={(next) => onChange({ ...branch, change: next })}
      />
      {change === 'population' && (
        <Select
          label={t('playOn.population')}
          value={population}
          options={POPULATIONS.map((each) => ({
            value: each,
            label: each === 'street' ? t('playOn.street') : t(`bots.${each}`),
          }))}
          onChange={(next) => onChange({ ...branch, population: next })}
        />
      )}
      {change === 'number' && (
        <>
          <Select
            label={t('playOn.number')}
            value={branch.number}
            options={OPEN_PARAMETERS.map((each) => ({ value: each, label: each }))}
            onChange={(next) => onChange({ ...branch, number: next })}
          />
          <TextField
            label={t('playOn.value')}
            value={value}
            onInput={(next) => onChange({ ...branch, value: next })}
            error={tried && isWrong(branch) ? t('playOn.valueWrong') : undefined}
          />
        </>
      )}
      {onRemove !== undefined && (
        <Button compact look="sign" label={t('playOn.remove', { number })} onClick={onRemove}>
          ✕
        </Button>
      )}
    </div>
  );
}
