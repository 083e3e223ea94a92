/** Compares several classes: their figures in a table, and one class's own among all districts. */

import { useMemo, useState } from 'preact/hooks';
import {
  CLASS_MEASURES,
  type ClassMeasure,
  type ClassRow,
  type DistrictFigures,
  figuresOf,
  rowsOf,
  type Standing,
  sameKind,
  standingOf,
} from '../../shared/debrief/class-figures.ts';
import { FIGURES } from '../../shared/engine/figure-reading.ts';
import { list, t } from '../state/language.ts';
import { Scroller } from '../ui/scroller.tsx';
import { Select } from '../ui/select.tsx';
import { classes, district, type OpenedClass, played } from './debrief-signals.ts';
import { classTitle } from './district-title.ts';
import { MEASURE_NAMES, MeasureHeads, measureText } from './heads.tsx';

interface Measured {
  readonly of: OpenedClass;
  readonly districts: readonly DistrictFigures[];
}

export function Classes() {
  const all = played.value;
  const measured = useMemo(
    () =>
      classes.value.map((of): Measured => {
        const districts = all.filter((each) => each.of === of).map(({ chronicle }) => figuresOf(chronicle));
        return { of, districts };
      }),
    [all],
  );
  return (
    <>
      <section class="stack-tight">
        <h3>{t('debrief.classesTitle')}</h3>
        <p class="small soft">{t('debrief.classesIntro')}</p>
        <ClassTable classes={measured} />
      </section>
      <Among classes={measured} />
    </>
  );
}

function ClassTable({ classes: measured }: { classes: readonly Measured[] }) {
  return (
    <Scroller>
      <table class="numbers figures">
        <thead>
          <tr>
            <th scope="col">{t('debrief.colClass')}</th>
            <th scope="col">{t('debrief.colFigures')}</th>
            <MeasureHeads />
          </tr>
        </thead>
        <tbody>
          {measured.flatMap(({ of, districts }) =>
            rowsOf(districts).map((row) => (
              <tr key={`${of.key} ${kindText(row)}`}>
                <th scope="row">
                  {classTitle(of.title)}
                  <span class="small soft block">{kindText(row)}</span>
                </th>
                <td>{figuresText(row)}</td>
                {CLASS_MEASURES.map((measure) => (
                  <td key={measure}>{measureText(row.means[measure], measure)}</td>
                ))}
              </tr>
            )),
          )}
        </tbody>
      </table>
    </Scroller>
  );
}

function kindText({ count, kind: { rounds, seats, rulesVersion } }: ClassRow): string {
  return t('debrief.classKind', { count, rounds, seats, rules: rulesVersion });
}

function figuresText({ figures }: ClassRow): string {
  const there = FIGURES.filter((figure) => figures[figure] > 0);
  return there
    .map((figure) => t('debrief.figureTimes', { figure: t(`glossary.figure${figure}`), times: figures[figure] }))
    .join(t('common.dot'));
}

function Among({ classes: measured }: { classes: readonly Measured[] }) {
  const [chosen, choose] = useState(() => district.value?.of.key ?? '');
  const mine = measured.find(({ of }) => of.key === chosen) ?? measured[0];
  const first = mine?.districts[0];
  if (mine === undefined || first === undefined) return null;
  const alike = (districts: readonly DistrictFigures[]) => districts.filter(({ kind }) => sameKind(kind, first.kind));
  const rest = measured.filter((each) => each !== mine).flatMap(({ districts }) => districts);
  const [own, others] = [alike(mine.districts), alike(rest)];
  const left = mine.districts.length + rest.length - own.length - others.length;
  return (
    <section class="stack-tight">
      <h3>{t('debrief.amongTitle')}</h3>
      <div class="inline">
        <Select
          label={t('debrief.ownClass')}
          value={mine.of.key}
          options={measured.map(({ of }) => ({ value: of.key, label: classTitle(of.title) }))}
          onChange={choose}
        />
      </div>
      {CLASS_MEASURES.map((measure) => {
        const standing = standingOf(own, others, measure);
        return standing === undefined ? null : <Strip key={measure} measure={measure} standing={standing} />;
      })}
      {left > 0 && <p class="small soft">{t('debrief.amongLeft', { count: left })}</p>}
    </section>
  );
}

/** A mark per district on a line; the own ones differ by shape, size and colour. */
function Strip({ measure, standing }: { measure: ClassMeasure; standing: Standing }) {
  const { low, median, high, own, others } = standing;
  const at = (value: number) => ({ insetInlineStart: `${high === low ? 50 : ((value - low) / (high - low)) * 100}%` });
  return (
    <figure class="among">
      <figcaption class="small">
        <strong>{t(MEASURE_NAMES[measure])}</strong>{' '}
        {t('debrief.amongSays', {
          values: list(own.map(({ value }) => measureText(value, measure))),
          places: list(own.map(({ place }) => String(place))),
          count: own.length + others.length,
          low: measureText(low, measure),
          high: measureText(high, measure),
          median: measureText(median, measure),
        })}
      </figcaption>
      <div class="among-line" aria-hidden="true">
        <span class="among-middle" style={at(median)} />
        {others.map((value, place) => (
          <span key={place} class="among-mark" style={at(value)} />
        ))}
        {own.map(({ value }, place) => (
          <span key={place} class="among-mark own" style={at(value)} />
        ))}
      </div>
    </figure>
  );
}
