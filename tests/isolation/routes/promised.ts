import { daysSeries, stagedPromise } from '../../support/promises.ts';
import type { Person, TestSite } from '../../support/site.ts';

/** Two promises of the first line; of each, one date is settled, the first one shown with a file, and others are to come. */
export async function givePromises(
  site: TestSite,
  administrator: Person,
  { mark, plan, line }: { mark: string; plan: string; line: string },
): Promise<void> {
  const now = site.clock.now();
  const days = ['2025-04-07', '2025-05-12', '2025-06-09'];
  for (const number of [1, 2])
    await site.within(administrator.organisation, within =>
      stagedPromise(within, {
        ...{ series: daysSeries(...days), of: { plan, line }, now, from: '2025-04-01' },
        ...{ about: `${mark} panel ${number}`, phrase: `${mark} days` },
      }),
    );
  await site.runJobs();
  const said = {
    said: 'done',
    'done-day': '7',
    'done-month': '4',
    'done-year': '2025',
    note: `${mark} came`,
  };
  const photo = { name: `${mark}.txt`, content: `${mark} proves the panel.` };
  const [first, second] = await dueOn(site, administrator.organisation, '2025-04-07');
  await administrator.upload(`/occurrences/${first!.id}/settle`, photo, said);
  await administrator.upload(`/occurrences/${second!.id}/settle`, [], said);
}

/** By what is promised. */
const dueOn = (site: TestSite, organisation: string, day: string): Promise<{ id: string }[]> =>
  site.within(organisation, ({ db }) =>
    db
      .selectFrom('occurrences as o')
      .innerJoin('promises as p', 'p.id', 'o.promise_id')
      .select('o.id')
      .where('o.by_day', '=', Temporal.PlainDate.from(day))
      .orderBy('p.about')
      .execute(),
  );
