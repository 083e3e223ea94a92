/** The content below each slide's claim: one picture. */
import type { ComponentChildren } from 'preact';
import { besideTheStreet } from '../../../shared/debrief/real-street.ts';
import type { Slide } from '../../../shared/debrief/show.ts';
import type { TurningKind } from '../../../shared/debrief/turning-point.ts';
import { FIGURES } from '../../../shared/engine/figure-reading.ts';
import { percent, short, t } from '../../state/language.ts';
import { FigureDrawing } from '../../ui/figure.tsx';
import { district, moment } from '../debrief-signals.ts';
import { predictedInClass } from '../guesses.ts';
import { Scene } from '../scene.tsx';
import { districtName, endOf, figureName, sidesOf, votesFor } from './claims.ts';
import { Lines } from './lines.tsx';
import { OnPhones } from './on-phones.tsx';
import { asked } from './phones.ts';
import { chronicles, countHand } from './show-state.ts';
import { betOn, REASON, SENTENCE, yearOf } from './slide-polls.ts';
import { WhatIfSlide } from './what-if-slide.tsx';

type Of<Kind extends Slide['kind']> = Extract<Slide, { readonly kind: Kind }>;

export function Picture({ slide }: { readonly slide: Slide }): ComponentChildren {
  switch (slide.kind) {
    case 'guess':
      return <Guess />;
    case 'reveal':
      return <Reveal />;
    case 'turn':
      return <Turn slide={slide} />;
    case 'betrayal':
      return <Betrayed slide={slide} />;
    case 'contradiction':
      return <Contradicted slide={slide} />;
    case 'whatIf':
      return <WhatIfSlide />;
    case 'realStreet':
      return <RealStreetSlide />;
    case 'sentence':
      return <Sentences />;
  }
}

function Guess() {
  const own = predictedInClass.value;
  return (
    <>
      <div class="show-figures">
        {FIGURES.map((figure) => (
          <button key={figure} type="button" class="show-figure" onClick={() => countHand(figure)}>
            <FigureDrawing figure={figure} />
            <span>{t(`figures.figure${figure}Name`)}</span>
          </button>
        ))}
      </div>
      <p class="show-foot">{own === undefined ? t('show.guessHands') : t('show.guessOwn', own)}</p>
    </>
  );
}

function Reveal() {
  const ends = chronicles.value.flatMap((chronicle) => endOf(chronicle) ?? []);
  return (
    <>
      <div class={ends.length > 1 ? 'show-figures many' : 'show-figures'}>
        {ends.slice(0, 8).map((end, place) => (
          <figure key={districtName(place)} class="show-figure">
            <FigureDrawing figure={end.figure} isolated={end.isolated} />
            <figcaption>
              {ends.length > 1 ? `${districtName(place)}${t('common.dot')}${figureName(end)}` : figureName(end)}
            </figcaption>
          </figure>
        ))}
      </div>
      {FIGURES.some((figure) => votesFor(figure) > 0) && (
        <ul class="show-votes">
          {FIGURES.map((figure) => (
            <li key={figure}>
              {t(`figures.figure${figure}Name`)}
              {t('common.dot')}
              {t('show.saidSo', { count: votesFor(figure) })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The map tells the year's reveal when the slide opens. */
function Turn({ slide }: { readonly slide: Of<'turn'> }) {
  const chronicle = chronicles.value[slide.district];
  const at = chronicle?.moments.findLast(({ round, phase }) => round === slide.point.round && phase === 'reveal');
  const shown = at ?? moment.value;
  if (chronicle === undefined || shown === undefined) return null;
  return (
    <div class="show-map">
      <Scene
        key={`${slide.district} ${slide.point.round}`}
        moment={shown}
        moments={chronicle.moments}
        seat={undefined}
        label={t('debrief.mapTitle')}
        tell
        told
        mark={spokenOf(slide)}
        wall
      />
    </div>
  );
}

/** Turning points of a single house that are public; marking others could reveal secrets of the books. */
const SEEN: readonly TurningKind[] = [
  'firstForeign',
  'firstFailure',
  'firstLeaving',
  'firstAbsorption',
  'firstMerger',
  'falter',
];

function spokenOf({ point: { kind, seats } }: Of<'turn'>) {
  return SEEN.includes(kind) ? seats[0] : undefined;
}

function Betrayed({ slide }: { readonly slide: Of<'betrayal'> }) {
  const chronicle = chronicles.value[slide.district];
  if (chronicle === undefined) return null;
  const { by, against } = sidesOf(slide);
  const { history } = chronicle.final;
  const scores = (seat: number) => history.map((round) => round.scores[seat] ?? 0);
  const year = yearOf(chronicle, slide.round);
  return (
    <OnPhones poll={betOn(slide)} right={String(slide.paidYears)}>
      <p class="show-sub">
        {t('show.betrayalHands', { year, a: by, b: against, gave: short(slide.gave), got: short(slide.got) })}
      </p>
      <Lines
        label={t('show.betrayalCurves')}
        lines={[
          { name: by, look: 'model', values: scores(slide.by) },
          { name: against, look: 'main', values: scores(slide.against) },
        ]}
        years={history.map(({ round }) => yearOf(chronicle, round))}
        marked={slide.round - 1}
      />
      <p class="show-foot">{t('show.betrayalCurves')}</p>
    </OnPhones>
  );
}

function Contradicted({ slide: { found } }: { readonly slide: Of<'contradiction'> }) {
  const { kind, districts, seats, one, other } = found;
  const count = chronicles.value.length;
  const doubt = count < 3 ? t('show.fewStreets', { count }) : t('show.someStreets', { count });
  if (kind === 'none') {
    return (
      <>
        <p class="show-foot">{doubt}</p>
        <OnPhones poll={REASON} />
      </>
    );
  }
  const names =
    kind === 'treeHeld'
      ? [t('show.bar-after'), t('show.bar-before')]
      : seats.length > 0
        ? [t('show.bar-first'), t('show.bar-middle')]
        : districts.map(districtName);
  return (
    <>
      <Bars
        unit={t(`show.unit-${kind}`)}
        bars={[
          { name: names[0] ?? '', value: one, written: short(one, 0) },
          { name: names[1] ?? '', value: other, written: short(other, 0) },
        ]}
      />
      <p class="show-foot">{doubt}</p>
      <OnPhones poll={REASON} />
    </>
  );
}

/** Anonymous sentences, picked in the presenter's window. */
function Sentences() {
  const picked = (asked(SENTENCE)?.words ?? []).filter((each) => each.picked === true);
  return (
    <OnPhones poll={SENTENCE}>
      {picked.map(({ place, text }) => (
        <blockquote key={place} class="show-words">
          {text}
        </blockquote>
      ))}
    </OnPhones>
  );
}

function RealStreetSlide() {
  const own = besideTheStreet(chronicles.value).find(({ of }) => of === 'topFour');
  const end = district.value === undefined ? undefined : endOf(district.value.chronicle);
  return (
    <div class="show-figures">
      <figure class="show-figure">
        <FigureDrawing figure="3" />
        <figcaption>
          {t('show.realTheirs')}
          {t('common.dot')}
          {own === undefined ? '' : percent(own.paper)}
        </figcaption>
      </figure>
      {end !== undefined && (
        <figure class="show-figure">
          <FigureDrawing figure={end.figure} isolated={end.isolated} />
          <figcaption>
            {t('show.realOurs')}
            {t('common.dot')}
            {own?.own === undefined ? '–' : percent(own.own)}
          </figcaption>
        </figure>
      )}
    </div>
  );
}

interface Bar {
  readonly name: string;
  readonly value: number;
  readonly written: string;
}

function Bars({ bars, unit }: { readonly bars: readonly Bar[]; readonly unit: string }) {
  const most = Math.max(...bars.map(({ value }) => value), Number.EPSILON);
  return (
    <figure class="show-bars">
      {bars.map(({ name, value, written }) => (
        <div key={name} class="show-bar">
          <span>{name}</span>
          <span class="show-bar-room" aria-hidden="true">
            <span style={{ width: `${Math.max(0, value / most) * 100}%` }} />
          </span>
          <strong class="figures">{written}</strong>
        </div>
      ))}
      <figcaption class="show-foot">{unit}</figcaption>
    </figure>
  );
}
