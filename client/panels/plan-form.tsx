/**
 * The decision of a round: a deal, the points, what to expect, and one button that is always in reach.
 *
 * The draft lives in `state/draft-store`; this form shows it and changes it, for every kind of actor.
 */
import { useState } from 'preact/hooks';
import type { SeatView } from '../../shared/engine/view.ts';
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import { type Draft, dealProblem, planKind, planOf, pointsLeft, samePlan } from '../state/draft.ts';
import { changeDraft, draft } from '../state/draft-store.ts';
import { changeView, classPhase, filed, presence, seated } from '../state/game.ts';
import { short, t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { refusalText } from '../ui/failure.ts';
import { Term } from '../ui/term.tsx';
import { useAct } from './act.ts';
import { Coach } from './coach.tsx';
import { Capital } from './deal-capital.tsx';
import { Merge } from './deal-merge.tsx';
import { Pacts } from './deal-pacts.tsx';
import { Verbs } from './deal-verbs.tsx';
import { ForecastBox } from './forecast-box.tsx';
import { Points } from './points.tsx';

export function PlanForm({ view }: { view: SeatView }) {
  const act = useAct();
  const [refused, setRefused] = useState<WireRefusal>();
  const now = draft.value;
  if (now === undefined) return null;

  const change = (next: Draft) => {
    setRefused(undefined);
    changeDraft(next);
  };
  const kind = planKind(view);
  const plan = planOf(now, view);
  const left = pointsLeft(now, view);
  const complete = left === 0 || (kind === 'government' && left > 0);
  const isIn = samePlan(filed.value, plan);
  const over = classPhase.value === 'ended';
  const ready = !over && complete && !isIn && dealProblem(now, view) === undefined && view.legal.canPlan;

  const submit = async () => {
    if (!ready) return;
    const answer = await act({ type: 'filePlan', plan });
    setRefused(answer.ok ? undefined : answer);
    if (answer.ok) changeView({ plan });
  };

  return (
    <form
      class="plan stack"
      aria-label={t('plan.title')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {kind === 'firm' && (
        <section class="stack-tight" aria-labelledby="deal-title">
          <h3 id="deal-title">{t('plan.dealTitle')}</h3>
          <Verbs draft={now} view={view} onChange={change} />
          {now.verb === 'cooperate' && <Coach topic="pacts" />}
          {now.verb === 'merge' && <Coach topic="merge" />}
          {now.verb === 'capital' && <Coach topic="capital" />}
          {now.verb === 'cooperate' && <Pacts draft={now} view={view} onChange={change} />}
          {now.verb === 'merge' && <Merge draft={now} view={view} onChange={change} />}
          {now.verb === 'capital' && <Capital draft={now} view={view} onChange={change} />}
        </section>
      )}
      <Points draft={now} view={view} onChange={change} />
      {kind === 'university' && (
        <section class="stack-tight" aria-labelledby="pacts-title">
          <div class="named">
            <h3 id="pacts-title">{t('plan.pactsTitle')}</h3>
            <Term of="pact" />
          </div>
          <Coach topic="pacts" />
          <Pacts draft={now} view={view} onChange={change} />
        </section>
      )}
      {kind === 'firm' && <ForecastBox draft={now} view={view} />}

      {seated.value?.moreTime === true && view.public.clockMode === 'clock' && filed.value === undefined && (
        <p class="small soft">{t('plan.moreTime')}</p>
      )}
      <div class="foot">
        <p id="plan-state" role="status" class="plan-state">
          <PlanState over={over} draft={now} view={view} left={left} isIn={isIn} refused={refused} />
        </p>
        <Button look="strong" type="submit" disabled={!ready} describedBy="plan-state">
          {isIn ? t('plan.filed') : filed.value === undefined ? t('plan.file') : t('plan.refile')}
        </Button>
      </div>
    </form>
  );
}

interface PlanStateProps {
  readonly over: boolean;
  readonly draft: Draft;
  readonly view: SeatView;
  readonly left: number;
  readonly isIn: boolean;
  readonly refused: WireRefusal | undefined;
}

/** What is still to do, or that nothing is; the button's reason when it cannot be pressed. */
function PlanState({ over, draft: now, view, left, isIn, refused }: PlanStateProps) {
  if (over) return <>{t('plan.classOver')}</>;
  if (refused !== undefined) {
    const { value = '', limit = '' } = refused.about ?? {};
    return <span class="error">{refusalText(refused.refused, { value, limit })}</span>;
  }
  const problem = dealProblem(now, view);
  if (problem === 'nobody-chosen') return <>{t('plan.nobodyChosen')}</>;
  if (problem !== undefined) return <>{refusalText(problem)}</>;
  if (left < 0) return <>{t('plan.tooMany', { count: -left, points: short(-left) })}</>;
  if (left > 0 && now.kind !== 'government') return <>{t('plan.left', { count: left, points: short(left) })}</>;
  if (isIn) {
    const seats = view.public.seats;
    const ready = seats.filter(({ seat }) => presence(seat).ready).length;
    return (
      <>
        <span class="in">{t('plan.isIn')}</span>{' '}
        <span class="block">{t('plan.readyOf', { ready, all: seats.length })}</span>
      </>
    );
  }
  if (left > 0) return <>{t('plan.unspent', { count: left, points: short(left) })}</>;
  return <>{t(filed.value === undefined ? 'plan.ready' : 'plan.changed')}</>;
}
