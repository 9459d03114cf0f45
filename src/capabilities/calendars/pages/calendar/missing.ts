import { count } from '../../../../language/words.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { MISSING_ACTS, type MissingAct, settleMissing } from '../../actions/missing.ts';
import type { CalendarParts } from '../../follows.ts';
import { calendarById } from '../../queries/calendars.ts';
import { calendarAddress, idIn, idOf } from '../addresses.ts';

/** What became of entries that the last file did not have. */
export const postMissing =
  (parts: CalendarParts) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const calendar = idOf(visit, 'calendar');
    const act = MISSING_ACTS.find(one => one === visit.form.act);
    const ids = [visit.form.entry ?? []].flat().flatMap(one => idIn(one) ?? []);
    if (!calendar || !act) return notFound;
    const when = { now: visit.now(), today: visit.today() };
    const settled = await visit.within(async within =>
      (await calendarById(within, calendar))
        ? settleMissing(within, { calendar, ids, act }, parts, when)
        : undefined,
    );
    if (settled === undefined) return notFound;
    const to = calendarAddress(calendar);
    if (!settled) return { kind: 'redirect', to, notice: { kind: 'info', text: NONE } };
    return redirect(to, `${count(settled, 'entry', 'entries')} ${DONE[act]}`);
  };

const NONE = 'Nothing was changed: tick the entries that you mean.';

const DONE: Record<MissingAct, string> = {
  cancel: 'marked as not taking place.',
  remove: 'removed. The history keeps what they were.',
  keep: 'kept. No file is asked about them any more.',
};
