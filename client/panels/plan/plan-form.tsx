/**
 * The decision of a round: requests of others, a deal, the points, a forecast, and a button always in reach.
 *
 * The draft lives in `state/draft-store`; this form shows and edits it, for every kind of actor.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SeatView } from '../../../shared/engine/view.ts';
import type { WireRefusal } from '../../../shared/protocol/refusals.ts';
import {
  type DealVerb,
  type Draft,
  dealProblem,
  planKind,
  planOf,
  pointsLeft,
  sameAsLastYear,
  samePlan,
  type Use,
} from '../../state/draft.ts';
import { changeDraft, draft } from '../../state/draft-store.ts';
import { type Forecast, forecast } from '../../state/forecast.ts';
import { changeView, classPhase, filed, seated } from '../../state/game.ts';
import { yearlyNumbers } from '../../state/game-parameters.ts';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { Term } from '../../ui/term.tsx';
import { useAct } from '../act.ts';
import { Coach } from '../coach.tsx';
import { BetRow } from '../deals/bet.tsx';
import { Capital } from '../deals/deal-capital.tsx';
import { Leave } from '../deals/deal-leave.tsx';
import { Merge } from '../deals/deal-merge.tsx';
import { Pacts } from '../deals/deal-pacts.tsx';
import { AboutVerb, type DraftProps, Verbs } from '../deals/deal-verbs.tsx';
import { promisesIn } from '../deals/promises.ts';
import { Certificates } from './certificates.tsx';
import { Chips, Tokens } from './chips.tsx';
import { CommandPreview } from './command-preview.tsx';
import { ForecastLine } from './forecast-line.tsx';
import { Inbox } from './inbox.tsx';
import { NewThisYear } from './new-this-year.tsx';
import { PlanState } from './plan-state.tsx';

/** Inactivity after which a hint appears. */
const IDLE_MS = 20_000;

export function PlanForm({ view }: { view: SeatView }) {
  const [refused, setRefused] = useState<WireRefusal>();
  const [asking, setAsking] = useState(false);
  const [moved, setMoved] = useState<Use>();
  const act = useAct();
  const idle = useIdle(draft.value);
  const now = draft.value;
  if (now === undefined) return null;

  const change = (next: Draft, from?: Use) => {
    setRefused(undefined);
    setAsking(false);
    setMoved(from);
    changeDraft(next);
  };
  const kind = planKind(view);
  const plan = planOf(now, view);
  const left = pointsLeft(now, view);
  const complete = left === 0 || (kind === 'government' && left > 0);
  const isIn = samePlan(filed.value, plan);
  const over = classPhase.value === 'ended';
  const ready = !over && complete && !isIn && dealProblem(now, view) === undefined && view.legal.canPlan;
  const numbersIn = yearlyNumbers(view.public);
  const expected = numbersIn === undefined ? undefined : forecast(now, view, numbersIn, promisesIn(view));

  const submit = async () => {
    setAsking(false);
    const answer = await act({ type: 'filePlan', plan });
    setRefused(answer.ok ? undefined : answer);
    if (answer.ok) changeView({ plan });
  };
  return (
    <form
      class="plan"
      aria-label={t('plan.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        if (expected !== undefined && expected.danger !== 'safe') setAsking(true);
        else submit();
      }}
    >
      <Inbox view={view} />
      {kind !== 'government' && <DealPart draft={now} view={view} onChange={change} expected={expected} />}
      {view.public.seats[view.seat]?.inDisarray && (
        <p class="notice warm">
          {t('plan.disarray')} <Term of="disarray" />
        </p>
      )}
      <Standing view={view} />
      <div class="budget">
        <Tokens budget={view.budget} left={Math.max(0, left)} />
        <p id="plan-state" role="status" class="plan-state">
          <PlanState
            over={over}
            draft={now}
            view={view}
            left={left}
            isIn={isIn}
            refused={refused}
            idle={idle}
            moved={moved}
          />
        </p>
      </div>
      {isIn && !over && <BetRow view={view} />}
      <Chips draft={now} view={view} onChange={change} />
      {kind === 'government' && <Certificates draft={now} view={view} onChange={change} />}
      {kind === 'government' && <CommandPreview draft={now} view={view} />}
      {seated.value?.moreTime === true && view.public.clockMode === 'clock' && filed.value === undefined && (
        <p class="small soft">{t('plan.moreTime')}</p>
      )}
      <div class="foot plan-foot">
        {asking ? (
          <Danger onBack={() => setAsking(false)} onSubmit={submit} />
        ) : (
          <Ready draft={now} view={view} onChange={change} expected={expected} ready={ready} isIn={isIn} />
        )}
      </div>
    </form>
  );
}

/** Whether the plan has been untouched for a while. */
function useIdle(now: Draft | undefined): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    setIdle(false);
    const timer = setTimeout(() => setIdle(true), IDLE_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return idle;
}

interface DealPartProps extends DraftProps {
  readonly view: SeatView;
  readonly expected: Forecast | undefined;
}

function DealPart({ draft: now, view, onChange, expected }: DealPartProps) {
  const [verb, setOpen] = useState<DealVerb>();
  const part = useRef<HTMLElement>(null);
  // Scrolls so that an opened section has as much of the screen as it needs.
  useEffect(() => {
    if (verb !== undefined) part.current?.scrollIntoView({ block: 'start' });
  }, [verb]);
  // Returns the focus to the deal's button, because the pressed one disappears.
  const done = () => {
    setOpen(undefined);
    part.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
  };
  return (
    <section class="deal" aria-label={t('plan.dealTitle')} ref={part}>
      <Verbs draft={now} view={view} open={verb} onOpen={setOpen} />
      {verb !== undefined && (
        <div class="deal-open stack-tight">
          <AboutVerb draft={now} view={view} verb={verb} onChange={onChange} onDone={done} />
          {verb === 'merge' && view.public.seats[view.seat]?.owner === undefined && <Coach topic="merge" />}
          {verb === 'capital' && <Coach topic="capital" />}
          {verb === 'cooperate' && <Pacts draft={now} view={view} onChange={onChange} />}
          {verb === 'merge' && <Merge draft={now} view={view} onChange={onChange} />}
          {verb === 'capital' && <Capital draft={now} view={view} onChange={onChange} />}
          {verb === 'leave' && <Leave draft={now} view={view} onChange={onChange} expected={expected} />}
        </div>
      )}
    </section>
  );
}

/** A certificate or a takeover by command, with its effect on the firm's numbers. */
function Standing({ view }: { view: SeatView }) {
  const own = view.public.seats[view.seat];
  if (own === undefined || (own.listed !== true && !own.forced)) return null;
  return (
    <p class="small soft">
      {[...(own.listed === true ? [t('plan.certified')] : []), ...(own.forced ? [t('plan.noTribute')] : [])].join(' ')}
    </p>
  );
}

interface ReadyProps extends DraftProps {
  readonly view: SeatView;
  readonly expected: Forecast | undefined;
  readonly ready: boolean;
  readonly isIn: boolean;
}

/** The forecast, and the two ways to finish. */
function Ready({ draft: now, view, onChange, expected, ready, isIn }: ReadyProps) {
  const again = sameAsLastYear(now, view);
  return (
    <>
      {expected !== undefined && <ForecastLine draft={now} view={view} expected={expected} />}
      {again !== undefined && <NewThisYear view={view} />}
      <div class="plan-buttons">
        {again !== undefined && (
          <Button compact onClick={() => onChange(again)}>
            {t('plan.sameAsLastYear')}
          </Button>
        )}
        <Button look="strong" type="submit" disabled={!ready} describedBy="plan-state">
          {isIn ? t('plan.filed') : filed.value === undefined ? t('plan.file') : t('plan.refile')}
        </Button>
      </div>
    </>
  );
}

/** Confirmation for a plan that may fail the firm. */
function Danger({ onBack, onSubmit }: { onBack: () => void; onSubmit: () => void }) {
  return (
    <div class="plan-danger" role="alertdialog" aria-labelledby="danger-title">
      <p id="danger-title" class="error">
        {t('plan.mayClose')}
      </p>
      <div class="plan-buttons">
        <Button focused onClick={onBack}>
          {t('plan.change')}
        </Button>
        <Button look="strong" onClick={onSubmit}>
          {t('plan.submitAll')}
        </Button>
      </div>
    </div>
  );
}
