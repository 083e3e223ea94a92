/** Playing on from the moment shown: opens a new class, led from this tab. */
import { type Signal, useSignal } from '@preact/signals';
import { serialise } from '../../shared/log/jsonl.ts';
import { openClass } from '../net/http.ts';
import { keepClass, ledAs } from '../net/led-class.ts';
import type { Origin } from '../panels/play-on/play-on-draft.ts';
import { type PlayOnDraft, PlayOnForm } from '../panels/play-on/play-on-form.tsx';
import { t, words } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { classmates, type District, district, moment } from './debrief-signals.ts';
import { keptOpened, knownKey } from './kept.ts';

const WHICH = ['one', 'all'] as const;

/** Undefined at the end of the game. */
function originAt(): Origin | undefined {
  const here = moment.value;
  if (here === undefined) return undefined;
  const { phase, round, state } = here;
  const { lawPerPoint, rounds } = state.base ?? state.parameters;
  if (phase === 'opening') return { round: 1, phase: 'news', lawPerPoint };
  if (phase === 'ended' || (phase === 'reveal' && round >= rounds)) return undefined;
  return { round, phase, lawPerPoint };
}

/** Survives remounting, because the form moves elsewhere in a narrow window. */
export interface KeptPlayOn {
  readonly open: Signal<boolean>;
  readonly key: Signal<string | undefined>;
  readonly which: Signal<(typeof WHICH)[number]>;
  readonly draft: Signal<PlayOnDraft | undefined>;
}

export function useKeptPlayOn(): KeptPlayOn {
  return {
    open: useSignal(false),
    key: useSignal<string | undefined>(undefined),
    which: useSignal<(typeof WHICH)[number]>('one'),
    draft: useSignal<PlayOnDraft | undefined>(undefined),
  };
}

export function PlayOn({ kept }: { kept: KeptPlayOn }) {
  const open = kept.open.value;
  if (district.value?.modelled !== false) return null;
  return (
    <div class="stack-tight">
      <div>
        <Button compact pressed={open} onClick={() => toggle(kept.open)}>
          {t('playOn.title')}
        </Button>
      </div>
      {open && <Form kept={kept} />}
    </div>
  );
}

function toggle(open: Signal<boolean>): void {
  open.value = !open.value;
}

function Form({ kept }: { kept: KeptPlayOn }) {
  const shown = district.value;
  const key = kept.key.value ?? knownKey();
  const which = kept.which.value;
  if (shown === undefined) return null;
  const from = originAt();
  const meant = which === 'one' ? [shown] : classmates.value;
  if (from === undefined) return <p class="notice warm">{t('playOn.over')}</p>;
  const phase = t(`play.phase-${from.phase}`);
  return (
    <section class="stack-tight panel" aria-label={t('playOn.title')}>
      <PlayOnForm
        from={from}
        source={sourceOf(meant)}
        count={meant.length}
        seats={shown.chronicle.final.actors.map(({ name }) => words(name))}
        ready={key.trim() !== ''}
        kept={kept.draft}
        onOpen={async (request) => {
          const answer = await openClass(request, key.trim());
          if (!answer.ok) return answer.code;
          keepClass(ledAs(answer.value, { key: key.trim() }));
          location.assign('/teach');
          return undefined;
        }}
      >
        <p>{t('playOn.from', { round: from.round, phase })}</p>
        <div class="row">
          {classmates.value.length > 1 && (
            <Select
              label={t('playOn.which')}
              value={which}
              options={[
                { value: 'one', label: t('playOn.which-one', { number: shown.number }) },
                { value: 'all', label: t('playOn.which-all') },
              ]}
              onChange={(next) => {
                kept.which.value = next;
              }}
            />
          )}
          <TextField
            label={t('teach.key')}
            type="password"
            value={key}
            onInput={(next) => {
              kept.key.value = next;
            }}
          />
        </div>
      </PlayOnForm>
    </section>
  );
}

/** The server reads a class of its own and knows its people; other records are sent with the request. */
function sourceOf(meant: readonly District[]): Parameters<typeof PlayOnForm>[0]['source'] {
  const [first] = meant;
  const { classId } = first?.chronicle.log.header ?? {};
  if (classId !== undefined && keptOpened() !== undefined) {
    const numbers = meant.map(({ chronicle }) => chronicle.log.header.districtNumber ?? 1);
    return { classId, districts: numbers };
  }
  return { log: serialise(...meant.map(({ recorded }) => recorded)) };
}
