/** A question to vote on, bets before the answer, then a headline with its range. */
import { useEffect, useState } from 'preact/hooks';
import { type Headline, headlineOf, type Slide } from '../../../shared/debrief/show.ts';
import { WHAT_IFS, type WhatIf } from '../../../shared/protocol/polls.ts';
import { num, signed, t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { district } from '../debrief-signals.ts';
import { answered, ask, asking, DRAWS, done, draftKept, forgetOthers, refused } from '../what-if-state.ts';
import { sidesOf, yearOf } from './claims.ts';
import { Lines } from './lines.tsx';
import { slides } from './show-state.ts';
import { draftOfBet } from './what-if-questions.ts';

type BetrayalSlide = Extract<Slide, { readonly kind: 'betrayal' }>;

export function WhatIfSlide() {
  const [bet, setBet] = useState<WhatIf>();
  const chronicle = district.value?.chronicle;
  useEffect(() => {
    if (chronicle !== undefined) forgetOthers(chronicle);
  }, [chronicle]);
  if (chronicle === undefined) return null;
  const betrayal = slides.value.find((each): each is BetrayalSlide => each.kind === 'betrayal');
  const base = draftKept(chronicle, null, 1);
  const open = WHAT_IFS.flatMap((each) => {
    const draft = draftOfBet(each, chronicle, base, betrayal);
    return draft === undefined ? [] : [{ bet: each, draft }];
  });
  const textOf = (each: WhatIf) => {
    const year = yearOf(chronicle, 3);
    const name = betrayal === undefined ? '' : sidesOf(betrayal).by;
    return t(`polls.question-${each}`, { year, name });
  };
  return (
    <div class="show-what-if">
      <div class="show-questions">
        {open.map(({ bet: each, draft }) => (
          <Button
            key={each}
            look={each === bet ? 'strong' : 'quiet'}
            pressed={each === bet}
            onClick={() => {
              setBet(each);
              ask(chronicle, draft);
            }}
          >
            {textOf(each)}
          </Button>
        ))}
      </div>
      <div role="status">
        {bet === undefined && <p class="show-foot">{t('show.whatIfBet')}</p>}
        {asking.value && <p class="show-foot">{t('show.whatIfRunning', { done: done.value, all: DRAWS })}</p>}
        {refused.value !== undefined && <p class="show-foot">{t('show.whatIfRefused')}</p>}
      </div>
      {bet !== undefined && !asking.value && <Answer />}
    </div>
  );
}

function Answer() {
  const chronicle = district.value?.chronicle;
  const answer = answered.value;
  if (chronicle === undefined || answer === undefined) return null;
  const incomes = chronicle.final.history.map(({ income }) => income);
  const model = answer.chronicle.final.history.map(({ income }) => income);
  const from = answer.question.from - 1;
  const headline = headlineOf(incomes.slice(from), model.slice(from));
  const range = answer.interval?.difference;
  return (
    <>
      <p class="show-claim" role="status">
        {headlineText(headline, (place) => yearOf(chronicle, from + place))}
      </p>
      <Lines
        label={t('debrief.metric-income')}
        lines={[
          { name: t('show.whatIfHappened'), look: 'main', values: incomes },
          { name: t('show.whatIfModel'), look: 'model', values: model },
        ]}
        years={incomes.map((_, place) => yearOf(chronicle, place + 1))}
        marked={from}
      />
      {range !== undefined && (
        <p class="show-foot">{t('show.whatIfRange', { low: signed(range.low, 0), high: signed(range.high, 0) })}</p>
      )}
    </>
  );
}

function headlineText(headline: Headline, year: (place: number) => string): string {
  switch (headline.said) {
    case 'noDifference':
      return t('show.headlineNoDifference');
    case 'poorerThenRicher':
      return t('show.headlinePoorerThenRicher', { year: year(headline.until), percent: num(headline.percent, 0) });
    case 'richer':
      return t('show.headlineRicher', { percent: num(headline.percent, 0) });
    case 'behind':
      return t('show.headlineBehind', { percent: num(headline.percent, 0) });
  }
}
