/** What was said in a district: it lies beside the log, and joins the lines on their way to whoever may read them. */

import { given } from '../../shared/engine/given.ts';
import type { TalkLine } from '../../shared/engine/parts.ts';
import { isGenuine, withFingerprint } from '../../shared/log/words.ts';
import { newSalt } from '../access/secrets.ts';
import { districtStream, type EventLog, type KeptWords } from '../storage/port.ts';

export class Spoken {
  readonly #words: Map<string, KeptWords>;

  private constructor(words: readonly KeptWords[]) {
    this.#words = new Map(words.map((own) => [own.words, own]));
  }

  /** Rejects when the store cannot be read. */
  static async open(store: Pick<EventLog, 'wordsIn'>, districtId: string): Promise<Spoken> {
    return new Spoken((await store.wordsIn(districtStream(districtId))).filter(isGenuine));
  }

  /** To be stored with the line that means it. */
  take(text: string, person: string): KeptWords {
    const own: KeptWords = { ...withFingerprint(text, newSalt()), person, kind: 'talk' };
    this.#words.set(own.words, own);
    return own;
  }

  /** A line with its text; without one where that was erased. */
  told(line: TalkLine): TalkLine {
    const { words, ...rest } = line;
    return words === undefined ? line : given({ ...rest, text: this.#words.get(words)?.text });
  }

  forget(person: string): void {
    for (const [words, own] of this.#words) if (own.person === person) this.#words.delete(words);
  }
}
