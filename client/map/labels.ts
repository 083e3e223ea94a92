/** Typesetting of names: widths and line breaks. */

/** Width of a text in CSS pixels at a font size, measured by the browser; `roughly` estimates elsewhere. */
export type Measure = (text: string, size: number) => number;

const WIDE = /[⺀-鿿豈-﫿＀-￯]/;

export function roughly(text: string, size: number): number {
  let ems = 0;
  for (const letter of text)
    ems += WIDE.test(letter) ? 1 : letter === letter.toUpperCase() && letter !== ' ' ? 0.68 : 0.52;
  return ems * size;
}

export interface Label {
  readonly lines: readonly string[];
  readonly width: number;
}

const MOST_LINES = 2;

/** Breaks a name into at most two lines no wider than `width`, between words or between Chinese characters. */
export function setLabel(name: string, size: number, width: number, measure: Measure): Label {
  const words = WIDE.test(name) ? [...name] : name.split(/(?<=\s)/);
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line + word;
    if (line !== '' && measure(longer.trimEnd(), size) > width && lines.length < MOST_LINES - 1) {
      lines.push(line.trimEnd());
      line = word;
    } else line = longer;
  }
  lines.push(line.trimEnd());
  const balanced = WIDE.test(name) && lines.length === 2 ? halves(name) : lines;
  const cut = balanced.map((each) => shortened(each, size, width, measure));
  return { lines: cut, width: Math.max(...cut.map((each) => measure(each, size))) };
}

/** Chinese names break in the middle: 试验区 / 管委会. */
function halves(name: string): readonly string[] {
  const letters = [...name];
  const half = Math.ceil(letters.length / 2);
  return [letters.slice(0, half).join(''), letters.slice(half).join('')];
}

function shortened(line: string, size: number, width: number, measure: Measure): string {
  if (measure(line, size) <= width) return line;
  const letters = [...line];
  while (letters.length > 1 && measure(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
