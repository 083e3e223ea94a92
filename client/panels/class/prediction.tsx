/**
 * After the figure's prediction: sketch the district's income. The class gets it without a name, for the debrief; the
 * last page compares it with the real curve.
 */

import { useState } from 'preact/hooks';
import type { PublicView } from '../../../shared/engine/public-view.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { figureTextOf } from '../../../shared/i18n/terms.ts';
import type { AnyRefusalCode } from '../../../shared/protocol/refusals.ts';
import { short, t } from '../../state/language.ts';
import { keepPrediction, ownPrediction } from '../../state/prediction.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { refusalText } from '../../ui/failure.ts';
import { offBy, Sketch, SketchBeside, topOf } from '../../ui/sketch.tsx';
import { useSendRequest } from './class-act.ts';

function incomesOf({ history }: PublicView): readonly number[] {
  return history.map(({ income }) => income);
}

export function Prediction({ view }: { view: SeatView }) {
  const sendRequest = useSendRequest();
  const incomes = incomesOf(view.public);
  const [curve, setCurve] = useState<readonly number[]>(() => incomes.map(() => Math.round(incomes[0] ?? 0)));
  const [refused, setRefused] = useState<AnyRefusalCode>();
  const last = view.public.round === view.public.rounds;
  if (!last || view.public.phase !== 'reveal') return null;
  const own = ownPrediction();
  if (own === undefined) return null;
  if (own.income.length > 0) {
    return (
      <p class="notice good" role="status">
        {t('prediction.thanks')}
      </p>
    );
  }

  const { figure } = own;
  const handIn = async () => {
    const answer = await sendRequest({ type: 'predict', figure, income: curve });
    if (answer.ok) keepPrediction({ figure, income: curve });
    else setRefused(answer.refused);
  };

  return (
    <details class="fold">
      <summary>{t('prediction.invite')}</summary>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          handIn();
        }}
      >
        <p class="small">{t('prediction.private')}</p>
        <Sketch
          label={t('prediction.draw')}
          scenario={view.public.scenario}
          curve={curve}
          top={topOf(incomes)}
          onDraw={setCurve}
        />
        <Alert text={refused && refusalText(refused)} />
        <Button look="strong" type="submit">
          {t('prediction.add')}
        </Button>
      </form>
    </details>
  );
}

/** On the last page: one's own sketch beside the real curve; empty without a sketch. */
export function PredictionBeside({ view }: { view: PublicView }) {
  const predicted = ownPrediction();
  const incomes = incomesOf(view);
  if (predicted === undefined) return null;
  const last = view.history.at(-1)?.figure;
  if (last === undefined) return null;
  const figure = t(`figures.${figureTextOf(last)}Name`);
  const guess = t(`figures.figure${predicted.figure}Name`);
  const right = predicted.figure === last.figure;
  const said = right ? t('prediction.saidRight', { figure }) : t('prediction.said', { guess, figure });
  if (predicted.income.length !== incomes.length) return <p class="small">{said}</p>;
  const off = t('prediction.off', { error: short(offBy(predicted.income, incomes)) });
  return (
    <section class="stack-tight" aria-labelledby="prediction-title">
      <h3 id="prediction-title">{t('prediction.beside')}</h3>
      <SketchBeside label={off} scenario={view.scenario} sketched={predicted.income} happened={incomes} />
      <p class="small">
        {said} {off}
      </p>
    </section>
  );
}
