import { nameKey } from '../../../language/same-name.ts';
import type { Within } from '../../../platform/database/database.ts';
import { type Found, fillEntries } from '../../../platform/register/fill.ts';
import { type Link, settleLinks } from '../../../platform/register/links.ts';
import { knownNames } from '../../../platform/register/names.ts';
import { AUDIENCES } from '../register.ts';
import { audiencesIn } from '../rules/audience-names.ts';
import { settleNeeds } from './needs.ts';

/** An audience as a document lists it. */
export type ReadAudience = { group: string; name: string; detail: string; role: string };

/** Makes the audiences that a document lists entries of the register, or adds to those that stand there. */
export async function fillAudiences(
  within: Within,
  plan: string,
  { audiences, origin }: { audiences: ReadAudience[]; origin: string },
  now: Temporal.Instant,
): Promise<void> {
  if (!audiences.length) return;
  const found = audiences.map(({ name, group, detail, role }) => ({
    name,
    columns: { grouped: group.replace(/\s+/g, ' ').trim(), detail, role },
    said: { ...(name.length > 300 && { name }), group, detail, role },
  }));
  await fillEntries(within, AUDIENCES, { plan, found, origin }, now);
}

/** What of a line says whom it reaches. */
export type AudienceLine = { plan: string; line: string; audience: string };

/** Links lines of a plan with the audiences that they name, and makes entries of those that nobody knew. */
export async function linkAudiences(
  within: Within,
  plan: string,
  { lines, origin }: { lines: AudienceLine[]; origin: string },
  now: Temporal.Instant,
): Promise<void> {
  const known = await knownNames(within, AUDIENCES);
  const read = lines.map(line => ({ ...line, ...audiencesIn(line.audience, key => known.has(key)) }));
  const found: Found[] = read.flatMap(({ names }) =>
    names.map(({ name, detail }) => ({
      name,
      columns: {},
      said: detail ? { printed: `${name} (${detail})` } : {},
    })),
  );
  const entries = await fillEntries(within, AUDIENCES, { plan, found, origin }, now);
  const wanted: Link[] = read.flatMap(({ line, names }) =>
    names.flatMap(({ name }) => {
      const entry = entries.get(nameKey(name));
      return entry ? [{ plan, line, entry }] : [];
    }),
  );
  await settleLinks(within, AUDIENCES, lines, wanted);
  await keepUnknown(within, plan, read);
  await settleNeeds(
    within,
    undefined,
    lines.map(({ line }) => line),
  );
}

const MOST_WORDS = 300;

async function keepUnknown(
  { db }: Within,
  plan: string,
  read: { line: string; unknown: string[] }[],
): Promise<void> {
  const rows = read.flatMap(({ line, unknown }) =>
    unknown.length ? [{ plan_id: plan, line_id: line, words: unknown.join('; ').slice(0, MOST_WORDS) }] : [],
  );
  await db
    .deleteFrom('unknown_audiences')
    .where(
      'line_id',
      'in',
      read.map(({ line }) => line),
    )
    .execute();
  if (rows.length) await db.insertInto('unknown_audiences').values(rows).execute();
}
