import { ask, type NewRequest } from '../../src/capabilities/asking/index.ts';
import type { TestSite } from './site.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

export type Named = {
  name: string;
  manager?: string;
  department?: string;
  endsOn?: string;
  language?: string;
};

/** People of an organisation who are asked things, and what comes to them. */
export function askedOn(site: TestSite, organisation: string) {
  const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);
  const address = (name: string) => `${name.toLowerCase().replace(/\W+/g, '.')}@ashmere.example`;
  const person = ({ name, manager, endsOn, language = 'en' }: Named): Promise<string> =>
    within(async ({ db }) => {
      const row = {
        name,
        email: address(name),
        language,
        manager_id: manager ?? null,
        ends_on: endsOn ? day(endsOn) : null,
        created_at: site.clock.now(),
        changed_at: site.clock.now(),
      };
      return (await db.insertInto('people').values(row).returning('id').executeTakeFirstOrThrow()).id;
    });
  return {
    person,
    /** Somebody and those whose manager they are, each by their first name. */
    team: async (manager: string, names: string[]): Promise<Record<string, string>> => {
      const first = (name: string) => name.split(' ')[0]!.toLowerCase();
      const lead = await person({ name: manager });
      const team = { [first(manager)]: lead };
      for (const name of names) team[first(name)] = await person({ name, manager: lead });
      return team;
    },
    leave: (person: string, on: string) =>
      within(({ db }) =>
        db
          .updateTable('people')
          .set({ ends_on: day(on) })
          .where('id', '=', person)
          .execute(),
      ),
    cover: (person: string, by: string, from: string, to: string) =>
      within(({ db }) =>
        db
          .insertInto('covers')
          .values({
            person_id: person,
            by_id: by,
            starts_on: day(from),
            ends_on: day(to),
            made_by: 'Test',
            made_at: site.clock.now(),
          })
          .execute(),
      ),
    /** Who leads communications for everything: told where nobody else is named. */
    lead: (person: string) =>
      within(({ db }) =>
        db.insertInto('leads').values({ person_id: person, created_at: site.clock.now() }).execute(),
      ),
    /** An owner of the register who means a person. */
    owner: (name: string, person: string): Promise<string> =>
      within(async ({ db }) => {
        const times = { created_at: site.clock.now(), changed_at: site.clock.now() };
        const row = { kind: 'person', name, person_id: person, ...times };
        return (await db.insertInto('owners').values(row).returning('id').executeTakeFirstOrThrow()).id;
      }),
    ask: async (
      request: Omit<Partial<NewRequest>, 'by'> & Pick<NewRequest, 'of' | 'what'> & { by: string },
    ) => {
      const whole = { kind: 'line-progress', choices: YES_OR_NO, ...request, by: day(request.by) };
      const made = await within(one => ask(one, whole, site.clock.now()));
      if ('refused' in made) throw new Error(`Nobody was asked: ${made.refused}.`);
      return made.request;
    },
    /** What stood in the last message to somebody, record by record. */
    records: (to: string): Promise<{ id: string; title: string }[]> =>
      within(({ db }) =>
        db
          .selectFrom('request_records as a')
          .innerJoin('request_entries as e', 'e.request_id', 'a.request_id')
          .select(['a.record_id as id', 'a.title'])
          .where('e.message_id', '=', at =>
            at
              .selectFrom('request_messages as m')
              .innerJoin('people as p', 'p.id', 'm.person_id')
              .select('m.id')
              .where('p.name', '=', to)
              .orderBy('m.made_at', 'desc')
              .limit(1),
          )
          .orderBy('a.title')
          .execute(),
      ),
    /** Everything in the outbox, oldest first. */
    messages: (to?: string): Promise<Sent[]> =>
      within(({ db }) =>
        db
          .selectFrom('messages')
          .select(['kind', 'to_name as to', 'to_address as address', 'subject', 'text', 'put_at as at'])
          .$if(to !== undefined, all => all.where('to_name', '=', to!))
          .orderBy('put_at')
          .orderBy('to_name')
          .execute(),
      ),
  };
}

export type Sent = {
  kind: string;
  to: string;
  address: string;
  subject: string;
  text: string | null;
  at: Temporal.Instant;
};

export const YES_OR_NO = [
  { key: 'yes', text: 'Yes' },
  { key: 'no', text: 'No, and here is why', note: 'needed' as const },
];

/** The path of the link that a message holds. */
export function linkIn(message: Pick<Sent, 'text'> | undefined): string {
  const found = /https?:\/\/\S+(\/ask\/\S+)/.exec(message?.text ?? '')?.[1];
  if (!found) throw new Error('The message holds no link.');
  return found;
}
