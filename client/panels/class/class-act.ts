/** How panels send requests to the class. Like `useAct`, without knowing rooms. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { StudentAction, StudentAnswer } from '../../../shared/protocol/class-student.ts';

export type SendRequest = (action: StudentAction) => Promise<StudentAnswer>;

export const SendRequestContext = createContext<SendRequest>(() =>
  Promise.resolve({ ok: false, refused: 'not-seated' }),
);

export function useSendRequest(): SendRequest {
  return useContext(SendRequestContext);
}
