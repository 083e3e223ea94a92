/**
 * Numbers for lines of talk as they leave the server: a district counts all of its lines, and a gap in what a seat is
 * shown would tell it that others talked among themselves.
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
