import { sql } from 'kysely';
import type { TestSite } from './site.ts';

/** So many people of an organisation, each of whom is asked so many things about lines of their own. */
export async function askMany(
  site: TestSite,
  organisation: string,
  { people, each }: { people: number; each: number },
): Promise<void> {
  const now = site.clock.now();
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  await site.within(organisation, async ({ db }) => {
    await sql`
      insert into people (name, email, created_at, changed_at)
      select 'Person ' || n, 'person.' || n || '@ashmere.example', ${now}, ${now} from generate_series(1, ${people}) n
    `.execute(db);
    await sql`
      insert into requests (kind, what, person_id, by_day, choices, asked_by, asked_at)
      select 'line-progress', 'How is this going?', p.id, ${today}::date + 7 + n,
        '[{"key": "done", "text": "It is done"}, {"key": "going", "text": "It is under way"}]', 'Ada Marsh', ${now}
      from people p cross join generate_series(1, ${each}) n
    `.execute(db);
    await sql`
      insert into request_records (request_id, position, kind, record_id, title, href)
      select id, 0, 'event', gen_random_uuid(), 'Hold a ward panel and publish what came of it', '/plans' from requests
    `.execute(db);
  });
}
