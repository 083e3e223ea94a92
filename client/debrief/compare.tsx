/** Compares districts: a row each, one chart for all with the class's mean, and reference districts of bots. */

import { useMemo, useState } from 'preact/hooks';
import { CLASS_MEASURES, type DistrictFigures, figuresOf } from '../../shared/debrief/class-figures.ts';
import { REFERENCES, referenceFor } from '../../shared/debrief/references.ts';
import { bandsOf, METRICS, type Metric, type RoundRow, SHARES, seriesOf } from '../../shared/debrief/series.ts';
import { conditionsApart, conditionsOf, treatmentsOf } from '../../shared/debrief/treatments.ts';
import { RULES_VERSION } from '../../shared/engine/founding.ts';
import { OPEN_PARAMETERS } from '../../shared/engine/open-parameters.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { list, t } from '../state/language.ts';
import { Scroller } from '../ui/scroller.tsx';
import { Select } from '../ui/select.tsx';
import { Branches } from './branches.tsx';
import { Classes } from './classes.tsx';
import {
  chooseDistrict,
  classes,
  type District,
  district,
  districts,
  type OpenedClass,
  played,
  recordOf,
} from './debrief-signals.ts';
import { classTitle, titleOf } from './district-title.ts';
import { DistrictHeads, MeasureHeads, measureText } from './heads.tsx';
import { Chart, type Curve } from './plot.tsx';
import { lineLook } from './strokes.ts';
import { Verdicts } from './verdicts.tsx';

interface Side {
  readonly title: string;
  readonly look: NonNullable<Curve['look']>;
  readonly rows: readonly RoundRow[];
  readonly final: DistrictState;
  readonly values: DistrictFigures['values'];
  /** Separates districts of a class by treatment; empty for reference and modelled districts. */
  readonly treatment: string;
  /** Only districts of the same group may be averaged. */
  readonly group: string;
  readonly of?: OpenedClass;
  /** Treatment in words, or the change asked of the model. */
  readonly note: string;
  /** Index among the districts of the page; absent for references. */
  readonly index?: number;
}

export function Sides() {
  const [metric, setMetric] = useState<Metric>('income');
  const sides = useSides();
  const ofClass = sides.filter(({ look }) => look === 'main');
  // With many classes each district has a row and its class's curve; small charts are for the class shown.
  const small = classes.value.length > 1 ? sides.filter(({ of }) => of?.key === district.value?.of.key) : sides;
  const share = SHARES.includes(metric);
  const most = Math.max(0, ...sides.flatMap(({ rows }) => rows.map((row) => row[metric])));
  const curveOf = ({ title, look, rows }: Side): Curve => ({
    name: title,
    look,
    values: rows.map((row) => row[metric]),
  });
  const others = sides.filter(({ look }) => look !== 'main');
  const together = [...classCurves(ofClass, metric), ...others.map(curveOf)];
  return (
    <div class="stack">
      {classes.value.length > 1 && <Classes />}
      <Branches metric={metric} />
      <Verdicts />
      <p class="prose">{t('debrief.sidesIntro')}</p>
      <div class="inline">
        <Select
          label={t('debrief.measure')}
          value={metric}
          options={METRICS.map((each) => ({ value: each, label: t(`debrief.metric-${each}`) }))}
          onChange={setMetric}
        />
      </div>
      <Chart
        title={t('debrief.chartOf', { name: t(`debrief.metric-${metric}`) })}
        unit={metric}
        curves={together}
        share={share}
        marked="moment"
        height={320}
        named
      />
      <SidesTable sides={sides} />
      <div class="charts">
        {small.map((side) => (
          <Chart
            key={side.title}
            title={side.title}
            unit={metric}
            curves={[{ ...curveOf(side), name: '' }]}
            share={share}
            marked="moment"
            most={most}
            height={150}
          />
        ))}
      </div>
      <p class="small soft">{t('debrief.referenceNote')}</p>
    </div>
  );
}

/** Fewer districts than this are drawn singly instead of as a band. */
const ENOUGH = 3;

/**
 * Curves of each class by treatment: a mean with the middle 80 % if there are enough districts, else a curve each. No
 * mean mixes rules, lengths or sizes.
 */
function classCurves(ofClass: readonly Side[], metric: Metric): readonly Curve[] {
  const groups = [...new Set(ofClass.map(({ group }) => group))];
  const curves = groups.flatMap((name): readonly Curve[] => {
    const group = ofClass.filter((side) => side.group === name);
    const treatment = group[0]?.treatment ?? '';
    const of = group[0]?.of;
    const title = classes.value.length > 1 && of !== undefined ? classTitle(of.title) : '';
    if (group.length < ENOUGH) {
      return group.map(({ title, rows }) => ({ name: title, values: rows.map((row) => row[metric]) }));
    }
    const band = bandsOf(
      group.map(({ rows }) => rows),
      metric,
    );
    const about = title === '' && treatment === '' ? [t('debrief.classMean')] : [title, treatment];
    const named = about.filter((part) => part !== '').join(t('common.dot'));
    return [{ name: `${named} (${t('debrief.classBand')})`, values: band.map(({ mean }) => mean), band }];
  });
  return curves.map((curve, place) => ({ ...curve, look: lineLook(place) }));
}

/** How the districts of one class were treated differently. */
function notesOf(of: OpenedClass) {
  const record = played.value.filter((each) => each.of === of);
  const conditions = record.map(({ chronicle }) => conditionsOf(chronicle));
  const treatments = treatmentsOf(conditions);
  const named = conditions.some(({ treatment }) => treatment !== undefined);
  const apart = conditionsApart(conditions);
  return record.map((each, place) => {
    const treatment = treatments[place] ?? '';
    const told = named ? treatment : list((apart[place] ?? []).map((condition) => conditionText(condition)));
    return { of: each, treatment, told };
  });
}

function useSides(): readonly Side[] {
  const all = districts.value;
  const [first] = played.value;
  // Bots play by today's rules only.
  const references = useMemo(
    () =>
      first === undefined || first.chronicle.log.header.rulesVersion !== RULES_VERSION
        ? []
        : REFERENCES.map((reference) => ({
            reference,
            chronicle: referenceFor(first.chronicle.log.header, reference),
          })),
    [first],
  );
  const notes = classes.value.flatMap(notesOf);
  return [
    ...all.map((each, index): Side => {
      const { chronicle, modelled } = each;
      const look = modelled ? 'model' : 'main';
      const { treatment = '', told = '' } = notes.find(({ of }) => of === each) ?? {};
      const note = told === '' ? '' : t('debrief.treatment', { what: told });
      const { rulesVersion, actors } = chronicle.log.header;
      return {
        title: titleOf(each),
        look,
        rows: seriesOf(chronicle),
        final: chronicle.final,
        values: figuresOf(chronicle).values,
        treatment,
        group: [each.of.key, treatment, rulesVersion, chronicle.rounds.length, actors.length].join(' '),
        of: each.of,
        note: modelled ? changedText(each) : note,
        index,
      };
    }),
    ...references.map(({ reference, chronicle }): Side => {
      const look = reference === 'cooperate' ? 'jade' : reference === 'merger' ? 'other' : 'faint';
      return {
        title: t(`debrief.reference-${reference}`),
        look,
        rows: seriesOf(chronicle),
        final: chronicle.final,
        values: figuresOf(chronicle).values,
        treatment: '',
        group: '',
        note: '',
      };
    }),
  ];
}

type Condition = ReturnType<typeof conditionsApart>[number][number];

/** A condition by its what-if label, or by its name in the record if a what-if cannot change it. */
function conditionText({ name, value }: Condition, was?: Condition['value']): string {
  const known = OPEN_PARAMETERS.find((each) => each === name);
  const label = known === undefined ? name : t(`debrief.number-${known}`);
  return was === undefined
    ? t('debrief.conditionIs', { name: label, value: String(value) })
    : t('debrief.askedNumber', { name: label, value: String(value), was: String(was) });
}

/** Rules changed in the model's answer. Another plan does not count as a rule. */
function changedText(modelled: District): string {
  const record = recordOf(modelled);
  if (record === undefined) return '';
  const [before = [], after = []] = conditionsApart([record, modelled].map(({ chronicle }) => conditionsOf(chronicle)));
  const { rounds } = modelled.chronicle.final.parameters;
  const changes = after.map((condition, index) =>
    condition.name === 'shockRound' && Number(condition.value) > rounds
      ? t('debrief.change-noShock')
      : conditionText(condition, before[index]?.value),
  );
  return changes.length === 0 ? '' : t('debrief.changedRule', { what: list(changes) });
}

function SidesTable({ sides }: { sides: readonly Side[] }) {
  return (
    <Scroller>
      <table class="numbers figures">
        <thead>
          <tr>
            <DistrictHeads />
            <MeasureHeads />
          </tr>
        </thead>
        <tbody>
          {sides.map(({ title, final, values, note, index }) => {
            const reading = final.history.at(-1)?.figure;
            return (
              <tr key={title}>
                <th scope="row">
                  {index === undefined ? (
                    title
                  ) : (
                    <button type="button" class="as-link" onClick={() => chooseDistrict(index)}>
                      {title}
                    </button>
                  )}
                  {note !== '' && <span class="small soft block">{note}</span>}
                </th>
                <td>
                  {reading?.figure ?? '–'}
                  {reading?.isolated === true && <span class="small soft"> {t('debrief.isolated')}</span>}
                </td>
                {CLASS_MEASURES.map((measure) => (
                  <td key={measure}>{measureText(values[measure], measure)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroller>
  );
}
