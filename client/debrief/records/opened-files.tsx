/** The opened files with their check: sound, or what is wrong on which line, and the limits of the check. */
import type { Source } from '../../../shared/debrief/open.ts';
import type { Finding } from '../../../shared/log/findings.ts';
import { list, passage, t } from '../../state/language.ts';
import { classes, played } from '../debrief-signals.ts';
import { classTitle } from '../district-title.ts';
import { FilePicker } from './file-picker.tsx';
import { doubled, lastAdded, openedSources } from './opened.ts';

function sentenceOf({ verdict, what, line, about = '' }: Finding, shown: boolean): string {
  const said = [
    t(`debrief.found-${verdict}`),
    t('debrief.trouble-at', { line }),
    t(`debrief.trouble-${what}`, { about }),
  ];
  return passage(shown && verdict !== 'incomplete' ? [...said, t('debrief.trouble-part')] : said);
}

function Trouble({ source }: { source: Source }) {
  const { name, logs, findings } = source;
  return (
    <div class="notice warm">
      <div>
        <strong>
          {name}
          {logs.length === 0 && ` – ${t('debrief.trouble')}`}
        </strong>
        <ul class="plain">
          {findings.map((finding) => (
            <li key={`${finding.line} ${finding.what} ${finding.districtId ?? ''}`}>
              {sentenceOf(
                finding,
                logs.some(({ header }) => header.districtId === finding.districtId),
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Problems, shown above everything else. */
export function Troubles() {
  const sources = openedSources.value;
  const troubled = sources.filter(({ findings }) => findings.length > 0);
  const nothing = sources.length > 0 && troubled.length < sources.length && played.value.length === 0;
  return (
    <>
      <div role="alert" class="stack-tight">
        {nothing && <p class="notice warm">{t('debrief.empty')}</p>}
        {troubled.map((source) => (
          <Trouble key={source.name} source={source} />
        ))}
        {doubled.value.map(({ source, districtId, what }) => (
          <p key={`${source} ${districtId}`} class={what === 'conflict' ? 'notice warm' : 'notice'}>
            <span>
              <strong>{source}</strong> {t(`debrief.doubled-${what}`, { id: districtId })}
            </span>
          </p>
        ))}
      </div>
      <p role="status" class={lastAdded.value === undefined ? 'hidden-text' : 'notice good'}>
        {lastAdded.value !== undefined &&
          t('debrief.added', {
            files: list(lastAdded.value.files),
            classes: classes.value.length,
            districts: played.value.length,
          })}
      </p>
    </>
  );
}

/** The open files with their checks, on demand. */
export function OpenedFiles() {
  const sources = openedSources.value;
  const limits = new Set(sources.flatMap((source) => source.limits));
  if (sources.length === 0) return <Adding />;
  return (
    <details class="small no-print">
      <summary>{t('debrief.openedFiles', { count: sources.length })}</summary>
      <Adding />
      <ul>
        {sources.map((source) => (
          <li key={source.name}>
            <Opened source={source} />
          </li>
        ))}
      </ul>
      <p class="label">{t('debrief.openedLimits')}</p>
      <ul>
        {[...limits].map((limit) => (
          <li key={limit}>{t(`debrief.limit-${limit}`)}</li>
        ))}
      </ul>
    </details>
  );
}

function Adding() {
  return (
    <div class="no-print">
      <FilePicker label={t('debrief.addFiles')} look="quiet" />
    </div>
  );
}

function Opened({ source: { name, title, logs, findings } }: { source: Source }) {
  const versions = [...new Set(logs.map(({ header }) => String(header.rulesVersion)))];
  const facts = [
    ...(title === undefined ? [] : [title]),
    t('debrief.openedDistricts', { count: logs.length }),
    ...(versions.length === 0 ? [] : [t('debrief.openedRules', { versions: list(versions) })]),
  ];
  return (
    <>
      <strong>{classTitle(name)}</strong>: {facts.join(t('common.dot'))}.{' '}
      {findings.length === 0 && t('debrief.openedWhole')}
    </>
  );
}
