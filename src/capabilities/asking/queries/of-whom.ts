import type { Within } from '../../../platform/database/database.ts';
import type { ReachedPerson } from '../../organisations/index.ts';
import type { Of } from '../request.ts';

/** Whether the register has whom a request is for. */
export async function isKnown({ db }: Within, of: Of): Promise<boolean> {
  const found =
    'person' in of
      ? db.selectFrom('people').select('id').where('id', '=', of.person)
      : db.selectFrom('owners').select('id').where('id', '=', of.owner);
  return (await found.executeTakeFirst()) !== undefined;
}

/** The one person of the register who is called so, in whatever capitals; nobody where several are. */
export async function personCalled(
  { db }: Within,
  name: string,
  on: Temporal.PlainDate,
): Promise<string | undefined> {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'ends_on as endsOn'])
    .where('name_key', '=', name.toLowerCase())
    .limit(20)
    .execute();
  const here = rows.filter(({ endsOn }) => !endsOn || Temporal.PlainDate.compare(endsOn, on) >= 0);
  return here.length === 1 ? here[0]!.id : undefined;
}

/** Somebody who is here on a day and can be written to, whoever stands in for them. */
export async function personHere(
  { db }: Within,
  id: string,
  on: Temporal.PlainDate,
): Promise<ReachedPerson | undefined> {
  const row = await db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'language', 'ends_on as endsOn'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row?.email || (row.endsOn && Temporal.PlainDate.compare(row.endsOn, on) < 0)) return undefined;
  const { endsOn: _, ...person } = row;
  return person;
}
