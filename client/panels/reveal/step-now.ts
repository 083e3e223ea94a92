/** The reveal's present step; undefined once everything is told. */
import type { SeatView } from '../../../shared/engine/view.ts';
import { telling } from '../../state/reveal.ts';
import { type Step, stepsOf } from './reveal-steps.ts';

export function stepNow(view: SeatView): Step | undefined {
  const now = telling.value;
  return now === undefined || view.public.phase !== 'reveal' ? undefined : stepsOf(view)[now.step];
}
