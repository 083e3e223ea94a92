/**
 * The class's predictions before the outcome: the figure, and a curve of income drawn by finger, mouse or arrow keys.
 * The reveal lays all predictions over the real curve, those of this screen and of students' devices.
 */
import { useEffect, useState } from 'preact/hooks';
import { findingsOf } from '../../shared/debrief/findings.ts';
import { FIGURES, type Figure } from '../../shared/engine/figure-reading.ts';
import { figureTextOf } from '../../shared/i18n/terms.ts';
import { short, t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { FigureDrawing } from '../ui/figure.tsx';
import { Meter } from '../ui/meter.tsx';
import { offBy, Sketch, topOf } from '../ui/sketch.tsx';
import { TextField } from '../ui/text-field.tsx';
import { district, hideAgain, reveal, revealed, series } from './debrief-signals.ts';
import { WhyFigure } from './figure-reasons.tsx';
import { addGuess, clearHandedIn, followGuesses, guesses, handedIn, predicted } from './guesses.ts';
import { Chart, type Curve } from './plot.tsx';
import { findingText } from './sentences.ts';

export function Predict() {
  const incomes = series.value.map(({ income }) => income);
  const draft = useGuess(incomes);
  const told = revealed.value;
  useEffect(() => (told ? undefined : followGuesses()), [told]);
  const at = district.value;
  if (at === undefined) return null;
  return (
    <div class="stack">
      {!told && <p class="prose">{t('debrief.predictIntro')}</p>}
      {!told && <HandedIn />}
      {told ? (
        <Outcome incomes={incomes} />
      ) : (
        <GuessForm draft={draft} incomes={incomes} scenario={at.chronicle.log.header.scenario} />
      )}
      <div class="row">
        {told ? (
          <Button onClick={hideAgain}>{t('debrief.hideAgain')}</Button>
        ) : (
          <Button onClick={() => reveal()}>{t('debrief.reveal')}</Button>
        )}
        {handedIn.value.length > 0 && (
          <Button
            look="quiet"
            onClick={() => {
              clearHandedIn();
              hideAgain();
            }}
          >
            {t('debrief.predictClear')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** How many of the class have predicted on their own devices, if they were asked. */
function HandedIn() {
  const own = predicted.value;
  if (own === undefined) return null;
  return (
    <p class="notice" aria-live="polite">
      <Meter share={own.made / own.asked} label={t('debrief.predictOwn', own)} />
    </p>
  );
}

/** The prediction being made, which outlives a look at the outcome. */
function useGuess(incomes: readonly number[]) {
  const flat = () => incomes.map(() => Math.round(incomes[0] ?? 0));
  const [curve, setCurve] = useState<readonly number[]>(flat);
  const [figure, setFigure] = useState<Figure | undefined>();
  const [name, setName] = useState('');
  const add = () => {
    if (figure === undefined) return;
    addGuess({ name: name.trim(), figure, curve });
    setFigure(undefined);
    setCurve(flat());
    setName('');
  };
  return { curve, setCurve, figure, setFigure, name, setName, add };
}

interface GuessFormProps {
  readonly draft: ReturnType<typeof useGuess>;
  readonly incomes: readonly number[];
  readonly scenario: string;
}

function GuessForm({ draft, incomes, scenario }: GuessFormProps) {
  const { curve, setCurve, figure, setFigure, name, setName, add } = draft;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <fieldset class="row">
        <legend class="label">{t('prediction.figure')}</legend>
        {FIGURES.map((each) => (
          <label key={each} class="choice">
            <input type="radio" name="figure" required checked={figure === each} onChange={() => setFigure(each)} />
            {t(`glossary.figure${each}`)}
          </label>
        ))}
      </fieldset>
      <Sketch
        key={incomes.length}
        label={t('prediction.draw')}
        scenario={scenario}
        curve={curve}
        top={topOf(incomes)}
        onDraw={setCurve}
      />
      <div class="inline">
        <TextField label={t('debrief.predictName')} value={name} maxLength={40} onInput={setName} />
      </div>
      <div class="row">
        <Button look="strong" type="submit">
          {t('prediction.add')}
        </Button>
        <span aria-live="polite">{t('debrief.predictCount', { count: guesses.value.length })}</span>
      </div>
    </form>
  );
}

function Outcome({ incomes }: { incomes: readonly number[] }) {
  const chronicle = district.value?.chronicle;
  const reading = chronicle?.final.history.at(-1)?.figure;
  const drawn = guesses.value.filter(({ curve }) => curve.length > 0);
  const handed = drawn.map((guess, index) => ({
    ...guess,
    name: guess.name === '' ? t('debrief.guess', { number: index + 1 }) : guess.name,
    error: offBy(guess.curve, incomes),
  }));
  const [nearest] = handed.toSorted((one, other) => one.error - other.error);
  const curves: readonly Curve[] = [
    ...handed.map(({ name, curve }): Curve => ({ name, look: 'faint', values: curve })),
    { name: t('debrief.whatHappened'), look: 'model', values: incomes },
  ];
  return (
    <div class="stack" aria-live="polite">
      {chronicle !== undefined && reading !== undefined && (
        <div class="figures-by-round">
          <FigureDrawing figure={reading.figure} isolated={reading.isolated} />
          <div class="stack-tight">
            <h3>{t(`glossary.${figureTextOf(reading)}`)}</h3>
            <p>{findingText('whichFigure', findingsOf(chronicle).whichFigure)}</p>
            {handed.length > 0 && (
              <p>
                {t('debrief.predictRight', {
                  right: handed.filter((guess) => guess.figure === reading.figure).length,
                  all: handed.length,
                })}
              </p>
            )}
          </div>
        </div>
      )}
      <Chart title={t('debrief.metric-income')} unit="income" curves={curves} height={320} named />
      {nearest !== undefined && (
        <p>{t('debrief.predictNearest', { name: nearest.name, error: short(nearest.error) })}</p>
      )}
      {chronicle !== undefined && <WhyFigure chronicle={chronicle} />}
      {reading !== undefined && (
        <section class="stack-tight">
          <h3>{t('debrief.lessonTitle')}</h3>
          <p>{t(`figures.${figureTextOf(reading)}Paragraph`)}</p>
          <p class="soft">{t('debrief.lessonLimits')}</p>
        </section>
      )}
    </div>
  );
}
