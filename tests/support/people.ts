import type { TestSite } from './site.ts';

export type PersonIn = { name: string; email?: string; account?: string; endsOn?: string };

const day = (text?: string) => (text ? Temporal.PlainDate.from(text) : null);

/** A person of an organisation's register, straight into the tables; their identifier comes back. */
export const personIn = (
  site: TestSite,
  organisation: string,
  { name, email = '', account, endsOn }: PersonIn,
): Promise<string> =>
  site.within(organisation, async ({ db }) => {
    const now = site.clock.now();
    const row = {
      name,
      email,
      account_id: account ?? null,
      ends_on: day(endsOn),
      created_at: now,
      changed_at: now,
    };
    return (await db.insertInto('people').values(row).returning('id').executeTakeFirstOrThrow()).id;
  });

/** Somebody who holds the chair of a board outside, reached by an address where one is given. */
export const holderIn = (
  site: TestSite,
  organisation: string,
  { name, email, endsOn }: Omit<PersonIn, 'account'>,
): Promise<string> =>
  site.within(organisation, async ({ db }) => {
    const now = site.clock.now();
    const body = { name: `Board of ${name}`, kind: 'board', created_at: now, changed_at: now };
    const { id: body_id } = await db
      .insertInto('bodies')
      .values(body)
      .returning('id')
      .executeTakeFirstOrThrow();
    const row = { body_id, role: 'chair', name, ends_on: day(endsOn), created_at: now, changed_at: now };
    const { id } = await db.insertInto('role_holders').values(row).returning('id').executeTakeFirstOrThrow();
    const detail = { holder_id: id, kind: 'email', value: email ?? '', purpose: 'To invite the board' };
    if (email) await db.insertInto('contact_details').values(detail).execute();
    return id;
  });
