import { type Answer, type ArrivingVisit, page } from '../../../../platform/http/visit.ts';
import type { Door } from '../../door.ts';
import { type Entry, signInEntries } from '../../queries/sign-ins.ts';
import { eventInWords, isRefusal } from '../../sign-in-event.ts';

/** What happened with one's own account: who got in, who was refused, what was changed. */
export const ownSignIns =
  ({ database, settings }: Door) =>
  async ({ who }: ArrivingVisit): Promise<Answer> => {
    const entries = await database.beforeOrganisation(db => signInEntries(db, who.account.id));
    const zone = who.organisation?.timeZone ?? 'Europe/London';
    return page(
      'access/pages/sign-ins/own.njk',
      { entries: entries.map(shownEntry), zone, days: settings.signInDays },
      { title: 'Sign-ins', trail: [{ text: 'Your account', href: '/account' }, { text: 'Sign-ins' }] },
    );
  };

export const shownEntry = ({ at, what, device, address }: Entry) => ({
  at,
  words: eventInWords(what),
  refused: isRefusal(what),
  device,
  address,
});
