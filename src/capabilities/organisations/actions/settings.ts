import type { Database, Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { FIRST_COLOUR, monthName, organisationSubject } from '../organisation.ts';
import { holdSettings, holdYear, type Settings, type Year } from '../queries/settings.ts';

export type Founding = { name: string; founder: { id: string; name: string } };

/**
 * Makes an organisation with its founder as administrator.
 * @returns its identifier
 */
export async function foundOrganisation(
  database: Database,
  { name, founder }: Founding,
  now: Temporal.Instant,
): Promise<string> {
  const organisation = await database.beforeOrganisation(async db => {
    const { id } = await db
      .insertInto('organisations')
      .values({ name, colour: FIRST_COLOUR, created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('memberships')
      .values({ organisation_id: id, account_id: founder.id, role: 'administrator', created_at: now })
      .execute();
    return id;
  });
  // history can only be written from inside the organisation, so it follows in a transaction of its own
  const founded = [{ field: 'name', before: null, after: name }];
  await database.inOrganisation({ organisation, actor: founder }, within =>
    record(within, organisationSubject(organisation), 'founded', founded, now),
  );
  return organisation;
}

/** Gives the organisation another name or colour. @returns whether anything changed */
export async function changeSettings(
  within: Within,
  after: Settings,
  now: Temporal.Instant,
): Promise<boolean> {
  const before = await holdSettings(within);
  const changes = (['name', 'colour'] as const)
    .filter(field => before[field] !== after[field])
    .map(field => ({ field, before: before[field], after: after[field] }));
  if (changes.length === 0) return false;
  await within.db
    .updateTable('organisations')
    .set({ name: after.name, colour: after.colour })
    .where('id', '=', within.organisation)
    .execute();
  await record(within, organisationSubject(within.organisation), 'changed', changes, now);
  return true;
}

const YEAR_WORDS = {
  financialYearMonth: 'first month of the financial year',
  springMonth: 'first month of spring',
} as const;

/** Gives the organisation another way to divide its year. @returns whether anything changed */
export async function changeYear(within: Within, after: Year, now: Temporal.Instant): Promise<boolean> {
  const before = await holdYear(within);
  const changes = (['financialYearMonth', 'springMonth'] as const)
    .filter(month => before[month] !== after[month])
    .map(month => ({
      field: YEAR_WORDS[month],
      before: monthName(before[month]),
      after: monthName(after[month]),
    }));
  if (changes.length === 0) return false;
  await within.db
    .updateTable('organisations')
    .set({ financial_year_month: after.financialYearMonth, spring_month: after.springMonth })
    .where('id', '=', within.organisation)
    .execute();
  await record(within, organisationSubject(within.organisation), 'changed', changes, now);
  return true;
}
