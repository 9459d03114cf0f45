import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { routeList } from '../../../src/platform/http/route-list.ts';
import type { Client, Fields, Response } from '../../support/site.ts';
import { testSite } from '../../support/site.ts';
import { addressOf, matches, namesRecords, parametersOf } from './addresses.ts';
import { type Body, makeBody, swapped } from './body.ts';
import { type Form, walk } from './forms.ts';
import type { Kind } from './ids.ts';
import { digestOf, rowsSaying } from './state.ts';

const site = await testSite();
after(site.close);

/** Every route of every capability that takes part in the product; one that is added is tried at once. */
const ROUTES = await routeList(site.capabilities);
/** What signs the attacker out cannot be tried before the rest. */
const LAST = '/sign-out';

let ashmere: Body;
let saltby: Body;
let forms: Form[];
let addresses: string[];
let untouched: Record<string, string>;

before(async () => {
  ashmere = await makeBody(site, 'Kittiwake');
  saltby = await makeBody(site, 'Dunlin');
  const own = ROUTES.filter(({ method }) => method === 'GET').map(({ path }) =>
    addressOf(path, first(saltby)),
  );
  ({ forms, addresses } = await walk(saltby.administrator, own));
  untouched = await digest(ashmere);
});

const first = (body: Body) => (kind: Kind) => body.ids[kind][0]!;
const digest = (body: Body) => digestOf(site, body.ids.organisation[0]!);

/** Nothing of Ashmere was shown, and where a record of theirs was named, it was not found or refused. */
function assertKept(response: Response, what: string, refused: boolean): void {
  const shown = `${response.bytes.toString('latin1')} ${JSON.stringify(response.headers)}`;
  assert.doesNotMatch(shown, /kittiwake/i, `${what} shows words of the other organisation`);
  assert.doesNotMatch(response.text, /This form is too old/, `${what} was not tried: its token is missing`);
  if (refused) assert.ok([403, 404].includes(response.status), `${what} answers ${response.status}`);
}

/** The fields of a route's own form where a page has one, so that the answer is not for a field that is missing. */
function fieldsFor(path: string): Fields {
  const filled = forms.filter(form => matches(path, form.action)).map(form => form.fields);
  return Object.assign({}, ...filled);
}

const theirs = (fields: Fields): Fields => JSON.parse(swapped(JSON.stringify(fields), saltby, ashmere));

/** Names that a field for a record might have, with the other organisation's record in each. */
function guessed(): Fields {
  const kinds = Object.keys(ashmere.ids) as Kind[];
  return Object.fromEntries(
    kinds.flatMap(kind => [kind, `${kind}Id`, `${kind}_id`].map(name => [name, first(ashmere)(kind)])),
  );
}

function send(client: Client, { path, options }: (typeof ROUTES)[number], address: string, fields: Fields) {
  if (!options.upload) return client.post(address, fields);
  const file = { name: 'Dunlin.txt', content: 'Dunlin plan' };
  // a form with a file has few fields, and more of them are refused before any page sees them
  const few = Object.fromEntries(Object.entries(fields).slice(0, 40));
  assert.ok(path);
  return client.upload(address, file, few);
}

test('each parameter of each route names something that is known here', () => {
  for (const { path } of ROUTES) parametersOf(path);
  assert.throws(() => parametersOf('/leaflets/:leaflet'), /Nobody said what :leaflet/);
});

test('both have records of each kind, and pages that show them', () => {
  for (const body of [ashmere, saltby])
    for (const [kind, ids] of Object.entries(body.ids))
      assert.ok(ids.length > 0, `${body.mark} has no ${kind}`);
  assert.ok(forms.length > 5, `only ${forms.length} forms were found`);
});

for (const { path } of ROUTES.filter(({ method, path }) => method === 'GET' && namesRecords(path)))
  test(`GET ${path} finds one’s own record`, async () => {
    const { status } = await saltby.administrator.get(addressOf(path, first(saltby)));
    assert.ok(status < 400, `answers ${status}`);
  });

for (const route of ROUTES.filter(({ path }) => namesRecords(path)))
  test(`${route.method} ${route.path} does not find another organisation’s record`, async () => {
    const address = addressOf(route.path, first(ashmere));
    const { administrator } = saltby;
    const bodies =
      route.method === 'GET' ? [{}] : [{}, fieldsFor(route.path), theirs(fieldsFor(route.path)), guessed()];
    for (const fields of bodies) {
      const response =
        route.method === 'GET'
          ? await administrator.get(address)
          : await send(administrator, route, address, fields);
      assertKept(response, `${route.method} ${address}`, true);
    }
    await site.runJobs();
    assert.deepEqual(await digest(ashmere), untouched);
  });

for (const { path, kinds } of ROUTES.map(({ path }) => ({ path, kinds: parametersOf(path) })))
  if (kinds.filter(({ names }) => typeof names === 'string').length > 1)
    test(`${path} does not find another organisation’s record under one’s own`, async () => {
      for (const { names: foreign } of kinds) {
        const address = addressOf(path, kind => first(kind === foreign ? ashmere : saltby)(kind));
        if (!address.includes(first(ashmere)(foreign as Kind))) continue;
        for (const route of ROUTES.filter(one => one.path === path)) {
          const response =
            route.method === 'GET'
              ? await saltby.administrator.get(address)
              : await send(saltby.administrator, route, address, fieldsFor(path));
          assertKept(response, `${route.method} ${address}`, true);
        }
      }
      assert.deepEqual(await digest(ashmere), untouched);
    });

test('no page of one’s own shows another’s words, whatever it is asked', async () => {
  for (const address of addresses) {
    assertKept(await saltby.administrator.get(address), address, false);
    const other = swapped(address, saltby, ashmere);
    if (other !== address) assertKept(await saltby.administrator.get(other), other, false);
  }
  assert.deepEqual(await digest(ashmere), untouched);
});

for (const route of ROUTES.filter(({ method, path }) => method === 'POST' && path !== LAST))
  test(`${route.method} ${route.path} takes no record of another organisation from a form`, async () => {
    const address = addressOf(route.path, first(saltby));
    const organisation = first(saltby)('organisation');
    for (const fields of [
      theirs(fieldsFor(route.path)),
      { ...theirs(fieldsFor(route.path)), ...guessed() },
    ]) {
      // somebody else each time: some of these lead into an organisation of one's own
      const person = await site.person({ role: 'administrator', organisation, name: 'Dunlin other' });
      assertKept(await send(person, route, address, fields), `POST ${address}`, false);
    }
    await site.runJobs();
    assert.deepEqual(await digest(ashmere), untouched);
    assert.deepEqual(await rowsSaying(site, organisation, 'kittiwake'), []);
  });

test('nobody who is not signed in is shown anything', async () => {
  const visitor = site.visitor();
  for (const route of ROUTES) {
    const address = addressOf(route.path, first(ashmere));
    const response =
      route.method === 'GET'
        ? await visitor.get(address)
        : await visitor.post(address, fieldsFor(route.path));
    assert.doesNotMatch(response.html + JSON.stringify(response.headers), /kittiwake/i, address);
    if (route.admits !== 'everyone') assert.match(response.location ?? '', /^\/sign-in/, address);
  }
  assert.deepEqual(await digest(ashmere), untouched);
});

test('a viewer changes nothing, and is refused whatever asks for more', async () => {
  for (const route of ROUTES.filter(({ admits }) => admits === 'editor' || admits === 'administrator')) {
    const address = addressOf(route.path, first(ashmere));
    const response =
      route.method === 'GET'
        ? await ashmere.viewer.get(address)
        : await ashmere.viewer.post(address, fieldsFor(route.path));
    assert.equal(response.status, 403, `${route.method} ${address}`);
    assert.doesNotMatch(response.text, /This form is too old/);
  }
  await site.runJobs();
  assert.deepEqual(await digest(ashmere), untouched);
});
