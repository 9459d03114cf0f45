import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { TestSite } from '../site.ts';

/** One time at which a promise is due, as it stands in a message. */
export type AskedDate = { record: string; promise: string; for: string; by: string };
/** One entry of a message that waits for an answer. */
export type Asked = { request: string; to: string; dates: AskedDate[] };
export type Answering = Record<string, string | string[]>;

type Row = AskedDate & { request: string };

/** People who open what came and answer it there, without signing in. */
export function answering(site: TestSite, organisation: string) {
  /** What waits for them in the last message that somebody got; of others they are only told. */
  const waitingFor = (to: string): Promise<Row[]> =>
    site.within(organisation, async ({ db }) => {
      const { rows } = await sql<Row>`
        select r.id as request, o.id as record, o.promise_id as promise, c.for_name as "for", o.first_by::text as by
        from request_messages m
        join request_entries e on e.message_id = m.id join requests r on r.id = e.request_id
        join request_records a on a.request_id = r.id
        join occurrences o on o.id = a.record_id join commitments c on c.id = o.commitment_id
        where r.state = 'open' and e.why in ('new', 'soon', 'today', 'late', 'again', 'waiting') and m.id = (select t.id from request_messages t join people p on p.id = t.person_id
          where p.email = ${to} order by t.made_at desc limit 1)
        order by r.asked_at, r.id, o.first_by, c.for_name`.execute(db);
      return rows;
    });
  return {
    /** How many of the entries were answered. */
    answer: async (
      { to, link }: { to: string; link: string },
      says: (asked: Asked) => Answering | undefined,
    ): Promise<number> => {
      // a year of mornings passes in a minute: what one address may send in that does not bind phones
      const phone = site.visitor(phoneAddress());
      const rows = await waitingFor(to);
      let answered = 0;
      for (const [request, dates] of Map.groupBy(rows, one => one.request)) {
        const said = says({ request, to: to.split('.')[0]!, dates });
        if (!said) continue;
        if (!answered) await phone.get(`${link}/${request}`);
        const done = await phone.upload(`${link}/${request}`, [], said);
        assert.equal(done.status, 303, done.text);
        answered++;
      }
      return answered;
    },
  };
}

let phones = 0;
const phoneAddress = (): string => `10.0.${Math.trunc(++phones / 250)}.${(phones % 250) + 1}`;
