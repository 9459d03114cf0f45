import type { TestSite } from '../../support/site.ts';

/** Two things that people were worried about where the first date of a promise was kept; nobody is asked about them yet. */
export async function raiseConcerns(site: TestSite, organisation: string, mark: string): Promise<void> {
  await site.within(organisation, async ({ db }) => {
    const occurrence = await db
      .selectFrom('occurrences')
      .select(['id as occurrence_id', 'promise_id'])
      .orderBy('by_day')
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow();
    const raised = { raised_at: site.clock.now(), raised_by: `${mark} warden` };
    const words = [`${mark} gate lights`, `${mark} parking`];
    await db
      .insertInto('concerns')
      .values(words.map(one => ({ ...occurrence, words: one, ...raised })))
      .execute();
  });
}
