import assert from 'node:assert/strict';
import { createPlan } from '../../src/capabilities/plans/index.ts';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from './plans.ts';
import type { TestSite } from './site.ts';

/** A day as a form sends it. */
export const day = (text: string, name = 'ends') => {
  const { day, month, year } = Temporal.PlainDate.from(text);
  return { [`${name}-day`]: `${day}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` };
};

/** What somebody's leaving is tried on: bodies with an administrator, people, and plans that they answer for. */
export function leavingOn(site: TestSite) {
  async function body(name: string) {
    const organisation = await site.organisation(name);
    const administrator = await site.person({ role: 'administrator', organisation });
    const post = async (path: string, fields: Record<string, string>) => {
      const done = await administrator.post(path, { kind: 'staff', language: 'en', ...fields });
      assert.equal(done.status, 303, `${path}: ${done.text}`);
      return done.location!;
    };
    const add = (who: string, more: Record<string, string> = {}) =>
      post('/directory/people', { name: who, email: `${who.replace(/\W+/g, '.')}@ashmere.example`, ...more });
    return { organisation, administrator, post, add };
  }

  /** A plan whose two lines somebody answers for, and a third to which they contribute. */
  async function planOf(organisation: string, owner: string) {
    const lines = [owner, owner, 'Clerk'].map((name, at) =>
      newLine({ reference: `R${at + 1}`, what: `Promise ${at + 1}`, owner: name }),
    );
    return site.within(organisation, within =>
      createPlan(
        within,
        newPlan({ sections: [{ title: 'Promises', columns: RECOMMENDATION_COLUMNS, lines }] }),
        site.clock.now(),
      ),
    );
  }

  return { body, planOf };
}
