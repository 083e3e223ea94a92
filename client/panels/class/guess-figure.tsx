/** First step of the last reveal: predict with one tap which of three drawings the street became. */

import { useState } from 'preact/hooks';
import { FIGURES, type Figure } from '../../../shared/engine/figure-reading.ts';
import type { PublicView } from '../../../shared/engine/public-view.ts';
import type { AnyRefusalCode } from '../../../shared/protocol/refusals.ts';
import { t } from '../../state/language.ts';
import { guessLeft, keepPrediction, leaveGuess, ownPrediction } from '../../state/prediction.ts';
import { isLastRound } from '../../state/years.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { refusalText } from '../../ui/failure.ts';
import { FigureDrawing } from '../../ui/figure.tsx';
import { useSendRequest } from './class-act.ts';

export function guessIsDue(view: PublicView): boolean {
  return view.phase === 'reveal' && isLastRound(view) && ownPrediction() === undefined && !guessLeft();
}

export function GuessFigure() {
  const sendRequest = useSendRequest();
  const [busy, setBusy] = useState<Figure>();
  const [refused, setRefused] = useState<AnyRefusalCode>();
  const guess = async (figure: Figure) => {
    if (busy !== undefined) return;
    setBusy(figure);
    const answer = await sendRequest({ type: 'predict', figure, income: [] });
    setBusy(undefined);
    if (answer.ok) goOn(() => keepPrediction({ figure, income: [] }));
    else setRefused(answer.refused);
  };
  return (
    <section class="stack" aria-labelledby="guess-title">
      <h2 id="guess-title">{t('prediction.guess')}</h2>
      <ul class="three-figures guess">
        {FIGURES.map((figure) => (
          <li key={figure}>
            <button type="button" aria-busy={busy === figure} onClick={() => guess(figure)}>
              <FigureDrawing figure={figure} plain />
              <strong>{t(`figures.figure${figure}Name`)}</strong>
            </button>
          </li>
        ))}
      </ul>
      <p class="small soft">{t('prediction.guessPrivate')}</p>
      <p>
        <Button compact look="quiet" onClick={() => goOn(leaveGuess)}>
          {t('prediction.guessNot')}
        </Button>
      </p>
      <Alert text={refused && refusalText(refused)} />
    </section>
  );
}

/** Moves the focus on, because the drawings disappear. */
function goOn(decide: () => void): void {
  decide();
  document.getElementById('panels')?.focus();
}
