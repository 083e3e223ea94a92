/** The class's own columns beside the paper's. */
import type { Chronicle } from '../../shared/debrief/chronicle.ts';
import { t } from '../state/language.ts';
import type { District } from './debrief-signals.ts';
import { titleOf } from './district-title.ts';

/** A column of the class: one district, or the mean of all if there are too many. */
export interface Column {
  readonly title: string;
  readonly chronicles: readonly Chronicle[];
}

/** Beyond this many districts the table shows their mean and the chosen one. */
const MOST_COLUMNS = 4;

export function columnsOf(shown: District, record: readonly District[]): readonly Column[] {
  const single = (each: District): Column => ({ title: titleOf(each), chronicles: [each.chronicle] });
  if (shown.modelled) return [single(shown)];
  if (record.length <= MOST_COLUMNS) return record.map(single);
  const mean = t('debrief.meanOf', { count: record.length });
  return [{ title: mean, chronicles: record.map(({ chronicle }) => chronicle) }, single(shown)];
}
