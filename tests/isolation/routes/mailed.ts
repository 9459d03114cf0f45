import { putManyInOutbox } from '../../../src/platform/mail/outbox.ts';
import type { TestSite } from '../../support/site.ts';

/** Messages to people: one that waits, and one that was given up, which somebody may have sent again. */
export async function mailPeople(site: TestSite, organisation: string, mark: string): Promise<void> {
  const now = site.clock.now();
  const to = { name: `${mark} clerk`, address: `clerk@${mark.toLowerCase()}.example` };
  const messages = ['A', 'B'].map(letter => ({
    ...{ kind: 'mail-test', to, subject: `${mark} ${letter}`, text: `${mark} link-of-${mark}` },
    secrets: [`link-of-${mark}`],
  }));
  await site.within(organisation, async within => {
    const made = await putManyInOutbox(within, messages, now);
    await within.db
      .updateTable('messages')
      .set({ state: 'given-up', settled_at: now })
      .where('id', '=', made.messages[1]!)
      .execute();
  });
}
