/** Prints results as lines, so that two versions can be compared by eye. */
import { join } from 'node:path';
import { expect } from 'vitest';

const WIDTH = 150;

/** Six significant digits for fractions; more would be noise. */
function figure(value: number): string {
  if (Number.isInteger(value)) return String(value + 0);
  return String(Number(value.toPrecision(6)));
}

function fieldsOf(value: object): readonly (readonly [name: string, value: unknown])[] {
  return Object.entries(value).filter(([, field]) => field !== undefined);
}

function onOneLine(value: unknown): string {
  if (typeof value === 'number') return figure(value);
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{${fieldsOf(value)
    .map(([name, field]) => `${name}: ${onOneLine(field)}`)
    .join(', ')}}`;
}

/** Prints a value on one line if it fits, else field by field with indent. */
export function told(value: unknown, name = '', indent = ''): string {
  const label = name === '' ? '' : `${name}: `;
  const line = `${indent}${label}${onOneLine(value)}`;
  if (line.length <= WIDTH || typeof value !== 'object' || value === null) return line;
  const parts = Array.isArray(value)
    ? value.map((part) => told(part, '-', `${indent}  `))
    : fieldsOf(value).map(([field, part]) => told(part, field, `${indent}  `));
  return [`${indent}${label}`.trimEnd(), ...parts].join('\n');
}

/** Compares with `tests/told/NAME.txt`. After an intended change run `vitest run -u` and read its diff. */
export async function expectTold(name: string, value: unknown): Promise<void> {
  await expect(`${told(value)}\n`).toMatchFileSnapshot(join(import.meta.dirname, `../told/${name}.txt`));
}
