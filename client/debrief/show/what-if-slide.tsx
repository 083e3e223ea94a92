/** A what-if slide: a vote on the question, bets on the answer, then a headline with its range. */
import { useEffect, useState } from 'preact/hooks';
import type { Chronicle } from '../../../shared/debrief/chronicle.ts';
import { type Headline, headlineOf, type Slide } from '../../../shared/debrief/show.ts';
import { type Outcome, WHAT_IFS, type WhatIf } from '../../../shared/protocol/poll-topics.ts';
import type { Poll } from '../../../shared/protocol/polls.ts';
import { whatIfText } from '../../panels/class/poll-words.ts';
import { num, signed, t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { district } from '../debrief-signals.ts';
import { answered, ask, asking, DRAWS, done, draftKept, forgetOthers, refused } from '../what-if/what-if-state.ts';
import { sidesOf } from './claims.ts';
import { Lines } from './lines.tsx';
import { OnPhones } from './on-phones.tsx';
import { asked, here, onPhones } from './phones.ts';
import { slides } from './show-state.ts';
import { yearOf } from './slide-polls.ts';
import { draftOfBet } from './what-if-questions.ts';

type BetrayalSlide = Extract<Slide, { readonly kind: 'betrayal' }>;

export function WhatIfSlide() {
  const [chosen, setChosen] = useState<WhatIf>();
  const chronicle = district.value?.chronicle;
  useEffect(() => {
    if (chronicle !== undefined) forgetOthers(chronicle);
  }, [chronicle]);
  if (chronicle === undefined) return null;
  const betrayal = slides.value.find((each): each is BetrayalSlide => each.kind === 'betrayal');
  const base = draftKept(chronicle, null, 1);
  const open = WHAT_IFS.flatMap((question) => {
    const draft = draftOfBet(question, chronicle, base, betrayal);
    return draft === undefined ? [] : [{ question, draft }];
  });
  const year = Number(yearOf(chronicle, 3));
  const vote: Poll = { topic: 'whatIf', year, options: open.map(({ question }) => question) };
  const votes = asked(vote)?.spread;
  const nameIn = betrayal === undefined ? undefined : sidesOf(betrayal).by;
  const buttons = (
    <div class="show-questions">
      {open.map(({ question, draft }) => {
        const count = votes?.find(({ answer }) => answer === question)?.count;
        return (
          <Button
            key={question}
            look={question === chosen ? 'strong' : 'quiet'}
            pressed={question === chosen}
            onClick={() => {
              setChosen(question);
              ask(chronicle, draft);
            }}
          >
            {whatIfText(question, year, nameIn)}
            {count !== undefined && `${t('common.dot')}${num(count, 0)}`}
          </Button>
        );
      })}
    </div>
  );
  if (chosen === undefined) {
    return (
      <div class="show-what-if">
        {buttons}
        {open.length > 1 && here.value > 0 && onPhones.value ? (
          <OnPhones key="vote" poll={vote} />
        ) : (
          <p class="show-foot">{t('show.whatIfBet')}</p>
        )}
      </div>
    );
  }
  const bet: Poll = { topic: 'whatIfBet', year, question: chosen };
  return (
    <div class="show-what-if">
      {buttons}
      <OnPhones key={chosen} poll={bet} right={asking.value ? undefined : outcomeOf(chronicle)}>
        <div role="status">
          {asking.value && <p class="show-foot">{t('show.whatIfRunning', { done: done.value, all: DRAWS })}</p>}
          {refused.value !== undefined && <p class="show-foot">{t('show.whatIfRefused')}</p>}
        </div>
        {!asking.value && <Answer />}
      </OnPhones>
    </div>
  );
}

function headlineIn(chronicle: Chronicle): Headline | undefined {
  const answer = answered.value;
  if (answer === undefined) return undefined;
  const from = answer.question.from - 1;
  const incomes = ({ final }: Chronicle) => final.history.map(({ income }) => income).slice(from);
  return headlineOf(incomes(chronicle), incomes(answer.chronicle));
}

function outcomeOf(chronicle: Chronicle): Outcome | undefined {
  return headlineIn(chronicle)?.said;
}

function Answer() {
  const chronicle = district.value?.chronicle;
  const answer = answered.value;
  if (chronicle === undefined || answer === undefined) return null;
  const incomes = chronicle.final.history.map(({ income }) => income);
  const model = answer.chronicle.final.history.map(({ income }) => income);
  const from = answer.question.from - 1;
  const headline = headlineIn(chronicle);
  const range = answer.interval?.difference;
  return (
    <>
      <p class="show-claim" role="status">
        {headline !== undefined && headlineText(headline, (place) => yearOf(chronicle, from + place))}
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
