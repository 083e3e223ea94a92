/** What the class itself tells a student, beside their game: notices, a reflection, the questions about their role. */
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
/** How the class knows this person; unknown in a practice game, which has no desk. */
export const person = signal<PersonMessage | undefined>(undefined);
/** Who has come, while the class gathers. */
export const company = signal<GatheredMessage | undefined>(undefined);
/** Those not yet read, oldest first. */
export const notices = signal<readonly NoticeMessage[]>([]);
export const reflection = signal<ReflectionMessage | undefined>(undefined);
/** What one is asked, and what one answered last. */
export const polls = signal<PollsMessage['polls']>([]);
/** How far the desk has told the end. */
export const finale = signal<FinaleMessage | undefined>(undefined);
/** Set for a person who holds no seat and watches a district. */
export const observing = signal<ObservingMessage | undefined>(undefined);
export const observed = signal<PublicView | undefined>(undefined);

let read = new Set<string>();

export function hearNotice(notice: NoticeMessage): void {
  if (read.has(notice.id) || notices.peek().some(({ id }) => id === notice.id)) return;
  notices.value = [...notices.peek(), notice];
}

export function readNotice(id: string): void {
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
