/** The points of a round: one line a use, one line a partner, and how many are left. */
import type { Seat } from '../../shared/engine/actors.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import type { Term as Name } from '../../shared/i18n/terms.ts';
import { draftOf, place, pointsLeft, shareTargets, spreadEvenly, type Use, usesOf } from '../state/draft.ts';
import { num, percent, short, t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { PointsLine } from '../ui/points-line.tsx';
import { Term } from '../ui/term.tsx';
import { Coach } from './coach.tsx';
import type { DraftProps } from './deal-verbs.tsx';
import { nameOf } from './names.ts';

const COACHED = { firm: 'points', university: 'universityPoints', government: 'governmentBudget' } as const;

const TERM_OF: Readonly<Record<Use, Name>> = {
  trade: 'trade',
  research: 'research',
  publish: 'publish',
  outside: 'outside',
  shelter: 'shelter',
  open: 'openLab',
  command: 'command',
  law: 'law',
  reform: 'reform',
  fund: 'ventureFund',
  training: 'training',
};

export function Points({ draft, view, onChange }: DraftProps & { view: SeatView }) {
  const left = pointsLeft(draft, view);
  const room = Math.max(0, left);
  const before = view.lastPlan === undefined ? undefined : draftOf(view.lastPlan);
  const own = view.public.seats[view.seat];
  const targets = shareTargets(draft, view);

  const useHint = (use: Use): string => {
    if (use === 'trade') return t('plan.hint-trade', { margin: num(view.quotes.margin, 2) });
    if (use === 'fund' && view.public.fundOff === true) return t('plan.hint-fund-off');
    return t(`plan.hint-${use}`);
  };
  const shareHint = (seat: Seat): string => {
    if (!view.legal.partners.includes(seat)) return t('plan.shareIfFormed');
    return t('plan.shareHint', {
      received: num(view.received[seat] ?? 0),
      trust: percent(view.trust[seat] ?? 0),
    });
  };

  return (
    <section class="stack-tight" aria-labelledby="points-title">
      <div class="row spread">
        <div class="named">
          <h3 id="points-title">{t('plan.pointsTitle', { budget: short(view.budget), count: view.budget })}</h3>
          {draft.kind !== 'government' && <Term of="points" />}
        </div>
        <Button look="quiet" compact disabled={left <= 0} onClick={() => onChange(spreadEvenly(draft, view))}>
          {t('plan.spread')}
        </Button>
      </div>
      <Coach topic={COACHED[draft.kind]} />
      {own?.inDisarray && (
        <p class="notice warm">
          {t('plan.disarray')} <Term of="disarray" />
        </p>
      )}
      <Pips budget={view.budget} left={room} />
      <div>
        {usesOf(draft.kind).map((use) => (
          <PointsLine
            key={use}
            name={t(`plan.use-${use}`)}
            hint={useHint(use)}
            aside={<Term of={TERM_OF[use]} />}
            value={draft.uses[use] ?? 0}
            before={before?.uses[use]}
            most={(draft.uses[use] ?? 0) + room}
            budget={view.budget}
            onChange={(points) => onChange(place(draft, view, use, points))}
          />
        ))}
        {targets.map((seat, index) => (
          <PointsLine
            key={seat}
            name={t('plan.shareWith', { name: nameOf(view.public, seat) })}
            hint={shareHint(seat)}
            aside={index === 0 && <Term of="share" />}
            value={draft.shares[seat] ?? 0}
            before={before === undefined ? undefined : (before.shares[seat] ?? 0)}
            most={(draft.shares[seat] ?? 0) + room}
            budget={view.budget}
            onChange={(points) => onChange(place(draft, view, seat, points))}
          />
        ))}
      </div>
      {draft.kind === 'firm' && targets.length === 0 && <p class="small soft">{t('plan.noPartners')}</p>}
    </section>
  );
}

function Pips({ budget, left }: { budget: number; left: number }) {
  const used = budget - left;
  return (
    <span class="pips" aria-hidden="true">
      {Array.from({ length: Math.ceil(budget) }, (_, index) => {
        const share = Math.min(1, Math.max(0, used - index));
        return (
          <span key={index} class="pip">
            <span class="pip-fill" style={{ width: `${share * 100}%` }} />
          </span>
        );
      })}
    </span>
  );
}
