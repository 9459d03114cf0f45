import type { Within } from '../../../src/platform/database/database.ts';
import type { Person } from '../../support/site.ts';

/** A calendar of festivals with what came from a file and a file that waits; one of elections, and an empty one. */
export async function giveCalendars(administrator: Person, mark: string): Promise<void> {
  const days = await made(administrator, `${mark} days`, 'festivals');
  const put = (...titles: string[]) =>
    administrator.upload(`${days}/import`, { name: `${mark}.ics`, content: file(titles) });
  const stored = await put(`${mark} carnival`, `${mark} fair`);
  await administrator.post(`${stored.location}/confirm`);
  await put(`${mark} market`);
  const elections = await made(administrator, `${mark} elections`, 'elections');
  const poll = { 'first-day': '4', 'first-month': '5', 'first-year': '2028' };
  await administrator.post(`${elections}/entries/new`, { title: `${mark} election`, poll: 'local', ...poll });
  await made(administrator, `${mark} terms`, 'terms');
}

const made = async (person: Person, name: string, kind: string): Promise<string> =>
  (await person.post('/calendars/new', { name, kind, area: '' })).location!;

const file = (titles: string[]): string =>
  [
    'BEGIN:VCALENDAR',
    ...titles.flatMap(title => [
      ...['BEGIN:VEVENT', `UID:${title}`, 'DTSTART:20260105T190000Z', `SUMMARY:${title}`, 'END:VEVENT'],
    ]),
    'END:VCALENDAR',
  ].join('\r\n');

export const filesOfCalendars = (db: Within['db']): Promise<{ id: string }[]> =>
  db
    .selectFrom('given_tables')
    .select('id')
    .where('kind', 'like', 'entries of %')
    .where('status', '=', 'read')
    .execute();
