/** A message from the desk to the class, to districts or to one person. */
import type { Where } from '../../shared/protocol/class-room.ts';
import { t } from '../state/language.ts';
import { ask } from './results.ts';
import { WordsForm } from './words-form.tsx';

type Recipient = Where & { readonly player?: string };

export function MessageForm({ to, onDone }: { to: Recipient; onDone: () => void }) {
  return (
    <WordsForm
      label={t('desk.messageText')}
      send={t('desk.send')}
      onSend={(text) => ask({ type: 'message', text, ...to })}
      onDone={onDone}
    />
  );
}
