/** Districts with a common past: as a tree, and as curves that part where the districts do. */

import { type Metric, SHARES, seriesOf } from '../../shared/debrief/series.ts';
import { type Branch, type Family, familiesOf, sharedRounds } from '../../shared/debrief/tree.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { t } from '../state/language.ts';
import { chooseDistrict, type District, districts, played } from './debrief-signals.ts';
import { titleOf } from './district-title.ts';
import { Chart, type Curve } from './plot.tsx';
import { lineLook } from './strokes.ts';

export function Branches({ metric }: { readonly metric: Metric }) {
  const families = familiesOf(played.value.map(({ chronicle }) => chronicle));
  if (families.length === 0) return null;
  return (
    <section class="stack-tight" aria-labelledby="branches-title">
      <h3 id="branches-title">{t('playOn.treeTitle')}</h3>
      <p class="small soft">{t('playOn.treeIntro')}</p>
      {families.map((family, place) => (
        <FamilyOf key={place} family={family} metric={metric} />
      ))}
    </section>
  );
}

function districtOf({ chronicle }: Branch): District | undefined {
  return played.value.find((each) => each.chronicle === chronicle);
}

function nameOf(branch: Branch): string {
  const shown = districtOf(branch);
  const { treatment } = branch.chronicle.log.header;
  const title = shown === undefined ? '' : titleOf(shown);
  return treatment === undefined ? title : `${title}${t('common.dot')}${treatment}`;
}

function FamilyOf({ family, metric }: { readonly family: Family; readonly metric: Metric }) {
  const shared = sharedRounds(family);
  const rooted = family.some(({ depth }) => depth === 0);
  const past = t('playOn.treePast', { round: shared });
  return (
    <>
      <ul class="tree">
        {!rooted && shared > 0 && (
          <li class="depth-0">
            <strong>{past}</strong>
          </li>
        )}
        {family.map((branch) => (
          <li key={branch.chronicle.log.header.districtId} class={`depth-${Math.min(3, branch.depth)}`}>
            <button
              type="button"
              class="as-link"
              onClick={() =>
                chooseDistrict(districts.value.findIndex(({ chronicle }) => chronicle === branch.chronicle))
              }
            >
              {nameOf(branch)}
            </button>{' '}
            <span class="small soft">
              {branch.depth === 0 ? t('playOn.treeOriginal') : t('playOn.treeFrom', { round: branch.chronicle.from })}
            </span>
          </li>
        ))}
      </ul>
      <Chart
        title={t('debrief.chartOf', { name: t(`debrief.metric-${metric}`) })}
        unit={metric}
        curves={curvesOf(family, metric, rooted || shared === 0 ? undefined : past)}
        share={SHARES.includes(metric)}
        marked="moment"
        height={280}
        named
      />
    </>
  );
}

/** A branch's curve begins at the last shared point. `past`: name of the curve of the common past. */
function curvesOf(family: Family, metric: Metric, past: string | undefined): readonly Curve[] {
  const valuesOf = ({ chronicle }: Branch) => seriesOf(chronicle).map((row) => row[metric]);
  const own = family.map(
    (branch, place): Curve => ({
      name: nameOf(branch),
      values: valuesOf(branch),
      look: lineLook(place),
      ...omitUndefined({ from: branch.depth === 0 ? undefined : Math.max(1, branch.chronicle.from - 1) }),
    }),
  );
  const [first] = family;
  if (past === undefined || first === undefined) return own;
  return [{ name: past, values: valuesOf(first).slice(0, sharedRounds(family)), look: 'other' }, ...own];
}
