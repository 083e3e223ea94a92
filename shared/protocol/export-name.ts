/** What a saved export is called: by title, date and code, and `-NAMES` where names are in it. */
export interface ExportedClass {
  readonly title?: string;
  readonly code: string;
  /** Milliseconds since the epoch. */
  readonly openedAt: number;
}

const LONGEST_TITLE = 60;

/** `file` as the server calls it: `all.zip`, `decisions.csv`. */
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
