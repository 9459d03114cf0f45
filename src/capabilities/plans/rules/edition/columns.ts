import { STATE_HEADING } from '../../../../reading/own-state.ts';
import type { Column } from '../../plan.ts';

/** A section's columns and behind them those of an edition that it has no like of; what a plan adds of itself is no column. */
export function withColumnsOf(columns: Column[], read: Column[]): Column[] {
  const has = ({ meaning, name }: Column) =>
    columns.some(one => one.meaning === meaning && (meaning !== 'other' || one.name === name));
  return [...columns, ...read.filter(column => column.name !== STATE_HEADING && !has(column))];
}
