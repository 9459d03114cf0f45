import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { createPlan } from '../../../src/capabilities/plans/index.ts';
import type { Within } from '../../../src/platform/database/database.ts';
import { cameIn } from '../../support/came-in.ts';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from '../../support/plans.ts';
import type { Person, TestSite } from '../../support/site.ts';
import { askPeople } from './asked.ts';
import { filesOfCalendars, giveCalendars } from './calendars.ts';
import { raiseConcerns } from './concerned.ts';
import { giveDirectory } from './directory.ts';
import { thingsHappen } from './happened.ts';
import { mailPeople } from './mailed.ts';
import { givePlaces } from './placed.ts';
import { givePromises } from './promised.ts';
import { filesOfRequests } from './request-files.ts';

/** What an address or a form may name. */
export type Kind =
  | 'organisation'
  | 'signOnGroup'
  | 'account'
  | 'session'
  | 'plan'
  | 'section'
  | 'line'
  | 'file'
  | 'reading'
  | 'priority'
  | 'audience'
  | 'channel'
  | 'clause'
  | 'owner'
  | 'view'
  | 'link'
  | 'bulkChange'
  | 'exportFile'
  | 'lineFile'
  | 'lineComment'
  | 'planFile'
  | 'planComment'
  | 'person'
  | 'request'
  | 'update'
  | 'requestFile'
  | 'reply'
  | 'message'
  | 'area'
  | 'body'
  | 'roleHolder'
  | 'givenAreas'
  | 'givenBodies'
  | 'namedCalendar'
  | 'calendarEntry'
  | 'givenEntries'
  | 'draw'
  | 'department'
  | 'post'
  | 'team'
  | 'portfolio'
  | 'lead'
  | 'holding'
  | 'cover'
  | 'happening'
  | 'calendarRule'
  | 'figureRule'
  | 'givenFigures'
  | 'promise'
  | 'commitment'
  | 'occurrence'
  | 'concern'
  | 'evidenceFile'
  | 'settling'
  | 'feed'
  | 'givenPeople'
  | 'givenPeopleAndDepartments';

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

async function idsOf(site: TestSite, organisation: string): Promise<Record<Kind, string[]>> {
  const accounts = await site.query<{ id: string }>(
    `select a.id from accounts a join memberships m on m.account_id = a.id
     where m.organisation_id = $1 order by m.role, a.email`,
    [organisation],
  );
  // the viewer's first: whoever ends their own is signed out, and tries nothing more
  const sessions = await site.query<{ id: string }>(
    `select s.id from sessions s join memberships m using (organisation_id, account_id)
     where s.organisation_id = $1 order by m.role desc, s.created_at`,
    [organisation],
  );
  return site.within(organisation, async ({ db }) => {
    const of = async (rows: Promise<{ id: string }[]>) => (await rows).map(row => row.id);
    const put = (table: 'attachments' | 'comments', kind: string) =>
      of(db.selectFrom(table).select('id').where('subject_kind', '=', kind).orderBy('id').execute());
    const given = (kind: string) =>
      of(
        db
          .selectFrom('given_tables')
          .select('id')
          .where('kind', '=', kind)
          .where('status', '=', 'read')
          .execute(),
      );
    return {
      organisation: [organisation],
      account: accounts.map(row => row.id),
      session: sessions.map(row => row.id),
      plan: await of(db.selectFrom('plans').select('id').orderBy('title').execute()),
      section: await of(db.selectFrom('plan_sections').select('id').orderBy('title').execute()),
      line: await of(db.selectFrom('lines').select('id').orderBy('position').execute()),
      file: await of(db.selectFrom('files').select('id').orderBy('name').execute()),
      view: await of(db.selectFrom('views').select('id').orderBy('name').execute()),
      link: await of(db.selectFrom('view_links').select('id').orderBy('made_at').orderBy('id').execute()),
      exportFile: await of(db.selectFrom('export_files').select('id').orderBy('id').execute()),
      bulkChange: await of(db.selectFrom('bulk_changes').select('id').orderBy('id').execute()),
      reading: await of(db.selectFrom('readings').select('id').orderBy('file_name').execute()),
      owner: await of(db.selectFrom('owners').select('id').orderBy('name').execute()),
      audience: await of(db.selectFrom('audiences').select('id').orderBy('name').execute()),
      channel: await of(db.selectFrom('channels').select('id').orderBy('name').execute()),
      clause: await of(db.selectFrom('clauses').select('id').orderBy('number').execute()),
      lineFile: await put('attachments', 'line'),
      lineComment: await put('comments', 'line'),
      planFile: await put('attachments', 'plan'),
      request: await of(db.selectFrom('requests').select('id').orderBy('asked_at').orderBy('id').execute()),
      update: await of(db.selectFrom('request_updates').select('id').orderBy('at').orderBy('id').execute()),
      requestFile: await of(filesOfRequests(db)),
      person: await of(db.selectFrom('people').select('id').orderBy('name').execute()),
      planComment: await put('comments', 'plan'),
      reply: await of(db.selectFrom('incoming_messages').select('id').orderBy('uid').execute()),
      message: await of(
        db.selectFrom('messages').select('id').orderBy('kind').orderBy('subject').orderBy('id').execute(),
      ),
      area: await of(db.selectFrom('areas').select('id').orderBy('kind').execute()),
      body: await of(db.selectFrom('bodies').select('id').orderBy('name').execute()),
      roleHolder: await of(db.selectFrom('role_holders').select('id').orderBy('name').execute()),
      givenAreas: await given('areas'),
      givenBodies: await given('bodies'),
      namedCalendar: await of(db.selectFrom('calendars').select('id').orderBy('name').execute()),
      calendarEntry: await of(db.selectFrom('calendar_entries').select('id').orderBy('title').execute()),
      givenEntries: await of(filesOfCalendars(db)),
      department: await of(db.selectFrom('departments').select('id').orderBy('name').execute()),
      post: await of(db.selectFrom('posts').select('id').orderBy('title').execute()),
      team: await of(db.selectFrom('teams').select('id').orderBy('name').execute()),
      portfolio: await of(db.selectFrom('portfolios').select('id').orderBy('name').execute()),
      lead: await of(db.selectFrom('leads').select('id').orderBy('subject').execute()),
      holding: await of(
        db
          .selectFrom('post_holdings as h')
          .innerJoin('posts as p', 'p.id', 'h.post_id')
          .select('h.id')
          .orderBy('p.title')
          .execute(),
      ),
      cover: await of(
        db
          .selectFrom('covers as c')
          .innerJoin('people as p', 'p.id', 'c.person_id')
          .select('c.id')
          .orderBy('p.name')
          .execute(),
      ),
      givenPeople: await given('people'),
      givenPeopleAndDepartments: await given('people-and-departments'),
      draw: await of(db.selectFrom('audience_draws').select('id').orderBy('id').execute()),
      signOnGroup: await of(db.selectFrom('sign_on_groups').select('id').orderBy('group_value').execute()),
      calendarRule: await of(db.selectFrom('calendar_rules').select('id').orderBy('called').execute()),
      figureRule: await of(db.selectFrom('figure_rules').select('id').orderBy('amount').execute()),
      givenFigures: await given('figures'),
      feed: await of(db.selectFrom('feeds').select('id').orderBy('made_at').orderBy('id').execute()),
      happening: await of(db.selectFrom('happenings').select('id').orderBy('happened_at').execute()),
      promise: await of(db.selectFrom('promises').select('id').orderBy('about').execute()),
      commitment: await of(
        db
          .selectFrom('commitments as c')
          .innerJoin('promises as p', 'p.id', 'c.promise_id')
          .select('c.id')
          .orderBy('p.about')
          .execute(),
      ),
      occurrence: await of(
        db
          .selectFrom('occurrences as o')
          .innerJoin('promises as p', 'p.id', 'o.promise_id')
          .select('o.id')
          .orderBy('p.about')
          .orderBy('o.by_day')
          .execute(),
      ),
      concern: await of(db.selectFrom('concerns').select('id').orderBy('words').execute()),
      evidenceFile: await put('attachments', 'evidence'),
      settling: await settlings(db),
      priority: await of(db.selectFrom('priorities').select('id').orderBy('name').execute()),
    };
  });
}

/** The acts by which something was said of occurrences. */
async function settlings(db: Within['db']): Promise<string[]> {
  const acts = db.selectFrom('occurrences').select('settling_id').where('settling_id', 'is not', null);
  return (await acts.orderBy('settled_at').orderBy('id').execute()).map(row => row.settling_id!);
}

/** Puts one body's identifiers where the other's stand. */
export function swapped(text: string, from: Body, to: Body): string {
  let result = text;
  for (const kind of Object.keys(from.ids) as Kind[])
    for (const [index, id] of from.ids[kind].entries())
      result = result.replaceAll(id, to.ids[kind][index] ?? to.ids[kind][0]!);
  return result;
}
