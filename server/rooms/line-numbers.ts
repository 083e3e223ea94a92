/**
 * Renumbers lines of talk per reader. The district's own numbers have gaps, which would reveal private talk of others.
 */
import { randomInt } from 'node:crypto';
import type { TalkLine } from '../../shared/engine/parts.ts';

const MOST = 2 ** 47;

export class LineNumbers {
  readonly #numbers = new Map<number, number>();

  hide(line: TalkLine): TalkLine {
    const id = this.#numbers.get(line.id) ?? randomInt(MOST);
    this.#numbers.set(line.id, id);
    return { ...line, id };
  }
}
