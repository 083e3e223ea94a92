/** The model's answer, always marked as such: both curves, the differences, and both maps. */

import type { Chronicle } from '../../../shared/debrief/chronicle.ts';
import { figuresOf } from '../../../shared/debrief/class-figures.ts';
import type { Interval } from '../../../shared/debrief/interval.ts';
import { figuresByRound } from '../../../shared/debrief/paper-tables.ts';
import { RECORDED } from '../../../shared/debrief/rerun.ts';
import { seriesOf } from '../../../shared/debrief/series.ts';
import { behindFigure, conditionsOf } from '../../../shared/debrief/why-figure.ts';
import type { Seat } from '../../../shared/engine/actors.ts';
import { FIGURES } from '../../../shared/engine/figure-reading.ts';
import type { Term as Name } from '../../../shared/i18n/terms.ts';
import { serialise } from '../../../shared/log/jsonl.ts';
import { Labelled } from '../../panels/labelled.tsx';
import { list, num, percent, short, signed, t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Scroller } from '../../ui/scroller.tsx';
import { linkToQuestion } from '../address.ts';
import { addModelled } from '../debrief-signals.ts';
import { saying } from '../figure-reasons.tsx';
import { FigureRows } from '../figure-rows.tsx';
import { MEASURE_NAMES } from '../heads.tsx';
import { Chart, type Curve } from '../plot.tsx';
import { inARow, seatName } from '../sentences.ts';
import { questionText } from './what-if-question.ts';
import type { Answered } from './what-if-state.ts';

interface WhatIfAnswerProps {
  readonly chronicle: Chronicle;
  readonly answer: Answered;
  /** The form has changed since this answer. */
  readonly outdated: boolean;
}

export function WhatIfAnswer({ chronicle, answer, outdated }: WhatIfAnswerProps) {
  const { interval, question } = answer;
  const before = seriesOf(chronicle);
  const after = seriesOf(answer.chronicle);
  const model: Curve = { name: t('debrief.modelsAnswer'), look: 'model', values: after.map(({ income }) => income) };
  const curves: readonly Curve[] = [
    { name: t('debrief.happened'), look: 'main', values: before.map(({ income }) => income) },
    interval === undefined ? model : { ...model, band: interval.income },
  ];
  const { shockRound } = answer.chronicle.final.parameters;
  const repeating = question.deciders.filter((decider) => decider === RECORDED).length;
  return (
    <section class={`stack answer ${outdated ? 'outdated' : ''}`} aria-label={t('debrief.modelsAnswer')}>
      <div role="status">{outdated && <p class="notice warm">{t('debrief.outdated')}</p>}</div>
      <h3>
        {t('debrief.differenceTitle')} <span class="tag warm">{t('debrief.modelsAnswer')}</span>
      </h3>
      <p>
        <strong>{t('debrief.asked')}</strong> {questionText(chronicle, answer)}
      </p>
      {repeating > 0 && (
        <p class="small soft">{t('debrief.repeating', { count: repeating, all: question.deciders.length })}</p>
      )}
      <Chart
        title={t('debrief.metric-income')}
        unit="income"
        curves={curves}
        marked={question.from}
        shockRound={shockRound}
        height={280}
      />
      <p class="small soft">
        {inARow([t('axes.cash'), ...(shockRound <= after.length ? [t('axes.shockLine')] : []), t('axes.questionLine')])}
      </p>
      {interval !== undefined && (
        <div class="stack-tight">
          <p class="small soft">{t('debrief.intervalNote', { count: interval.draws, round: question.from })}</p>
          <p>
            {t('debrief.meanDifference', {
              count: interval.draws,
              income: signed(interval.difference.mean),
              low: signed(interval.difference.low),
              high: signed(interval.difference.high),
            })}{' '}
            {t('debrief.figureShares', {
              withChange: sharesText(interval.figures.withChange),
              without: sharesText(interval.figures.without),
            })}
          </p>
          <p>{t('debrief.ownLuck', { count: interval.draws })}</p>
        </div>
      )}
      <Differences before={chronicle} after={answer.chronicle} asked={seatsAsked(answer)} />
      <Figures before={chronicle} after={answer.chronicle} />
      <div class="row">
        <Button onClick={() => addModelled(chronicle, answer.chronicle)}>{t('debrief.addDistrict')}</Button>
        <CopyButton text={() => linkToQuestion(JSON.stringify(answer.draft))}>{t('debrief.linkToQuestion')}</CopyButton>
        <Button look="quiet" onClick={() => save(answer.chronicle)}>
          {t('debrief.download')}
        </Button>
      </div>
    </section>
  );
}

/** How often each figure came out, zeros included. */
function sharesText(shares: Interval['figures']['withChange']): string {
  return list(
    FIGURES.map((figure) =>
      t('debrief.shareOf', { name: t(`glossary.figure${figure}`), share: percent(shares[figure]) }),
    ),
  );
}

/** Seats whose plans the question changes. */
function seatsAsked({ question }: Answered): readonly Seat[] {
  return question.changes.flatMap((change) => (change.kind === 'plan' ? [change.seat] : []));
}

interface DifferencesProps {
  readonly before: Chronicle;
  readonly after: Chronicle;
  readonly asked: readonly Seat[];
}

function Differences({ before, after, asked }: DifferencesProps) {
  const rows = [before, after].map((chronicle) => {
    const last = seriesOf(chronicle).at(-1);
    const { figure, values } = figuresOf(chronicle);
    const behind = behindFigure(chronicle);
    return [
      figure === undefined ? '–' : t(`glossary.figure${figure}`),
      behind === undefined ? '–' : t('debrief.keptOf', { kept: behind.kept, pacts: behind.pacts }),
      short(values.income ?? 0),
      short(values.innovation ?? 0),
      values.resilience === undefined ? '–' : percent(values.resilience),
      short(last?.meanScore ?? 0),
      short(last?.failures ?? 0),
      ...asked.map((seat) => num(last?.scores[seat] ?? 0)),
    ];
  });
  const names: readonly (readonly [name: string, term?: Name])[] = [
    [t('debrief.colFigure')],
    [t('debrief.keptAtTheEnd')],
    [t(MEASURE_NAMES.income), 'income'],
    [t(MEASURE_NAMES.innovation), 'innovation'],
    [t(MEASURE_NAMES.resilience), 'resilience'],
    [t('debrief.metric-meanScore')],
    [t('debrief.metric-failures'), 'failure'],
    ...asked.map((seat) => [t('debrief.scoreOf', { name: seatName(seat, before) })] as const),
  ];
  return (
    <Scroller>
      <table class="numbers figures">
        <thead>
          <tr>
            <th scope="col">{t('debrief.measure')}</th>
            <th scope="col">{t('debrief.colHappened')}</th>
            <th scope="col">{t('debrief.colModel')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map(([name, term], index) => (
            <tr key={name}>
              <th scope="row">
                <Labelled name={name} term={term} />
              </th>
              <td>{rows[0]?.[index]}</td>
              <td>{rows[1]?.[index]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

/** Figures of every round, not the last alone, and the reasons for the answer's last one. */
function Figures({ before, after }: { readonly before: Chronicle; readonly after: Chronicle }) {
  const reading = after.final.history.at(-1)?.figure;
  return (
    <div class="stack-tight">
      <h4>{t('debrief.figuresTitle')}</h4>
      <FigureRows
        rows={[
          { title: t('debrief.colHappened'), chronicle: before },
          { title: t('debrief.colModel'), chronicle: after },
        ]}
      />
      {[before, after].some((each) => figuresByRound(each).some(({ isolated }) => isolated)) && (
        <p class="small soft">° {t('debrief.isolated')}</p>
      )}
      {reading !== undefined && (
        <p>
          <strong>{t('debrief.whyModel')}</strong>{' '}
          {saying(reading.figure, conditionsOf(reading, after.final.parameters))}
        </p>
      )}
    </div>
  );
}

function save({ log }: Chronicle): void {
  saveFile(new Blob([serialise(log)], { type: 'application/jsonl' }), `${log.header.districtId}-what-if.jsonl`);
}
