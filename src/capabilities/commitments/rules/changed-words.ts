import type { Change } from '../../../platform/history/history.ts';

/** What differs between what a promise said before and what it says now. */
export function changedWords(before: Record<string, string>, after: Record<string, string>): Change[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .filter(field => before[field] !== after[field])
    .map(field => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}
