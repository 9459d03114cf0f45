import { ask, updateSubject } from '../../../src/capabilities/asking/index.ts';
import { attach, attachable } from '../../../src/capabilities/attachments/index.ts';
import type { TestSite } from '../../support/site.ts';

/** People of a body who were asked about its first line, and what they answered, with a file. */
export async function askPeople(site: TestSite, organisation: string, mark: string): Promise<void> {
  const now = site.clock.now();
  const by = now.toZonedDateTimeISO('Europe/London').toPlainDate().add({ days: 7 });
  await site.within(organisation, async within => {
    const { db } = within;
    const lines = await db.selectFrom('lines').select('id').orderBy('position').limit(1).execute();
    const about = lines.map(({ id }) => ({ kind: 'line', id, title: `${mark} news`, href: `/lines/${id}` }));
    for (const number of [1, 2]) {
      const times = { created_at: now, changed_at: now };
      const row = {
        name: `${mark} person ${number}`,
        email: `asked.${number}@${mark.toLowerCase()}.example`,
      };
      const { id } = await db
        .insertInto('people')
        .values({ ...row, ...times })
        .returning('id')
        .executeTakeFirstOrThrow();
      const choices = [{ key: 'going', text: `${mark} goes on` }];
      const what = `How is ${mark} news?`;
      const made = await ask(
        within,
        { kind: 'line-progress', of: { person: id }, what, by, choices, about },
        now,
      );
      if ('refused' in made) throw new Error('Nobody was asked.');
      const update = await db
        .insertInto('request_updates')
        .values({
          request_id: made.request,
          number: 1,
          kind: 'answer',
          choice: 'going',
          note: `${mark} says so`,
          by_id: id,
          by_name: row.name,
          at: now,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const file = await attachable({ name: `${mark}.txt`, content: Buffer.from(`${mark} proves it.`) });
      if (!('refused' in file)) await attach(within, updateSubject(update.id), file, now);
    }
  });
}
