import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { createPlan } from '../../../src/capabilities/plans/index.ts';
import { cameIn } from '../../support/came-in.ts';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from '../../support/plans.ts';
import type { Person, TestSite } from '../../support/site.ts';
import { askPeople } from './asked.ts';
import { giveCalendars } from './calendars.ts';
import { raiseConcerns } from './concerned.ts';
import { giveDirectory } from './directory.ts';
import { thingsHappen } from './happened.ts';
import { idsOf, type Kind } from './ids.ts';
import { mailPeople } from './mailed.ts';
import { givePlaces } from './placed.ts';
import { givePromises } from './promised.ts';

/** A public body with one or more records of each kind, all of whose words contain its mark. */
export type Body = { mark: string; administrator: Person; viewer: Person; ids: Record<Kind, string[]> };

/** Two bodies made by the same steps have their records in the same order, so that one's stand for the other's. */
export async function makeBody(site: TestSite, mark: string): Promise<Body> {
  const organisation = await site.organisation(`${mark} District Council`);
  const named = (role: 'administrator' | 'viewer') =>
    site.person({
      role,
      organisation,
      name: `${mark} ${role}`,
      email: `${role}@${mark.toLowerCase()}.example`,
    });
  const administrator = await named('administrator');
  const viewer = await named('viewer');
  await givePlans(site, organisation, mark);
  for (const number of [1, 2])
    await administrator.upload('/readings', {
      name: `${mark} ${number}.docx`,
      content: await document(mark, number),
    });
  await site.runJobs();
  for (const name of [`${mark} safe streets`, `${mark} clean air`])
    await administrator.post('/priorities', { kind: 'priority', name, portfolio: mark, detail: mark });
  await giveViews(administrator, mark);
  await administrator.post('/bulk-changes', { list: '/lines', all: 'yes' });
  await lieReady(site, administrator, mark);
  await mailPeople(site, organisation, mark);
  await cameIn(site, organisation, { subject: `${mark} is done`, from: { name: `${mark} clerk` } });
  await setUpSignOn(administrator, mark);
  const ids = await idsOf(site, organisation);
  await talk(administrator, mark, ids);
  await givePlaces(administrator, mark, ids.audience[0]!);
  await giveCalendars(administrator, mark);
  await askPeople(site, organisation, mark);
  await giveDirectory(administrator, mark);
  await givePromises(site, administrator, { mark, plan: ids.plan[0]!, line: ids.line[0]! });
  await raiseConcerns(site, organisation, mark);
  await thingsHappen(administrator, mark);
  for (const plan of ids.plan) await administrator.post('/feeds', { shows: `plan ${plan}` });
  return { mark, administrator, viewer, ids: await idsOf(site, organisation) };
}

/** Set up and not offered: whoever begins it anyway finds nothing there. */
async function setUpSignOn(administrator: Person, mark: string): Promise<void> {
  await administrator.post('/organisation/sign-on', {
    issuer: 'http://127.0.0.1:9',
    clientId: `${mark} client`,
    clientPassword: `${mark} secret`,
    button: `${mark} sign-on`,
    domains: `${mark.toLowerCase()}.example`,
    makesAccounts: 'no',
    groupClaim: 'groups',
    roleWithoutGroup: '',
  });
  for (const value of [`${mark} one`, `${mark} two`])
    await administrator.post('/organisation/sign-on/groups', {
      value,
      name: value,
      role: 'viewer',
      department: '',
    });
}

/** A long file that was written and waits to be fetched. */
const lieReady = (site: TestSite, { organisation, account }: Person, mark: string) =>
  site.within(organisation, ({ db }) =>
    db
      .insertInto('export_files')
      .values({
        made_by: account.id,
        said: '{}',
        format: 'pdf',
        lines: 5_000,
        status: 'made',
        name: `${mark}.pdf`,
        content: Buffer.from(`${mark} lines`),
        asked_at: site.clock.now(),
      })
      .execute(),
  );

/** Something said of, and a file put with, the first plan and the first line. */
async function talk(
  administrator: Person,
  mark: string,
  { plan, line }: Record<Kind, string[]>,
): Promise<void> {
  for (const record of [`/plans/${plan[0]}`, `/plans/${plan[0]}/lines/${line[0]}`]) {
    await administrator.post(`${record}/comments`, { body: `${mark} says @${mark} viewer` });
    await administrator.upload(`${record}/files`, { name: `${mark}.txt`, content: `${mark} proves it.` });
  }
}

async function givePlans(site: TestSite, organisation: string, mark: string): Promise<void> {
  const line = newLine({
    reference: '1',
    what: `${mark} news`,
    owner: `${mark} team`,
    when: 'Monthly',
    audience: `${mark} residents; ${mark} businesses`,
    how: `${mark} posters; ${mark} leaflets`,
  });
  const clauses = ['1.1', '1.2'].map(number => ({
    number,
    heading: `${mark} ${number}`,
    text: `${mark} says so.`,
  }));
  const lines = [line, { ...line, reference: '2', comments: `${mark} comment` }];
  const sections = [1, 2].map(number => ({
    title: `${mark} ${number}`,
    columns: RECOMMENDATION_COLUMNS,
    lines,
  }));
  await site.within(organisation, within =>
    createPlan(within, newPlan({ title: `${mark} plan`, sections, beside: { clauses } }), site.clock.now()),
  );
}

/** Of all plans, each with a link by which others read it. */
async function giveViews(administrator: Person, mark: string): Promise<void> {
  for (const number of [1, 2]) {
    const name = `${mark} view ${number}`;
    const saved = await administrator.post('/views', { name, shared: 'yes', list: '/lines', said: 'q=news' });
    const [, view] = /view=([0-9a-f-]{36})/.exec(saved.location ?? '') ?? [];
    await administrator.post(`/views/${view}/links`, { lifetime: 'month' });
  }
}

async function document(mark: string, number: number): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const rows = [
    ['What', 'Owner', 'When'],
    [`${mark} panel ${number}`, `${mark} sergeant`, 'Quarterly'],
    [`${mark} leaflet`, '', `as soon as ${mark} says`],
  ];
  const table = new Table({ rows: rows.map(texts => new TableRow({ children: texts.map(cell) })) });
  const children = [new Paragraph(`${mark} communications plan`), table, new Paragraph(`About ${mark}.`)];
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

/** Puts one body's identifiers where the other's stand. */
export function swapped(text: string, from: Body, to: Body): string {
  let result = text;
  for (const kind of Object.keys(from.ids) as Kind[])
    for (const [index, id] of from.ids[kind].entries())
      result = result.replaceAll(id, to.ids[kind][index] ?? to.ids[kind][0]!);
  return result;
}
