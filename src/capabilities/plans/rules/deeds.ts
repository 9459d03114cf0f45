import type { Change } from '../../../platform/history/history.ts';

/**
 * What the history of a line says was done to it, in the words it is kept under. A change of what the line promises is
 * `CHANGED` (or `CHANGED_TOGETHER`, with many others); a correction of how its date was read is not one: the promise was
 * made as printed, and read wrongly by us.
 */
export const CHANGED = 'changed';
export const CHANGED_TOGETHER = 'changed with others';
export const UNDONE_TOGETHER = 'undid a change of many lines';
export const CORRECTED_READING = 'corrected the reading of a date';
/** Words stayed, and the plan's own year is another one, which dates without a year are of. */
export const READ_UNDER_EDITION = 'read its dates in the year of the new edition';
export const REMOVED = 'removed';
export const RESTORED = 'restored';
export const MOVED = 'moved';
export const ADDED = 'added by hand';

/** A later edition of the document changed a line, or was taken back; a line that it does not have any more was closed. */
export const changedByEdition = (file: string): string => `${BY_EDITION} ${file}`;
export const tookEditionBack = (file: string): string => `${TOOK_BACK} ${file}`;
export const CLOSED = 'closed';
const BY_EDITION = 'changed by the edition';
const TOOK_BACK = 'took back the edition';

/** Whether it changed only how a line is read, and nothing that it promises. */
export const isReading = (action: string): boolean => READINGS.includes(action);
export const READINGS = [CORRECTED_READING, READ_UNDER_EDITION];

/** What was done to one field, in words. */
export function deedWords(action: string, field: string): string {
  if (isReading(action) || action === MOVED || action === CLOSED) return action;
  if (action === CHANGED_TOGETHER) return `changed ${field}, together with other lines`;
  if (action === UNDONE_TOGETHER || action.startsWith(TOOK_BACK)) return `${action}: ${field}`;
  if (action.startsWith(BY_EDITION)) return `changed ${field}${action.slice('changed'.length)}`;
  return `changed ${field}`;
}

/** The name under which an entry keeps why something was done; no field of a line is called so. */
const REASON = 'reason';

export const withReason = (reason: string, changes: Change[] = []): Change[] =>
  reason ? [...changes, { field: REASON, before: null, after: reason }] : changes;

/** What was changed, and why, where the entry says so. */
export function partsOf(changes: Change[]): { changes: Change[]; reason?: string } {
  const reason = changes.find(change => change.field === REASON && change.before === null)?.after;
  return reason ? { changes: changes.filter(change => change.field !== REASON), reason } : { changes };
}
