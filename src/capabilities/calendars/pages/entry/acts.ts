import { isRefused } from '../../../../language/refusal.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { cancelEntry, removeEntry, restoreEntry, type WhichEntry } from '../../actions/entries.ts';
import type { CalendarParts } from '../../follows.ts';
import { calendarAddress, entryAddress, idOf } from '../addresses.ts';

const which = (visit: SignedInVisit): WhichEntry | undefined => {
  const [calendar, id] = [idOf(visit, 'calendar'), idOf(visit, 'entry')];
  return calendar && id ? { calendar, id } : undefined;
};

export const postCancel =
  (parts: CalendarParts) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const entry = which(visit);
    const done = entry && (await visit.within(within => cancelEntry(within, entry, parts, visit.now())));
    if (!done || isRefused(done)) return notFound;
    return redirect(entryAddress(entry!), 'It does not take place. What hung on it is not due any more.');
  };

export const postRestore =
  (parts: CalendarParts) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const entry = which(visit);
    const done = entry && (await visit.within(within => restoreEntry(within, entry, parts, visit.now())));
    if (!done || isRefused(done)) return notFound;
    return redirect(entryAddress(entry!), 'It takes place. What hangs on it is due again.');
  };

export const postRemoveEntry =
  (parts: CalendarParts) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const entry = which(visit);
    const done = entry && (await visit.within(within => removeEntry(within, entry, parts, visit.now())));
    if (!done || isRefused(done)) return notFound;
    return redirect(
      calendarAddress(entry.calendar),
      `${done.removed} is removed. The history keeps that it was there.`,
    );
  };
