/**
 * The decision of a round: a deal, the points, what to expect, and one button that is always in reach.
 *
 * The draft lives in `state/draft-store`; this form shows it and changes it, for every kind of actor.
 */
import { useEffect, useRef } from 'preact/hooks';
import type { SeatView } from '../../shared/engine/view.ts';
import { planKind, planOf, pointsLeft, samePlan } from '../state/draft.ts';
import { changeDraft, draft } from '../state/draft-store.ts';
import { filed } from '../state/game.ts';
import { short, t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { refusalText } from '../ui/failure.ts';
import { lastRefusal, useAct } from './act.ts';
import { Capital } from './deal-capital.tsx';
import { Merge } from './deal-merge.tsx';
import { Pacts } from './deal-pacts.tsx';
import { Verbs } from './deal-verbs.tsx';
import { ForecastBox } from './forecast-box.tsx';
import { Points } from './points.tsx';

export function PlanForm({ view }: { view: SeatView }) {
  const act = useAct();
  const left = useRef(0);
  const now = draft.value;
  useEffect(() => {
    lastRefusal.value = undefined;
  }, []);
  if (now === undefined) return null;

  const kind = planKind(view);
  const plan = planOf(now, view);
  left.current = pointsLeft(now, view);
  const mayLeave = kind === 'government';
  const complete = left.current === 0 || (mayLeave && left.current > 0);
  const isIn = samePlan(filed.value, plan);
  const refused = lastRefusal.value;

  const submit = async () => {
    if (!complete || isIn || !view.legal.canPlan) return;
    const answer = await act({ type: 'filePlan', plan });
    if (answer.ok) filed.value = plan;
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
          <Verbs draft={now} onChange={changeDraft} />
          {now.verb === 'cooperate' && <Pacts draft={now} view={view} onChange={changeDraft} />}
          {now.verb === 'merge' && <Merge draft={now} view={view} onChange={changeDraft} />}
          {now.verb === 'capital' && <Capital draft={now} view={view} onChange={changeDraft} />}
        </section>
      )}
      <Points draft={now} view={view} onChange={changeDraft} />
      {kind === 'university' && (
        <section class="stack-tight" aria-labelledby="pacts-title">
          <h3 id="pacts-title">{t('plan.pactsTitle')}</h3>
          <Pacts draft={now} view={view} onChange={changeDraft} />
        </section>
      )}
      {kind === 'firm' && <ForecastBox draft={now} view={view} />}

      <div class="foot plan-foot">
        <p id="plan-state" role="status" class="plan-state">
          {refused !== undefined ? (
            <span class="error">
              {refusalText(refused.refused, { value: refused.about?.value ?? '', limit: refused.about?.limit ?? '' })}
            </span>
          ) : isIn ? (
            <span class="in">{t('plan.isIn')}</span>
          ) : left.current > 0 ? (
            t(mayLeave ? 'plan.unspent' : 'plan.left', { count: left.current, points: short(left.current) })
          ) : left.current < 0 ? (
            t('plan.tooMany', { count: -left.current, points: short(-left.current) })
          ) : filed.value === undefined ? (
            t('plan.ready')
          ) : (
            t('plan.changed')
          )}
        </p>
        <Button
          look="strong"
          type="submit"
          disabled={!complete || isIn || !view.legal.canPlan}
          describedBy="plan-state"
        >
          {isIn ? t('plan.filed') : filed.value === undefined ? t('plan.file') : t('plan.refile')}
        </Button>
      </div>
    </form>
  );
}
