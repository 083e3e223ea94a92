/** The figures of a class's districts side by side, and the conditions in which they differ. */
import {
  behindFigure,
  type Difference,
  differencesOf,
  FIGURE_MEASURES,
  standsSince,
} from '../../shared/debrief/why-figure.ts';
import { figureTextOf } from '../../shared/i18n/terms.ts';
import { list, percent, t } from '../state/language.ts';
import { Scroller } from '../ui/scroller.tsx';
import { Deciders, nearestText } from './behind-verdict.tsx';
import { classmates, type District, keyOf } from './debrief-signals.ts';
import { titleOf } from './district-title.ts';
import { DistrictHeads } from './heads.tsx';

export function Verdicts() {
  const districts = classmates.value;
  return (
    <section class="stack-tight">
      <h3>{t('story.sidesTitle')}</h3>
      <Scroller>
        <table class="numbers figures small verdicts">
          <thead>
            <tr>
              <DistrictHeads />
              <th scope="col">{t('story.since')}</th>
              <th scope="col">{t('story.keptPacts')}</th>
              {FIGURE_MEASURES.map((measure) => (
                <th key={measure} scope="col">
                  {t(`debrief.metric-${measure}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {districts.map((each) => (
              <Verdict key={keyOf(each)} district={each} />
            ))}
          </tbody>
        </table>
      </Scroller>
      {districts.length > 1 && <Differences districts={districts} />}
      <h4>{t('story.nearTitle')}</h4>
      <ul class="reasons">
        {districts.map((each) => (
          <li key={keyOf(each)}>
            {t('story.ofDistrict', { name: titleOf(each), sentence: nearestText(each.chronicle) })}
          </li>
        ))}
      </ul>
      <Deciders chronicles={districts.map(({ chronicle }) => chronicle)} />
    </section>
  );
}

function Verdict({ district }: { district: District }) {
  const { chronicle } = district;
  const reading = chronicle.final.history.at(-1)?.figure;
  const behind = behindFigure(chronicle);
  if (reading === undefined || behind === undefined) return null;
  return (
    <tr>
      <th scope="row">{titleOf(district)}</th>
      <td>{t(`glossary.${figureTextOf(reading)}`)}</td>
      <td>{standsSince(chronicle)}</td>
      <td>
        {behind.kept} / {behind.pacts}
      </td>
      {FIGURE_MEASURES.map((measure) => (
        <td key={measure}>{percent(reading[measure])}</td>
      ))}
    </tr>
  );
}

function Differences({ districts }: { districts: readonly District[] }) {
  const figures = new Set(districts.map(({ chronicle }) => chronicle.final.history.at(-1)?.figure.figure));
  const differences = differencesOf(districts.map(({ chronicle }) => chronicle));
  return (
    <>
      {figures.size === 1 && <p>{t('story.sameFigure')}</p>}
      {differences.length > 0 && (
        <>
          <h4>{t('story.differTitle')}</h4>
          <ul class="reasons">
            {differences.map((difference) => (
              <li key={`${difference.figure}-${difference.measure}`}>{differenceText(difference, districts)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function differenceText(
  { figure, measure, direction, bound, met, missed }: Difference,
  districts: readonly District[],
): string {
  const named = (places: readonly number[]) =>
    list(
      places.flatMap((place) => {
        const district = districts[place];
        const share = district?.chronicle.final.history.at(-1)?.figure[measure];
        if (district === undefined || share === undefined) return [];
        return [t('story.here', { name: titleOf(district), share: percent(share) })];
      }),
    );
  return t('story.differs', {
    measure: t(`debrief.metric-${measure}`),
    bound: t(`story.asked${figure}`, { bound: t(`debrief.${direction}`, { bound: percent(bound) }) }),
    met: named(met),
    missed: named(missed),
  });
}
