import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../../src/platform/settings/settings.ts';
import type { Fields } from '../client.ts';
import { fieldsOf } from '../filled-form.ts';
import { givenInAndRead } from '../given-in.ts';
import type { Person, TestSite } from '../site.ts';

const GIVEN = join(HOME, '../shared/inputs');

/** A document of a real body that stands beside the project, where it does, by how its name begins. */
export function givenDocument(beginning: string): Uint8Array | undefined {
  const [name] = existsSync(GIVEN) ? globSync(`${beginning}*.docx`, { cwd: GIVEN }) : [];
  return name === undefined ? undefined : readFileSync(join(GIVEN, name));
}

/** Given in, read and accepted as a plan by a person, whose identifier comes back. */
export async function planOf(site: TestSite, person: Person, content: Uint8Array): Promise<string> {
  const reading = await givenInAndRead(site, person, content, 'Ashmere plan.docx');
  const accepted = {
    ...{ version: '1', title: 'Ashmere plan', kind: 'stakeholder-plan', marking: 'none', ask: 'no' },
  };
  const { location, text } = await person.post(`/readings/${reading}/accept`, accepted);
  assert.match(location ?? '', /^\/plans\//, text);
  await site.runJobs();
  return location!.replace('/plans/', '');
}

/** What of a plan is promised: a timing of a line by its place, or a clause; and what is said besides. */
export type Said = { line?: number; at?: string; clause?: string; kind?: string; fields?: Fields };

/** People who look at what a plan says and keep it, each timing on its page. */
export function keeping(site: TestSite, person: Person, plan: string) {
  const lines = () =>
    site.within(person.organisation, ({ db }) =>
      db.selectFrom('lines').select(['id', 'position']).where('plan_id', '=', plan).execute(),
    );
  return {
    /** Every timing of the plan of which nothing is promised: "2 t1". */
    open: async (): Promise<string[]> => {
      const { dom } = await person.get(`/plans/${plan}/promises`);
      const at = new Map((await lines()).map(({ id, position }) => [id, position]));
      return dom
        .querySelectorAll('a[href*="/promises/new?line="]')
        .map(link => new URLSearchParams(link.getAttribute('href')!.split('?')[1]))
        .map(said => `${at.get(said.get('line')!)} ${said.get('at')}`);
    },
    /** Keeps it with what its words propose and what is said otherwise; the promise's identifier comes back. */
    keep: async ({ line, at = '', clause, kind, fields = {} }: Said): Promise<string> => {
      const of: Record<string, string> = clause
        ? { clause }
        : { line: (await lines()).find(({ position }) => position === line)!.id, at };
      const here = `/plans/${plan}/promises/new`;
      const page = await person.get(`${here}?${new URLSearchParams({ ...of, ...(kind && { kind }) })}`);
      const form = page.dom.querySelectorAll('form').find(one => one.getAttribute('action') === here);
      assert.ok(form, page.text);
      const done = await person.post(here, { ...fieldsOf(form), ...of, ...fields, act: 'keep' });
      assert.match(done.location ?? '', /^\/promises\//, done.text);
      return done.location!.replace('/promises/', '');
    },
  };
}
