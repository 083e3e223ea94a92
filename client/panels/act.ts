/** How a panel acts: it asks for `useAct`, and never knows about rooms. Answers no are told in `lastRefusal`. */
import { signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SeatAction } from '../../shared/engine/commands.ts';
import type { ActAnswer, WireRefusal } from '../../shared/protocol/wire.ts';

export type Act = (action: SeatAction) => Promise<ActAnswer>;

export const lastRefusal = signal<WireRefusal | undefined>(undefined);

export const ActContext = createContext<Act>(() => Promise.resolve({ ok: false, refused: 'not-seated' }));

export function useAct(): Act {
  const act = useContext(ActContext);
  return async (action) => {
    const answer = await act(action);
    lastRefusal.value = answer.ok ? undefined : answer;
    return answer;
  };
}
