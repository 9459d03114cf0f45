import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routeList } from '../../src/platform/http/route-list.ts';
import { notFound } from '../../src/platform/http/visit.ts';
import { differences } from './differences.ts';
import { routesText } from './routes.ts';

const handler = () => notFound;
const listed = async (needs: 'viewer' | 'editor', ...further: string[]) =>
  routesText(
    await routeList([
      {
        name: 'plans',
        routes: routes => {
          for (const path of ['/plans', ...further]) routes.get(path, needs, handler);
        },
      },
    ]),
  );

test('the same routes have no differences', async () => {
  assert.deepEqual(differences(await listed('viewer'), await listed('viewer')), []);
});

test('a route that is gone, one that is new and one that admits others show', async () => {
  assert.match(
    differences(await listed('viewer', '/plans/:plan'), await listed('viewer')).join(),
    /^- GET +\/plans\/:plan/,
  );
  assert.match(
    differences(await listed('viewer'), await listed('viewer', '/plans/:plan')).join(),
    /^\+ GET +\/plans\/:plan/,
  );
  const admitted = differences(await listed('editor'), await listed('viewer'));
  assert.equal(admitted.length, 2);
  assert.match(admitted[0]!, /^- GET +\/plans +editor/);
});
