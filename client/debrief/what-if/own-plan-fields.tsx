/**
 * A plan spelt out: points one by one, and the deal. What a firm or university leaves unplaced goes to its partners.
 */
import type { Chronicle } from '../../../shared/debrief/chronicle.ts';
import { OWN_DEALS, OWN_POINTS, type OwnPlan, type PointsName } from '../../../shared/debrief/presets.ts';
import { t } from '../../state/language.ts';
import { Select } from '../../ui/select.tsx';
import { seatName } from '../sentences.ts';
import type { Draft } from './what-if-state.ts';

interface OwnPlanFieldsProps {
  readonly chronicle: Chronicle;
  readonly draft: Draft;
  readonly onChange: (own: OwnPlan) => void;
}

export function OwnPlanFields({ chronicle, draft: { seat, own }, onChange }: OwnPlanFieldsProps) {
  const { actors, parameters } = chronicle.final;
  const kind = actors[seat]?.kind ?? 'firm';
  const names: readonly PointsName[] = OWN_POINTS[kind];
  const others = actors.filter((actor) => actor.kind === 'firm' && actor.seat !== seat);
  return (
    <>
      {names.map((name) => (
        <label key={name} class="field">
          <span class="label">{t(`debrief.points-${name}`)}</span>
          <input
            type="number"
            min={0}
            max={parameters.effort}
            step={0.1}
            value={own.points[name] ?? 0}
            onInput={(event) => {
              const points = event.currentTarget.valueAsNumber;
              onChange({ ...own, points: { ...own.points, [name]: Number.isFinite(points) ? points : 0 } });
            }}
          />
        </label>
      ))}
      {kind === 'firm' && (
        <Select
          label={t('debrief.dealLabel')}
          value={own.deal}
          options={OWN_DEALS.map((each) => ({ value: each, label: t(`debrief.own-${each}`) }))}
          onChange={(deal) => onChange({ ...own, deal })}
        />
      )}
      {kind === 'firm' && (own.deal === 'sell' || own.deal === 'buy') && (
        <Select
          label={t('debrief.dealWith')}
          value={String(own.dealWith)}
          options={others.map((other) => ({ value: String(other.seat), label: seatName(other.seat) }))}
          onChange={(value) => onChange({ ...own, dealWith: Number(value) })}
        />
      )}
      <p class="small soft wide">{t('debrief.ownRest')}</p>
    </>
  );
}
