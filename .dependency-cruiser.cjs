// Which room may import which: docs/architecture.md, as rules. Read by scripts/checks/import-rules.ts, which also says
// why `depcruise` itself is not called on src. Rules that leave out 'type-only' or say `reachable` bind values alone.

const VALUES = { dependencyTypesNot: ['type-only'] };
const TEST = '\\.test\\.[jt]s$';

/** Each may import `index.ts` of those before it. */
const ORDER = [
  'organisations',
  'access',
  'mail',
  'comments',
  'attachments',
  'asking',
  'audiences',
  'channels',
  'costs',
  'policies',
  'signoff',
  'calendars',
  'plans',
  'commitments',
  'recommendations',
  'materials',
  'stories',
  'media',
  'incidents',
  'contacts',
  'bulletins',
  'evaluation',
  'reports',
  'imports',
  'privacy',
];

const PURE = '^src/(language|timing|prose|documents|reading)/';

/** What a pure room may use, besides itself. */
const ROOMS = {
  language: [],
  timing: ['language'],
  prose: ['language'],
  documents: ['language'],
  reading: ['language', 'timing', 'prose', 'documents'],
};

/** Packages that only compute: no files, no network, no database, no clock. */
const PURE_PACKAGES = 'fflate saxes docx csv-parse numfmt unpdf pdfkit rrule-temporal zod'.split(' ');

const rooms = Object.entries(ROOMS).map(([room, uses]) => ({
  name: `room-${room}`,
  comment: `${room} imports ${uses.length ? uses.join(', ') : 'no other room'}`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: TEST },
  to: { path: '^(src|tests|scripts|bench|examples)/', pathNot: `^src/(${[room, ...uses].join('|')})/` },
}));

const order = ORDER.slice(0, -1).map((capability, index) => ({
  name: `order-${capability}`,
  comment: `${capability} stands above those that come later, and imports none of them`,
  severity: 'error',
  from: { path: `^src/capabilities/${capability}/`, pathNot: TEST },
  to: { path: `^src/capabilities/(${ORDER.slice(index + 1).join('|')})/` },
}));

const capabilities = [
  ...order,
  {
    name: 'capability-unknown',
    comment: 'a capability has its place in the order, in .dependency-cruiser.cjs',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^src/capabilities/', pathNot: `^src/capabilities/(${ORDER.join('|')})/` },
  },
  {
    name: 'capability-by-index',
    comment: 'another capability is called through its index.ts',
    severity: 'error',
    from: { path: '^src/capabilities/([^/]+)/', pathNot: TEST },
    to: {
      path: '^src/capabilities/',
      pathNot: ['^src/capabilities/$1/', '^src/capabilities/[^/]+/index\\.[jt]s$'],
    },
  },
  {
    name: 'capability-mounted-by-app',
    comment: 'capability.ts is imported by src/app alone',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/app/', TEST] },
    to: { path: '^src/capabilities/[^/]+/capability\\.[jt]s$' },
  },
  {
    name: 'capability-doors',
    comment: 'from outside, a capability is reached by index.ts, capability.ts or commands.ts',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/capabilities/', TEST] },
    to: {
      path: '^src/capabilities/',
      pathNot: '^src/capabilities/[^/]+/(index|capability|commands)\\.[jt]s$',
    },
  },
];

const insideCapability = [
  {
    name: 'rules-pure',
    comment: 'a rule takes facts and gives a finding: it imports rules, nouns and pure rooms',
    severity: 'error',
    from: { path: '^src/capabilities/([^/]+)/rules/', pathNot: TEST },
    to: {
      ...VALUES,
      pathNot: [
        '^src/capabilities/$1/rules/',
        '^src/capabilities/$1/[^/]+\\.[jt]s$',
        PURE,
        `(^|/)(${PURE_PACKAGES.join('|')})(/|$)`,
      ],
    },
  },
  {
    name: 'rules-reach-nothing-outside',
    comment: 'whatever a rule imports reaches no file, network, database or framework either',
    severity: 'error',
    from: { path: '^src/capabilities/[^/]+/rules/', pathNot: TEST },
    to: { path: '^src/(platform|app)/', reachable: true },
  },
  {
    name: 'queries-below-pages',
    comment: 'a query knows nothing of the pages and actions that use it',
    severity: 'error',
    from: { path: '^src/capabilities/[^/]+/queries(/|\\.[jt]s$)', pathNot: TEST },
    to: { path: '^src/capabilities/[^/]+/(pages/|actions(/|\\.[jt]s$))' },
  },
  {
    name: 'actions-below-pages',
    comment: 'an action knows nothing of the page that it was asked for on',
    severity: 'error',
    from: { path: '^src/capabilities/[^/]+/(actions(/|\\.[jt]s$)|rules/)', pathNot: TEST },
    to: { path: '^src/capabilities/[^/]+/pages/' },
  },
  {
    name: 'pages-without-sql',
    comment: 'a page asks its queries; SQL stands there and in actions',
    severity: 'error',
    from: { path: '^src/capabilities/[^/]+/pages/', pathNot: TEST },
    to: { path: '(^|/)(kysely|pg)(/|$)' },
  },
];

const outside = [
  {
    name: 'connections-below',
    comment: 'connections and pools belong to the platform and the app',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/platform/(database|jobs)/', '^src/app/', TEST] },
    to: { path: '(^|/)(pg|pg-boss)(/|$)' },
  },
  {
    name: 'database-one-way',
    comment: 'a capability reaches organisation data through the transaction that it is given',
    severity: 'error',
    from: { path: '^src/capabilities/', pathNot: TEST },
    to: { path: '^src/platform/database/(connect|roles|migrate)\\.[jt]s$' },
  },
  {
    name: 'embedded-by-app',
    comment: 'the embedded server is started and stopped by src/app alone',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/app/', '^src/platform/database/embedded/', TEST] },
    to: { path: '^src/platform/database/embedded/' },
  },
  {
    name: 'one-outbox',
    comment: 'no message leaves but through one outbox: nothing but its transport speaks to a mail server',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/platform/mail/transport/', TEST] },
    to: {
      path: [
        '(^|/)(nodemailer|smtp-connection|sendmail|mailgun\\.js|@sendgrid/mail|notifications-node-client|twilio|@aws-sdk/client-(ses|sns)[^/]*)(/|$)',
        '^(node:)?(tls|dgram|http2|https)$',
      ],
    },
  },
  {
    name: 'transport-by-outbox',
    comment: 'what leaves was put into the outbox: its transport is called by what hands over what waits there',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/platform/mail/[^/]+\\.[jt]s$', '^src/platform/mail/transport/', TEST] },
    to: { ...VALUES, path: '^src/platform/mail/transport/' },
  },
  {
    name: 'one-door-to-providers',
    comment: 'what a sign-on provider says is believed in one place',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/capabilities/access/sign-on/(provider|asked|probe|measured-fetch)\\.[jt]s$', TEST] },
    to: { path: '(^|/)(openid-client|oauth4webapi)(/|$)' },
  },
  {
    name: 'platform-knows-no-capability',
    comment: 'the platform is technical: it imports language and itself',
    severity: 'error',
    from: { path: '^src/platform/', pathNot: ['^src/platform/table-in/', TEST] },
    to: { path: '^(src|tests|scripts|bench|examples)/', pathNot: '^src/(platform|language)/' },
  },
  {
    name: 'tables-in-read-files',
    comment: 'tables that are given in are read by the pure rows of documents, and know no capability either (docs/decisions/0023)',
    severity: 'error',
    from: { path: '^src/platform/table-in/', pathNot: TEST },
    to: {
      path: '^(src|tests|scripts|bench|examples)/',
      pathNot: '^src/(platform|language|documents/(rows|csv)/|documents/unreadable)',
    },
  },
  {
    name: 'pure-rooms-touch-nothing',
    comment: 'a pure room has no file, network, database or framework in it',
    severity: 'error',
    from: { path: PURE, pathNot: TEST },
    to: {
      pathNot: ['^src/', '^(tests|scripts|bench|examples)/', `(^|/)(${PURE_PACKAGES.join('|')})(/|$)`],
    },
  },
  {
    name: 'app-on-top',
    comment: 'src/app puts everything together: only main.mjs imports it',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/app/', '^src/main\\.m?[jt]s$', TEST] },
    to: { path: '^src/(app/|main\\.m?[jt]s$)' },
  },
  {
    name: 'nothing-from-tests',
    comment: 'what runs imports nothing that was written to look at it',
    severity: 'error',
    from: { path: '^src/', pathNot: TEST },
    to: { path: ['^(tests|scripts|bench|examples)/', TEST] },
  },
  {
    name: 'no-circles',
    comment: 'two files that need each other are one, or lack a third',
    severity: 'error',
    from: { path: '^src/' },
    to: { circular: true },
  },
];

module.exports = { forbidden: [...rooms, ...capabilities, ...insideCapability, ...outside] };
