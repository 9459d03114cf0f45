import { lineAt, type Source } from '../../../scripts/checks/sources.ts';

/** A way around the one way to organisation data, and the only files that may take it, each with its reason. */
export type Way = { name: string; found: RegExp; allowed: Record<string, string> };

export const WAYS: Way[] = [
  {
    name: 'leaves or takes a database role',
    found:
      /\b(re)?set\s+(local\s+|session\s+)?(role|session authorization)\b|\bdiscard all\b|\breset all\b/gi,
    allowed: { 'src/platform/database/database.ts': 'takes the member role for one transaction' },
  },
  {
    name: 'names an organisation to the database',
    found: /\bset_config\(|commsgrid\.organisation|\bbind_organisation\b/gi,
    allowed: { 'src/platform/database/database.ts': 'binds a transaction to its organisation' },
  },
  {
    name: 'changes what a policy or a role sees',
    found:
      /\b(enable|disable|force) row level security\b|\bcreate policy\b|\bbypassrls\b|\bsecurity definer\b/gi,
    allowed: {},
  },
  {
    name: 'opens a connection of its own',
    found: /\bnew (pg\.)?(Client|Pool)\(|\bnew PgBoss\(|\bopenPool\(/g,
    allowed: {
      'src/platform/database/connect.ts': 'the pool that all share',
      'src/platform/database/database.ts': 'the pool that all share',
      'src/platform/database/migrate.ts': 'changes the schema, before anybody is served',
      'src/platform/database/embedded/embedded.ts': 'makes the account and the database at first use',
      'src/platform/jobs/mover.ts': 'carries what was queued, of every organisation',
      'src/platform/jobs/worker.ts': 'the queue keeps tables of its own',
      'src/app/lock.ts': 'holds the lock of the installation for as long as it lives',
      'src/app/installation.ts': 'asks a server for its version',
      'src/app/migrate-command.ts': 'asks which migrations are pending',
      'src/app/doctor/database.ts': 'examines a server that may not be migrated yet',
    },
  },
  {
    name: 'asks through the pool, past the role',
    found: /\.pool\b/g,
    allowed: {
      'src/capabilities/access/recognise.ts': 'one prepared statement for every request, of sessions',
    },
  },
  {
    name: 'sends text as SQL',
    found: /\b(sql|CompiledQuery)\.raw\b|\brunOurs\(/g,
    allowed: {
      'src/platform/database/database.ts': 'the first and the last statement of a transaction',
      'src/platform/database/fence.ts': 'lets those two pass, and nothing else',
    },
  },
  {
    name: 'works before the organisation is known',
    found: /\.beforeOrganisation\(/g,
    allowed: {
      'src/app/web.ts': 'asks whether the database answers',
      'src/app/doctor/': 'examines an installation, whoever it belongs to',
      'src/capabilities/access/': 'knows who signs in, before it is known for which organisation',
      'src/capabilities/organisations/actions/settings.ts': 'makes an organisation',
      'src/capabilities/asking/actions/links.ts': 'finds whose requests a link answers',
      'src/capabilities/mail/examination/known.ts': 'lists whose mail the doctor examines',
      'src/capabilities/organisations/actions/bank-holidays.ts':
        'keeps what is the same for every organisation',
      'src/platform/jobs/timetable.ts': 'queues what comes by the clock, for all of them at once',
      'src/capabilities/plans/actions/open-link.ts': 'finds whose view a link reads',
      'src/capabilities/commitments/actions/open-feed.ts': 'finds whose feed a calendar program reads',
      'src/platform/mail/installation-mail.ts': 'hands over what belongs to no organisation',
      'src/platform/mail/installation-outbox.ts':
        'lists what belongs to no organisation, at the command line',
      'src/platform/mail/forget-words.ts': 'forgets the words of what belongs to no organisation',
    },
  },
  {
    name: 'chooses the organisation that a transaction is bound to',
    found: /\.inOrganisation\(/g,
    allowed: {
      'src/platform/http/server.ts': 'that of the person who is signed in',
      'src/platform/jobs/worker.ts': 'that of the job',
      'src/app/doctor/stored-instants.ts': 'each in turn, for the newest instant and nothing else',
      'src/capabilities/organisations/actions/settings.ts': 'the one just made',
      'src/capabilities/access/gate.ts':
        'that of the person who is signed in, for the part that an address names',
      'src/capabilities/access/sign-on/': 'the one whose provider says who somebody is',
      'src/capabilities/access/actions/founding.ts': 'the one just made, for its sample plans',
      'src/capabilities/access/actions/links.ts': 'the one whose link was followed, for its history',
      'src/capabilities/asking/pages/answer/': 'the one whose requests the link answers',
      'src/capabilities/mail/examination/known.ts': 'each in turn, for how its mail is set and nothing else',
      'src/capabilities/plans/pages/shared-view/page.ts': 'the one whose view the link reads',
      'src/capabilities/commitments/pages/feeds/feed.ts': 'the one whose feed a calendar program reads',
      'src/platform/mail/installation-mail.ts':
        'the one that lends its server to a message of no organisation',
    },
  },
];

/** Places that take a way they may not, and permissions that nobody needs any more. */
export function sourceFaults(files: Source[], ways = WAYS): string[] {
  return ways.flatMap(way => [...places(files, way), ...idle(files, way)]);
}

const covers = (allowed: string, path: string): boolean =>
  allowed.endsWith('/') ? path.startsWith(allowed) : path === allowed;

function places(files: Source[], { name, found, allowed }: Way): string[] {
  return files
    .filter(({ path }) => !Object.keys(allowed).some(one => covers(one, path)))
    .flatMap(({ path, text }) =>
      [...text.matchAll(found)].map(match => `${path}:${lineAt(text, match.index)} ${name}: ${match[0]}`),
    );
}

const idle = (files: Source[], { name, found, allowed }: Way): string[] =>
  Object.keys(allowed)
    .filter(one => !files.some(({ path, text }) => covers(one, path) && text.search(found) >= 0))
    .map(one => `${one} may do what it does not: it ${name}`);
