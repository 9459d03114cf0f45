import type { FastifyInstance } from 'fastify';
import { capabilitiesFor } from '../../src/app/capabilities.ts';
import { beginSession, enterOrganisation, gate, signingSecret } from '../../src/capabilities/access/index.ts';
import { foundOrganisation } from '../../src/capabilities/organisations/index.ts';
import type { Database, Within } from '../../src/platform/database/database.ts';
import type { Capability } from '../../src/platform/http/capability.ts';
import { buildServer } from '../../src/platform/http/server.ts';
import type { Role } from '../../src/platform/http/visit.ts';
import { jobsOf } from '../../src/platform/jobs/timed.ts';
import { readSettings } from '../../src/platform/settings/settings.ts';
import { Client } from './client.ts';
import { testDatabase } from './database.ts';

export type { Client, Fields, Response, SentFile } from './client.ts';

/** A clock that stands still until a test moves it. */
export class TestClock {
  #now: Temporal.Instant;

  constructor(now: string | Temporal.Instant) {
    this.#now = Temporal.Instant.from(now.toString());
  }

  now = (): Temporal.Instant => this.#now;

  set(now: string | Temporal.Instant): void {
    this.#now = Temporal.Instant.from(now.toString());
  }

  /** Takes what Temporal takes: `{ minutes: 5 }`, 'PT5M'. Hours are the longest unit an instant knows. */
  advance(by: Temporal.DurationLike | string): void {
    this.#now = this.#now.add(by);
  }
}

/** Somebody signed in, in a browser of their own. */
export class Person extends Client {
  readonly account: { id: string; name: string; email: string };
  readonly organisation: string;
  readonly role: Role;

  constructor(
    app: FastifyInstance,
    who: Pick<Person, 'account' | 'organisation' | 'role'>,
    address?: string,
  ) {
    super(app, address);
    this.account = who.account;
    this.organisation = who.organisation;
    this.role = who.role;
  }
}

export type TestSite = {
  app: FastifyInstance;
  database: Database;
  clock: TestClock;
  capabilities: Capability[];
  signingSecret: string;
  /** As the owner of the tables, for looking at what no page shows; row-level security hides organisation data here. */
  query: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;
  /** Makes an organisation; its identifier comes back. */
  organisation: (name: string) => Promise<string>;
  /**
   * Somebody signed in, of the Borough of Ashmere where no organisation is given. `part`: with no role in the whole
   * organisation, only what is granted afterwards. `marked`: sees what is marked. `address`: where their browser is.
   */
  person: (who?: {
    role?: Role;
    organisation?: string;
    name?: string;
    email?: string;
    marked?: boolean;
    part?: boolean;
    address?: string;
  }) => Promise<Person>;
  /** A browser nobody is signed in with, at an address of its own. */
  visitor: (address?: string) => Client;
  /** The organisation's data, as `visit.within` gives it to a page. */
  within: <T>(organisation: string, work: (within: Within) => Promise<T>) => Promise<T>;
  /** Does what is queued, and what that queues, without a worker. How many were done. */
  runJobs: () => Promise<number>;
  /** Faults that became a page saying "Something went wrong"; a test that expects none need not look: close() does. */
  faults: unknown[];
  close: () => Promise<void>;
};

export type SiteOptions = {
  now?: string | Temporal.Instant;
  /** The address people use; `https:` for what only holds there. */
  url?: string;
  settings?: NodeJS.ProcessEnv;
  aMinute?: number;
};

/** The whole product over a database of its own, without a port, a worker or a browser. Give `close` to `after`. */
export async function testSite(options: SiteOptions = {}): Promise<TestSite> {
  const { database, drop } = await testDatabase();
  const clock = new TestClock(options.now ?? '2025-04-08T09:00:00Z');
  const settings = readSettings({
    COMMSGRID_URL: options.url ?? 'http://localhost:3000',
    COMMSGRID_REQUESTS_A_MINUTE: String(options.aMinute ?? 100_000),
    ...options.settings,
  });
  const secret = await signingSecret(database, clock);
  const capabilities = capabilitiesFor({ settings, database, signingSecret: secret });
  const faults: unknown[] = [];
  const app = await buildServer({
    settings,
    database,
    clock,
    signingSecret: secret,
    capabilities,
    ...gate(database),
    version: '0.0.0',
    ready: async () => true,
    tell: fault => void faults.push(fault),
  });
  const people = peopleOf({ app, database, clock, url: settings.url });
  return {
    app,
    database,
    clock,
    capabilities,
    signingSecret: secret,
    ...people,
    query: async (text, values) => (await database.pool.query(text, values)).rows,
    visitor: address => new Client(app, address),
    within: (organisation, work) => database.inOrganisation({ organisation, actor: TESTER }, work),
    runJobs: () => runQueued({ database, clock, capabilities }),
    faults,
    close: async () => {
      await app.close();
      await drop();
      if (faults.length) throw new AggregateError(faults, 'Some pages said "Something went wrong".');
    },
  };
}

/** Everybody's, for the tests that sign in by the form. */
export const PASSWORD = 'kestrel thimble varnish';
/** Of it, at little cost: a hash names its own parameters, and one at the product's takes 40 ms each time it is checked. */
const HASH = '$argon2id$v=19$m=64,t=1,p=1$Y29tbXNncmlkIHRlc3RzIQ$R63zhSneLxBfUpdAKlVrTqnDJprOrafJt3HK15Mip24';

const TESTER = { id: null, name: 'Test' };
const DEFAULT_NAME = 'Borough of Ashmere';
const LABEL: Record<Role, string> = {
  administrator: 'Ada Marsh',
  lead: 'Linus Brook',
  editor: 'Edwin Reed',
  owner: 'Olive Marl',
  viewer: 'Vera Sedge',
};

type PeopleParts = { app: FastifyInstance; database: Database; clock: TestClock; url: string };

function peopleOf({ app, database, clock, url }: PeopleParts): Pick<TestSite, 'organisation' | 'person'> {
  let usual: Promise<string> | undefined;
  let made = 0;
  const account = async (name: string, email?: string) => {
    const address = email ?? `${name.toLowerCase().replace(/\W+/g, '.')}.${++made}@ashmere.example`;
    return database.beforeOrganisation(async db => {
      const row = {
        name,
        email: address,
        created_at: clock.now(),
        password_hash: HASH,
        password_changed_at: clock.now(),
      };
      const { id } = await db.insertInto('accounts').values(row).returning('id').executeTakeFirstOrThrow();
      return { id, name, email: address };
    });
  };
  const organisation = async (name: string) =>
    foundOrganisation(database, { name, founder: await account('Fay Founder') }, clock.now());
  return {
    organisation,
    person: async ({ role = 'editor', organisation: given, name = LABEL[role], email, ...rights } = {}) => {
      usual ??= given ? undefined : organisation(DEFAULT_NAME);
      const where = given ?? (await usual!);
      const who = { account: await account(name, email), organisation: where, role };
      const token = await signIn(database, { ...who, ...rights }, clock.now());
      const person = new Person(app, who, rights.address);
      person.jar.set(url.startsWith('https:') ? '__Host-commsgrid' : 'commsgrid', token);
      return person;
    },
  };
}

/** Straight into the tables: a password's hashing takes longer than the rest of a test. */
function signIn(
  database: Database,
  {
    account,
    organisation,
    role,
    marked = false,
    part = false,
  }: Pick<Person, 'account' | 'organisation' | 'role'> & { marked?: boolean; part?: boolean },
  now: Temporal.Instant,
): Promise<string> {
  return database.beforeOrganisation(async db => {
    const membership = {
      organisation_id: organisation,
      account_id: account.id,
      role: part ? null : role,
      sees_marked: marked,
      created_at: now,
    };
    await db.insertInto('memberships').values(membership).execute();
    const token = await beginSession(db, account.id, now);
    await enterOrganisation(db, token, account.id, organisation);
    return token;
  });
}

type JobParts = {
  database: Database;
  clock: TestClock;
  capabilities: Capability[];
};

async function runQueued({ database, clock, capabilities }: JobParts): Promise<number> {
  const jobs = new Map(jobsOf(capabilities).map(job => [job.name, job]));
  for (let done = 0; ; done++) {
    const { rows } = await database.pool.query(
      'delete from queued_jobs where id = (select id from queued_jobs order by queued_at, id limit 1) returning *',
    );
    const [queued] = rows;
    if (!queued) return done;
    const job = jobs.get(queued.name);
    if (!job) throw new Error(`No capability has a job named ${queued.name}.`);
    const who = { organisation: queued.organisation_id, actor: { id: null, name: 'Commsgrid' } };
    await job.run(job.payload.parse(queued.payload) as never, {
      organisation: queued.organisation_id,
      clock,
      stopping: new AbortController().signal,
      within: (work, sight) => database.inOrganisation({ ...who, sight }, work),
    });
  }
}
