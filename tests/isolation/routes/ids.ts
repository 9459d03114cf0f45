import type { Within } from '../../../src/platform/database/database.ts';
import type { TestSite } from '../../support/site.ts';
import { filesOfCalendars } from './calendars.ts';
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

/** The identifiers of an organisation's records, of each kind in an order that two bodies made by the same steps share. */
export async function idsOf(site: TestSite, organisation: string): Promise<Record<Kind, string[]>> {
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
