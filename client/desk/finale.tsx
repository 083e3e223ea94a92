/** After the last year, on the wall: what the class guessed, what each street became, one sentence; then the maps again. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { FIGURES, type Figure } from '../../shared/engine/figure-reading.ts';
import type { ProjectorDistrict, ProjectorView } from '../../shared/protocol/class-room.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { FigureDrawing } from '../ui/figure.tsx';

const STEPS = ['guesses', 'figures', 'sentence', 'maps'] as const;
type Step = (typeof STEPS)[number];
const NEXT_KEYS: readonly string[] = ['ArrowRight', 'PageDown'];
const BACK_KEYS: readonly string[] = ['ArrowLeft', 'PageUp'];

export function isOver({ stage, districts }: ProjectorView): boolean {
  return districts.some(({ figure }) => figure !== undefined) && (stage === 'ended' || districts.every(isDone));
}

function isDone({ phase }: ProjectorDistrict): boolean {
  return phase === 'ended';
}

export function Finale({ shown, maps }: { readonly shown: ProjectorView; readonly maps: ComponentChildren }) {
  const [at, setAt] = useState(0);
  const go = (by: number) => setAt((now) => Math.min(Math.max(now + by, 0), STEPS.length - 1));
  useEffect(() => {
    const pressed = ({ key }: KeyboardEvent) => {
      if (NEXT_KEYS.includes(key)) go(1);
      if (BACK_KEYS.includes(key)) go(-1);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
  const step: Step = STEPS[at] ?? 'maps';
  return (
    <>
      {step === 'maps' ? (
        maps
      ) : (
        <main class="finale">
          <h2>{t('project.guess')}</h2>
          {step === 'sentence' ? <Sentence shown={shown} /> : <Drawings shown={shown} told={step === 'figures'} />}
        </main>
      )}
      <nav class="finale-steps" aria-label={t('project.finale')}>
        <Button compact label={t('project.stepBack')} disabled={at === 0} onClick={() => go(-1)}>
          ‹
        </Button>
        <span class="figures">{t('project.stepOf', { step: at + 1, steps: STEPS.length })}</span>
        <Button compact label={t('project.stepOn')} disabled={at === STEPS.length - 1} onClick={() => go(1)}>
          ›
        </Button>
      </nav>
    </>
  );
}

function Drawings({ shown, told }: { readonly shown: ProjectorView; readonly told: boolean }) {
  const { guesses, districts } = shown;
  const made = guesses?.made ?? 0;
  return (
    <ul class="finale-drawings">
      {FIGURES.map((figure) => {
        const streets = districts.filter((district) => district.figure === figure);
        const count = guesses?.figures?.[figure] ?? 0;
        return (
          <li key={figure} class={told && streets.length > 0 ? 'became' : ''}>
            <FigureDrawing figure={figure} plain />
            <strong>{t(`figures.figure${figure}Drawing`)}</strong>
            <span class="finale-bar" aria-hidden="true">
              <span style={{ inlineSize: `${made === 0 ? 0 : (100 * count) / made}%` }} />
            </span>
            <span class="figures">{t('project.guessed', { count })}</span>
            {told && (
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
  );
}

/** Of one street: what most guessed, and what it is. Of several: how many became what most of them are. */
function Sentence({ shown }: { readonly shown: ProjectorView }) {
  const { guesses, districts } = shown;
  const streets = (figure: Figure) => districts.filter((district) => district.figure === figure);
  const [most = '3'] = FIGURES.toSorted((one, other) => streets(other).length - streets(one).length);
  const isolated = streets(most).some((district) => district.isolated === true);
  const name = t(`figures.figure${most}Drawing`);
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
