/** Columns of `decisions.csv` in order. */
import type { Column } from './column.ts';
import type { Row } from './decision/kinds.ts';
import { OUTCOME } from './decision/outcome.ts';
import { PLAN } from './decision/plan.ts';
import { SAID } from './decision/said.ts';
import { SEEN } from './decision/seen.ts';
import { WHO } from './decision/who.ts';

export const DECISION_COLUMNS: readonly Column<Row>[] = [...WHO, ...PLAN, ...SAID, ...SEEN, ...OUTCOME];
