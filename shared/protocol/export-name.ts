/** File name of an export: title, date and code, with `-NAMES` if it holds names. */
export interface ExportedClass {
  readonly title?: string;
  readonly code: string;
  /** Milliseconds since the epoch. */
  readonly openedAt: number;
}

const LONGEST_TITLE = 60;

/** `file`: the server's name, such as `all.zip` or `decisions.csv`. */
export function exportName({ title = '', code, openedAt }: ExportedClass, file: string, named: boolean): string {
  const plain = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, LONGEST_TITLE)
    .replace(/^-+|-+$/g, '');
  const date = new Date(openedAt).toISOString().slice(0, 10);
  const about = [plain === '' ? 'electronics-street' : plain, date, code].join('_');
  const rest = file === 'all.zip' ? '.zip' : `_${file}`;
  return `${about}${named ? '-NAMES' : ''}${rest}`;
}
