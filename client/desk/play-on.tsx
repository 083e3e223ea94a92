/** Playing on from a round of this class: the form, and the link to the new desk. */

import { useState } from 'preact/hooks';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { scenarioById } from '../../shared/scenarios/index.ts';
import { openClass } from '../net/http.ts';
import { type LedClass, ledAs } from '../net/led-class.ts';
import type { BranchChange } from '../panels/play-on/play-on-draft.ts';
import { PlayOnForm } from '../panels/play-on/play-on-form.tsx';
import { desk } from '../state/desk.ts';
import { t, words } from '../state/language.ts';
import { Select } from '../ui/select.tsx';
import { roster, stage } from './desk-signals.ts';
import { ask } from './results.ts';

interface PlayOnProps {
  readonly led: LedClass;
  readonly instructorKey: string;
  readonly onLed: (led: LedClass) => void;
}

const PHASES = ['news', 'plan'] as const;
const ALL = 'all';

const CHANGE_OF: Readonly<Record<string, BranchChange>> = {
  leaving: 'leavingOn',
  reputations: 'reputations',
  talk: 'talkOn',
  law: 'law',
};

/** The majority's choice once the poll is closed; undefined for a tie. */
function votedFor(): BranchChange | undefined {
  const vote = desk.value?.polls?.findLast(({ poll, spread }) => poll.topic === 'institution' && spread !== undefined);
  const [most, next] = vote?.spread?.toSorted((one, other) => other.count - one.count) ?? [];
  return most === undefined || most.count === (next?.count ?? 0) ? undefined : CHANGE_OF[most.answer];
}

export function PlayOn({ led, instructorKey, onLed }: PlayOnProps) {
  const districts = desk.value?.districts ?? [];
  const reached = Math.max(0, ...districts.filter(({ practice }) => practice !== true).map(({ round }) => round));
  const [round, setRound] = useState('1');
  const [phase, setPhase] = useState<(typeof PHASES)[number]>('news');
  const [which, setWhich] = useState(ALL);
  if (reached === 0) return null;
  const rounds = Array.from({ length: reached }, (_, index) => String(index + 1));
  const voted = votedFor();
  const scenario = scenarioById(desk.value?.scenario ?? '');
  const one = which === ALL ? undefined : Number(which);
  return (
    <section class="stack-tight" aria-labelledby="play-on">
      <h3 id="play-on">{t('playOn.title')}</h3>
      <PlayOnForm
        key={voted ?? ''}
        from={{ round: Number(round), phase, lawPerPoint: scenario?.parameters.lawPerPoint ?? 0 }}
        source={{ classId: led.classId, ...omitUndefined({ district: one }) }}
        count={one === undefined ? districts.length : 1}
        voted={voted}
        seats={roster.value.map(({ name }) => words(name))}
        onOpen={async (request) => {
          const answer = await openClass(request, instructorKey);
          if (!answer.ok) return answer.code;
          const { code } = answer.value;
          if (stage.value !== 'ended') await ask({ type: 'message', text: t('playOn.tell', { code }) });
          onLed(ledAs(answer.value, led.opener));
          return undefined;
        }}
      >
        <div class="row">
          <Select
            label={t('playOn.round')}
            value={round}
            options={rounds.map((each) => ({ value: each, label: each }))}
            onChange={setRound}
          />
          <Select
            label={t('playOn.phase')}
            value={phase}
            options={PHASES.map((each) => ({ value: each, label: t(`playOn.phase-${each}`) }))}
            onChange={setPhase}
          />
          {districts.length > 1 && (
            <Select
              label={t('playOn.which')}
              value={which}
              options={[
                { value: ALL, label: t('playOn.which-all') },
                ...districts.map(({ number }) => ({
                  value: String(number),
                  label: t('playOn.which-one', { number }),
                })),
              ]}
              onChange={setWhich}
            />
          )}
        </div>
      </PlayOnForm>
    </section>
  );
}
