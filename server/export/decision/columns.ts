/** Columns of `decisions.csv` in order. */
import type { Column } from '../column.ts';
import type { Row } from './kinds.ts';
import { OUTCOME } from './outcome.ts';
import { PLAN } from './plan.ts';
import { SAID } from './said.ts';
import { SEEN } from './seen.ts';
import { WHO } from './who.ts';

export const DECISION_COLUMNS: readonly Column<Row>[] = [...WHO, ...PLAN, ...SAID, ...SEEN, ...OUTCOME];
