/** Messages of the class to a student beside the game: notices, reflection, questions about their role. */
import { signal } from '@preact/signals';
import type { PublicView } from '../../shared/engine/public-view.ts';
import type {
  FinaleMessage,
  GatheredMessage,
  NoticeMessage,
  ObservingMessage,
  PersonMessage,
  PollsMessage,
  QuestionsMessage,
  ReflectionMessage,
} from '../../shared/protocol/class-student.ts';

export const questions = signal<QuestionsMessage | undefined>(undefined);
/** What the class knows about this person; undefined in a practice, which has no desk. */
export const person = signal<PersonMessage | undefined>(undefined);
/** Who has come while the class gathers. */
export const company = signal<GatheredMessage | undefined>(undefined);
/** Unread notices, oldest first. */
export const notices = signal<readonly NoticeMessage[]>([]);
export const reflection = signal<ReflectionMessage | undefined>(undefined);
/** The present poll, and the last answer. */
export const polls = signal<PollsMessage['polls']>([]);
/** The finale's step. */
export const finale = signal<FinaleMessage | undefined>(undefined);
/** Set for observers, who hold no seat. */
export const observing = signal<ObservingMessage | undefined>(undefined);
export const observed = signal<PublicView | undefined>(undefined);

let read = new Set<string>();

export function addNotice(notice: NoticeMessage): void {
  if (read.has(notice.id) || notices.peek().some(({ id }) => id === notice.id)) return;
  notices.value = [...notices.peek(), notice];
}

export function dismissNotice(id: string): void {
  read.add(id);
  notices.value = notices.peek().filter((notice) => notice.id !== id);
}

export function resetClassroom(): void {
  questions.value = undefined;
  person.value = undefined;
  company.value = undefined;
  notices.value = [];
  reflection.value = undefined;
  polls.value = [];
  finale.value = undefined;
  observing.value = undefined;
  observed.value = undefined;
  read = new Set();
}
