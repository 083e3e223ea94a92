/** The finale on the wall, step by step: number of predictions, the predictions, the figures, one sentence. */
import { FIGURES, type Figure } from '../../../shared/engine/figure-reading.ts';
import type { ProjectorDistrict, ProjectorView } from '../../../shared/protocol/class-room.ts';
import type { FinaleStep } from '../../../shared/protocol/stages.ts';
import { t } from '../../state/language.ts';
import { FigureDrawing } from '../../ui/figure.tsx';

/** Undefined: the wall shows the maps. An end that no district has seen stays a question until the desk tells it. */
export function finaleOn({
  stage,
  districts,
  finale,
  guesses,
}: ProjectorView): Exclude<FinaleStep, 'maps'> | undefined {
  if (finale === 'maps') return undefined;
  if (finale !== undefined) return finale;
  if (guesses === undefined) return undefined;
  const untold = districts.some(({ figure, heard }) => figure !== undefined && heard !== true);
  const over = untold && (stage === 'ended' || districts.every(isDone));
  return over ? 'count' : undefined;
}

function isDone({ phase }: ProjectorDistrict): boolean {
  return phase === 'ended';
}

interface FinaleProps {
  readonly shown: ProjectorView;
  readonly step: Exclude<FinaleStep, 'maps'>;
}

export function Finale({ shown, step }: FinaleProps) {
  return (
    <main class="finale" aria-live="polite">
      <h2>{t('project.guess')}</h2>
      {step === 'sentence' ? <Sentence shown={shown} /> : <Drawings shown={shown} step={step} />}
    </main>
  );
}

function Drawings({ shown, step }: FinaleProps) {
  const { guesses, districts } = shown;
  const told = step === 'figures';
  const made = guesses?.made ?? 0;
  return (
    <>
      <ul class="finale-drawings">
        {FIGURES.map((figure) => {
          const streets = told ? districts.filter((district) => district.figure === figure) : [];
          const count = guesses?.figures?.[figure] ?? 0;
          return (
            <li key={figure} class={streets.length > 0 ? 'became' : ''}>
              <FigureDrawing figure={figure} plain />
              <strong>{t(`figures.figure${figure}Name`)}</strong>
              {step !== 'count' && (
                <>
                  <span class="finale-bar" aria-hidden="true">
                    <span style={{ inlineSize: `${made === 0 ? 0 : (100 * count) / made}%` }} />
                  </span>
                  <span class="figures">{t('project.guessed', { count })}</span>
                </>
              )}
              {streets.length > 0 && (
                <span class="finale-streets">
                  {streets.map(({ number }) => (
                    <span key={number}>{t('project.district', { number })}</span>
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {step === 'count' && guesses !== undefined && (
        <p class="finale-count figures">{t('polls.guessed', { made: guesses.made, asked: guesses.asked })}</p>
      )}
    </>
  );
}

/**
 * For one street, the most frequent prediction and the figure; for several, how many became the most frequent figure.
 */
function Sentence({ shown }: { readonly shown: ProjectorView }) {
  const { guesses, districts } = shown;
  const streets = (figure: Figure) => districts.filter((district) => district.figure === figure);
  const [most = '3'] = FIGURES.toSorted((one, other) => streets(other).length - streets(one).length);
  const isolated = streets(most).some((district) => district.isolated === true);
  const name = t(`figures.figure${most}Name`);
  const right = guesses?.figures?.[most] ?? 0;
  return (
    <div class="finale-sentence">
      <p>
        {districts.length === 1
          ? t('project.sentenceOne', { right, made: guesses?.made ?? 0, name })
          : t('project.sentenceMany', { streets: streets(most).length, all: districts.length, name })}
      </p>
      <p>{t(isolated && districts.length === 1 ? 'figures.isolatedSentence' : `figures.figure${most}Sentence`)}</p>
    </div>
  );
}
