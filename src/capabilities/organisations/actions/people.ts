import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { type Change, record } from '../../../platform/history/history.ts';
import { dayInWords, type Person, type PersonValues, personSubject } from '../person.ts';
import { namedById } from '../queries/named.ts';
import { hasEmail, holdPerson, managersAbove, namesOf } from '../queries/people.ts';

export type PersonRefused = Refusal<'email-taken' | 'no-department' | 'no-manager' | 'manager-loop'>;

/** Puts somebody into the directory. */
export async function addPerson(
  within: Within,
  values: PersonValues,
  now: Temporal.Instant,
): Promise<{ added: string } | PersonRefused> {
  const refused = await whyNot(within, values);
  if (refused) return refused;
  const made = await within.db
    .insertInto('people')
    .values({ ...rowOf(values), created_at: now, changed_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await record(within, personSubject(made.id), 'added', [], now);
  return { added: made.id };
}

/** Changes what is said of somebody, unless somebody else did meanwhile. */
export async function changePerson(
  within: Within,
  { id, version, values }: { id: string; version: number; values: PersonValues },
  now: Temporal.Instant,
): Promise<{ saved: string[] } | PersonRefused | Refusal<'not-found' | 'changed-meanwhile'>> {
  const person = await holdPerson(within, id);
  if (!person) return refuse('not-found');
  const refused = await whyNot(within, values, id);
  if (refused) return refused;
  const changes = await changesOf(within, person, values);
  if (!changes.length) return { saved: [] };
  if (person.version !== version) return refuse('changed-meanwhile');
  await within.db
    .updateTable('people')
    .set(set => ({ ...rowOf(values), version: set('version', '+', 1), changed_at: now }))
    .where('id', '=', id)
    .execute();
  await record(within, personSubject(id), 'changed', changes, now);
  return { saved: changes.map(({ field }) => field) };
}

const rowOf = ({ department, manager, startsOn, ...said }: PersonValues) => ({
  ...said,
  department_id: department,
  manager_id: manager,
  starts_on: startsOn,
});

async function whyNot(
  within: Within,
  { email, department, manager }: PersonValues,
  id?: string,
): Promise<PersonRefused | undefined> {
  if (await hasEmail(within, email, id)) return refuse('email-taken');
  if (department && !(await namedById(within, 'department', department))) return refuse('no-department');
  if (!manager) return undefined;
  const above = await managersAbove(within, manager);
  if (!above.length) return refuse('no-manager');
  return id && above.includes(id) ? refuse('manager-loop') : undefined;
}

/** As history tells them: with the names of today, since a number says nothing to a reader. */
async function changesOf(within: Within, before: Person, after: PersonValues): Promise<Change[]> {
  const names = await namesOf(within, [before.manager, after.manager]);
  const department = async (id: string | null) => id && (await namedById(within, 'department', id))?.name;
  const moved = before.department !== after.department;
  const pairs: [string, string | null | undefined, string | null | undefined][] = [
    ['name', before.name, after.name],
    ['email address', before.email, after.email],
    ['telephone number', before.phone, after.phone],
    ['language', before.language, after.language],
    ['kind', before.kind, after.kind],
    ...(moved
      ? [
          ['department', await department(before.department), await department(after.department)] as [
            string,
            string | null | undefined,
            string | null | undefined,
          ],
        ]
      : []),
    ['manager', named(names, before.manager), named(names, after.manager)],
    [
      'first day',
      before.startsOn && dayInWords(before.startsOn),
      after.startsOn && dayInWords(after.startsOn),
    ],
  ];
  return pairs.flatMap(([field, was, is]) =>
    (was || null) === (is || null) ? [] : [{ field, before: was || null, after: is || null }],
  );
}

const named = (names: Map<string, string>, id: string | null) => (id ? names.get(id) : null);
