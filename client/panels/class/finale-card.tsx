/** While the finale runs: the class's predictions and one's own. The wall has the outcome. */
import { FIGURES } from '../../../shared/engine/figure-reading.ts';
import type { Phase } from '../../../shared/engine/parts.ts';
import { finale } from '../../state/classroom.ts';
import { t } from '../../state/language.ts';
import { ownPrediction } from '../../state/prediction.ts';
import { FigureDrawing } from '../../ui/figure.tsx';

/** Whether the end is not told yet, even if the game is over: scores and figure wait for it. */
export function endWaits(phase: Phase): boolean {
  const { step, heard } = finale.value ?? {};
  return (phase === 'reveal' || phase === 'ended') && heard !== true && (step === 'count' || step === 'guesses');
}

export function FinaleCard() {
  const told = finale.value;
  if (told === undefined) return null;
  const { guesses } = told;
  const own = ownPrediction();
  return (
    <section class="stack" aria-labelledby="finale-title">
      <h2 id="finale-title">{t('prediction.guess')}</h2>
      <p role="status">{guesses !== undefined && t('polls.guessed', { made: guesses.made, asked: guesses.asked })}</p>
      <ul class="three-figures">
        {FIGURES.map((figure) => (
          <li key={figure} class={figure === own?.figure ? 'chosen' : ''}>
            <FigureDrawing figure={figure} plain />
            <strong>{t(`figures.figure${figure}Name`)}</strong>
            {guesses?.figures !== undefined && <span class="figures">{guesses.figures[figure]}</span>}
            {figure === own?.figure && <span class="tag warm">{t('polls.yourGuess')}</span>}
          </li>
        ))}
      </ul>
      <p class="prose">{t('polls.wallFinale')}</p>
    </section>
  );
}
