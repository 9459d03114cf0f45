import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routeList } from '../../src/platform/http/route-list.ts';
import { notFound } from '../../src/platform/http/visit.ts';
import { differences } from './differences.ts';
import { routesText } from './routes.ts';

const handler = () => notFound;
const listed = (needs: 'viewer' | 'editor', ...further: string[]) =>
  routesText(
    routeList([
      {
        name: 'plans',
        routes: routes => {
          for (const path of ['/plans', ...further]) routes.get(path, needs, handler);
        },
      },
    ]),
  );

test('the same routes have no differences', () => {
  assert.deepEqual(differences(listed('viewer'), listed('viewer')), []);
});

test('a route that is gone, one that is new and one that admits others show', () => {
  assert.match(
    differences(listed('viewer', '/plans/:plan'), listed('viewer')).join(),
    /^- GET +\/plans\/:plan/,
  );
  assert.match(
    differences(listed('viewer'), listed('viewer', '/plans/:plan')).join(),
    /^\+ GET +\/plans\/:plan/,
  );
  const admitted = differences(listed('editor'), listed('viewer'));
  assert.equal(admitted.length, 2);
  assert.match(admitted[0]!, /^- GET +\/plans +editor/);
});
