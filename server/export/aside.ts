/** Lines set aside by a repair: damaged, or after the damage. */
import { type Column, column, KEYS } from './column.ts';
import type { SetAside } from './source.ts';

/** Columns of `set-aside.csv`, which exists only if a record was repaired. */
export const ASIDE_COLUMNS: readonly Column<SetAside>[] = [
  column('district', 'integer', '', KEYS.district, ({ district }) => district),
  column(
    'line',
    'integer',
    '',
    {
      en: 'where it stood in the district’s record, from 1, the header included',
      zh: '它在这个街区记录里原来的行号，从 1 起，文件头也算一行',
    },
    ({ seq }) => seq + 1,
  ),
  column('set_aside_at', 'datetime', 'UTC', { en: 'when the record was repaired', zh: '修复记录的时间' }, ({ at }) =>
    new Date(at).toISOString(),
  ),
  column(
    'reason',
    'text',
    '',
    {
      en: 'what was wrong with the first of these lines, by the name that the check has for it, such as link-differs',
      zh: '这些行里第一行的问题，用检查程序的名称，如 link-differs',
    },
    ({ reason }) => reason,
  ),
  column(
    'text',
    'text',
    '',
    { en: 'the line as it stood there, character by character', zh: '这一行的原文，一字不差' },
    ({ line }) => line,
  ),
];
