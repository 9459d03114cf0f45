import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mayAs } from '../../../src/language/role.ts';
import { OF_A_PLAN } from '../../../src/platform/http/admission.ts';
import { type Route, routeList } from '../../../src/platform/http/route-list.ts';
import { type Response, testSite } from '../../support/site.ts';
import { addressOf } from './addresses.ts';
import { type Body, makeBody } from './body.ts';
import { walk } from './forms.ts';
import type { Kind } from './ids.ts';
import { ELSEWHERE, everyRole, type Hidden, hideSome, MARKED, type Placed } from './people-of-roles.ts';
import { digestOf } from './state.ts';

const site = await testSite();
after(site.close);

/** Those that ask who somebody is; the others are open to everybody, or to whoever has an account. */
const ROUTES = (await routeList(site.capabilities)).filter(
  ({ admits }) => admits !== 'everyone' && admits !== 'arriving',
);

let body: Body;
let placed: Placed[];
let hidden: Hidden;

before(async () => {
  body = await makeBody(site, 'Kittiwake');
  hidden = await hideSome(site, body);
  placed = await everyRole(site, body);
});

const first = (kind: Kind) => body.ids[kind][0]!;
const digest = async () => {
  const { sessions, ...rows } = await digestOf(site, first('organisation'));
  assert.ok(sessions);
  return rows;
};

const ofPlan = ({ path, options }: Route) =>
  OF_A_PLAN.some(name => path.includes(`/:${name}`)) && !options.everywhere;

type Expected = 'let in' | 'refused' | 'not found';

/** Said again in other words than the server's: a part leads to its plan and to no more than that. */
function expected(route: Route, { role, scope }: Placed): Expected {
  const { admits } = route;
  if (admits === 'anywhere') return 'let in';
  assert.ok(admits !== 'everyone' && admits !== 'arriving');
  if (scope === 'organisation') return mayAs(role!, admits) ? 'let in' : 'refused';
  if (!ofPlan(route)) return 'refused';
  if (!role) return 'not found';
  return mayAs(role, admits) ? 'let in' : 'refused';
}

const STATUS = { refused: 403, 'not found': 404 };

async function ask({ person }: Placed, route: Route, address: string): Promise<Response> {
  if (route.method === 'GET') return person.get(address);
  return route.options.upload
    ? person.upload(address, { name: 'Tern.txt', content: 'Tern' })
    : person.post(address, { version: '1' });
}

function assertRefused(response: Response, status: number, what: string): void {
  assert.equal(response.status, status, what);
  assert.doesNotMatch(response.text, /This form is too old/, what);
  if (status === 403) assert.match(response.text, /You may not do this.*Ask .*Kittiwake administrator/, what);
}

test('each route is tried as each role in each scope: whoever may not is told whom to ask, and nothing changes', async () => {
  const before = await digest();
  let refused = 0;
  for (const one of placed)
    for (const route of ROUTES) {
      const wanted = expected(route, one);
      if (wanted === 'let in') continue;
      const what = `${one.name}: ${route.method} ${route.path}`;
      assertRefused(await ask(one, route, addressOf(route.path, first)), STATUS[wanted], what);
      refused++;
    }
  await site.runJobs();
  assert.deepEqual(await digest(), before);
  assert.ok(refused > 500, `only ${refused} were refused`);
});

/** Each role and each scope once: the pages of all of them took a minute. */
const READERS: readonly string[] = [
  'viewer of the organisation',
  'owner of a plan',
  'editor of a department',
  'somebody without any part',
];

test('whoever may read gets the page that an administrator gets', async () => {
  const pages = ROUTES.filter(({ method }) => method === 'GET');
  for (const route of pages) {
    const address = addressOf(route.path, first);
    const { status } = await body.administrator.get(address);
    for (const one of placed.filter(({ name }) => READERS.includes(name))) {
      if (expected(route, one) !== 'let in' || (isSlow(route.path) && one.role !== 'owner')) continue;
      const response = await ask(one, route, address);
      const what = `${one.name}: GET ${route.path}`;
      if (isForOwners(route) && one.role === 'owner') assertRefused(response, 403, what);
      else if (!ownRecord(route.path) && !isAskedOfEach(route.path))
        assert.equal(response.status, status, what);
      assertHidden(response, one, what);
    }
  }
});

/** Files that are written cell by cell, of the same lines as the others. */
const isSlow = (path: string): boolean => /\.(docx|pdf|xlsx)$/.test(path);

/** An owner comes to the form of a line, and is refused there where they do not answer for it. */
const isForOwners = ({ admits }: Route) => admits === 'owner';

/** Found by whoever made them alone, as files that lie ready. */
const ownRecord = (path: string): boolean => /^\/(exports|views|bulk-changes)\/:|\/import\/:/.test(path);

/** Nothing of what they have no part in is shown, and nothing that is marked to whoever may not see that. */
function assertHidden({ html, headers }: Response, { role, scope }: Placed, what: string): void {
  const shown = html + JSON.stringify(headers);
  if (scope !== 'organisation') assert.ok(!shown.includes(ELSEWHERE), `${what} shows another plan`);
  if (!role || !mayAs(role, 'editor')) assert.ok(!shown.includes(MARKED), `${what} shows what is marked`);
}

test('no search, list, file or link leads from a part to anything else', async () => {
  const asked = [
    '/lines?q=works',
    '/lines?q=exercise',
    '/lines/export.csv',
    '/lines/export.json',
    '/lines?sort=owner',
  ];
  for (const one of placed.filter(({ name }) => READERS.includes(name)))
    for (const address of asked) {
      const response = await one.person.get(address);
      assert.equal(response.status, 200, `${one.name}: ${address}`);
      assertHidden(response, one, `${one.name}: ${address}`);
    }
  const reader = placed.find(({ scope, role }) => scope === 'plan' && role === 'viewer')!;
  const { addresses } = await walk(reader.person, ['/plans'], 25);
  for (const address of addresses) assertHidden(await reader.person.get(address), reader, address);
});

test('a plan that somebody has no part in is not found at any address, and nothing of it changes', async () => {
  const before = await digest();
  const there: Partial<Record<Kind, string>> = hidden;
  const routes = ROUTES.filter(ofPlan);
  for (const one of placed.filter(({ scope }) => scope === 'plan' || scope === 'department'))
    for (const route of routes) {
      const response = await ask(
        one,
        route,
        addressOf(route.path, kind => there[kind] ?? first(kind)),
      );
      const what = `${one.name}: ${route.method} ${route.path}`;
      assertRefused(response, 404, what);
      assertHidden(response, one, what);
    }
  assert.deepEqual(await digest(), before);
});

const ACTORS: readonly string[] = [...READERS, 'lead of the organisation', 'lead of a plan'];

test('whoever may act is not refused', async () => {
  for (const one of placed.filter(({ name }) => ACTORS.includes(name)))
    for (const route of ROUTES.filter(({ method }) => method === 'POST')) {
      if (expected(route, one) !== 'let in') continue;
      if ((isForOwners(route) && one.role === 'owner') || isAskedOfEach(route.path)) continue;
      const response = await ask(one, route, addressOf(route.path, first)).catch(withoutItsFields);
      assert.doesNotMatch(response?.text ?? '', /You may not do this/, `${one.name}: POST ${route.path}`);
    }
});

/** What is said of many dates at once: of each it is asked there whether it is theirs, by their role on its plan. */
const isAskedOfEach = (path: string): boolean => /^\/occurrences\/(settle|settled)\b/.test(path);

/** What a page says of a form that is sent without its fields may be at odds with the form; it was let in. */
function withoutItsFields(fault: Error): undefined {
  assert.match(fault.message, /^A page has faults/);
}
