/** Talk as this reader sees it: ready-made sentences in the reader's language, free text unchanged. */
import { SENTENCES, type SentenceId } from '../../shared/engine/ready-sentences.ts';
import { t, words } from './language.ts';

export function saidText({ text, sentence }: { readonly text?: string; readonly sentence?: SentenceId }): string {
  return sentence === undefined ? (text ?? t('common.removed')) : words(SENTENCES[sentence]);
}
