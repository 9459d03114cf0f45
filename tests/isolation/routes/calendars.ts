import type { Within } from '../../../src/platform/database/database.ts';
import type { Person } from '../../support/site.ts';

/** A calendar whose file lacks what an earlier one had, one of elections, one of festivals, and a file that waits. */
export async function giveCalendars(administrator: Person, mark: string): Promise<void> {
  const meetings = await made(administrator, `${mark} council`, 'meetings');
  const put = (...titles: string[]) =>
    administrator.upload(`${meetings}/import`, { name: `${mark}.ics`, content: file(titles) });
  const stored = await put(`${mark} cabinet`, `${mark} town council`);
  await administrator.post(`${stored.location}/confirm`);
  await put(`${mark} panel`);
  const elections = await made(administrator, `${mark} elections`, 'elections');
  const poll = { 'first-day': '4', 'first-month': '5', 'first-year': '2028' };
  await administrator.post(`${elections}/entries/new`, { title: `${mark} election`, poll: 'local', ...poll });
  await made(administrator, `${mark} festivals`, 'festivals');
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
