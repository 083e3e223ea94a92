/** How panels send requests to the class. Like `useAct`, without knowing rooms. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { StudentAction, StudentAnswer } from '../../../shared/protocol/class-student.ts';

export type Tell = (action: StudentAction) => Promise<StudentAnswer>;

export const TellContext = createContext<Tell>(() => Promise.resolve({ ok: false, refused: 'not-seated' }));

export function useTell(): Tell {
  return useContext(TellContext);
}
