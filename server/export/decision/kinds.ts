/** Kinds of values in `decisions.csv`, and their format. */
import type { Words } from '../../../shared/engine/actors.ts';
import { type Column, column, type Unit } from '../column.ts';
import type { Decision } from '../decisions.ts';

export type Row = Decision;
export const text = (name: string, meaning: Words, value: Column<Row>['value']) =>
  column(name, 'text', '', meaning, value);
export const whole = (name: string, unit: Unit, meaning: Words, value: Column<Row>['value']) =>
  column(name, 'integer', unit, meaning, value);
export const number = (name: string, unit: Unit, meaning: Words, value: Column<Row>['value']) =>
  column(name, 'number', unit, meaning, value);
export const moment = (name: string, meaning: Words, value: (row: Row) => number | undefined) =>
  column<Row>(name, 'datetime', 'UTC', meaning, (row) => {
    const when = value(row);
    return when === undefined ? undefined : new Date(when).toISOString();
  });
