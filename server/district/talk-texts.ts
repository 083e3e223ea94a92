/** What was said in a district. The texts lie beside the log and are added to lines for readers. */

import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { TalkLine } from '../../shared/engine/parts.ts';
import { isGenuine, withFingerprint } from '../../shared/log/words.ts';
import { newSalt } from '../access/secrets.ts';
import { districtStream, type EventLog, type KeptWords } from '../storage/port.ts';

export class TalkTexts {
  readonly #words: Map<string, KeptWords>;

  private constructor(words: readonly KeptWords[]) {
    this.#words = new Map(words.map((own) => [own.words, own]));
  }

  /** Rejects if the store cannot be read. */
  static async open(store: Pick<EventLog, 'wordsIn'>, districtId: string): Promise<TalkTexts> {
    return new TalkTexts((await store.wordsIn(districtStream(districtId))).filter(isGenuine));
  }

  /** Makes the words to be stored with the line. */
  take(text: string, person: string): KeptWords {
    const own: KeptWords = { ...withFingerprint(text, newSalt()), person, kind: 'talk' };
    this.#words.set(own.words, own);
    return own;
  }

  /** The line with its text, unless that was erased. */
  withText(line: TalkLine): TalkLine {
    const { words, ...rest } = line;
    return words === undefined ? line : omitUndefined({ ...rest, text: this.#words.get(words)?.text });
  }

  forget(person: string): void {
    for (const [words, own] of this.#words) if (own.person === person) this.#words.delete(words);
  }
}
