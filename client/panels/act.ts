/**
 * How panels act: through `useAct`, without knowing rooms. A panel shows its own answers. A late act is reported at the
 * top of the page, since its panel may be gone.
 */
import { signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import type { ActAnswer, PlayerAction } from '../../shared/protocol/wire.ts';

export type Act = (action: PlayerAction) => Promise<ActAnswer>;

export const cameLate = signal<WireRefusal | undefined>(undefined);

export const ActContext = createContext<Act>(() => Promise.resolve({ ok: false, refused: 'not-seated' }));

export function useAct(): Act {
  const act = useContext(ActContext);
  return async (action) => {
    const answer = await act(action);
    const late = !answer.ok && (answer.refused === 'too-late' || answer.refused === 'wrong-phase');
    if (late && action.type !== 'signalReady') cameLate.value = answer;
    return answer;
  };
}
