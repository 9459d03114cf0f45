import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ACTS, type Act, may } from '../../../src/language/rights.ts';
import { ROLES } from '../../../src/language/role.ts';
import { OF_A_PLAN } from '../../../src/platform/http/admission.ts';
import { routeList } from '../../../src/platform/http/route-list.ts';
import { testSite } from '../../support/site.ts';
import { actOf } from './acts.ts';

const site = await testSite();
after(site.close);

const ROUTES = (await routeList(site.capabilities)).filter(
  ({ admits }) => !['everyone', 'arriving', 'anywhere'].includes(admits),
);

/** The first role that may do something, if only with lines that are theirs. */
const first = (act: Act) => ROLES.find(role => may({ role, marked: false }, act, { theirs: true }));

test('each route asks for the role that the one list names for what it does', () => {
  for (const { method, path, admits } of ROUTES) {
    const act = actOf(method, path);
    assert.equal(admits, first(act), `${method} ${path} is “${ACTS[act].words}”`);
  }
});

test('what needs a role in the whole organisation is not reached by a part of it', () => {
  for (const { method, path, options } of ROUTES) {
    const ofPlan = OF_A_PLAN.some(name => path.includes(`/:${name}`)) && !options.everywhere;
    assert.equal(ACTS[actOf(method, path)].where === 'plan', ofPlan, `${method} ${path}`);
  }
});
