import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { z } from 'zod';
import type { Within } from '../../../src/platform/database/database.ts';
import { jobsOf, periodAt, timedOf } from '../../../src/platform/jobs/timed.ts';
import { HOME } from '../../../src/platform/settings/settings.ts';
import { runTimed } from '../../support/run-timed.ts';
import { testSite } from '../../support/site.ts';
import { type Body, makeBody } from './body.ts';
import type { Kind } from './ids.ts';
import { digestOf } from './state.ts';

const site = await testSite();
after(site.close);

let ashmere: Body;
let saltby: Body;

before(async () => {
  ashmere = await makeBody(site, 'Kittiwake');
  saltby = await makeBody(site, 'Dunlin');
  // what making them left to be done, and what comes by the clock, is no work of a job that is tried
  await runTimed(site);
});

const digest = (body: Body) => digestOf(site, body.ids.organisation[0]!);

/** Fields of payloads that are named in short. */
const NAMED: Record<string, Kind> = {
  change: 'bulkChange',
  givenTable: 'givenAreas',
  calendar: 'namedCalendar',
};

/** @throws for a field that nobody said what it names: a job with it would go untried. */
function payloadFor(shape: z.ZodType, body: Body): Record<string, string> {
  const fields = Object.keys((shape as z.ZodObject).shape ?? {});
  assert.ok(fields.length, 'A job’s payload is an object with named fields.');
  return Object.fromEntries(
    fields.map(field => {
      if (field === 'at') return [field, site.clock.now().toString()];
      const ids = body.ids[NAMED[field] ?? (field.replace(/(Id|_id)$/, '') as Kind)];
      assert.ok(ids, `Nobody said what the payload’s "${field}" names.`);
      return [field, ids[0]!];
    }),
  );
}

const jobs = jobsOf(site.capabilities);

for (const job of jobs)
  test(`the job ${job.name} of one organisation does nothing to another’s record`, async () => {
    // waiting, as a record is that the job has something to do with
    const organisation = ashmere.ids.organisation[0]!;
    await site.within(organisation, ({ db }) =>
      db.updateTable('readings').set({ status: 'waiting' }).execute(),
    );
    const [theirs, ours] = [await digest(ashmere), await digest(saltby)];
    await site.query(
      'insert into queued_jobs (organisation_id, name, payload, queued_at) values ($1, $2, $3, now())',
      [saltby.ids.organisation[0], job.name, payloadFor(job.payload, ashmere)],
    );
    await site.runJobs().catch(() => 0); // it may also refuse, as long as nothing happens
    assert.deepEqual(await digest(ashmere), theirs);
    assert.deepEqual(await digest(saltby), ours);
  });

test('there are jobs, and each that is named twice would hide the other', () => {
  assert.ok(jobs.length > 0);
  assert.equal(new Set(jobs.map(job => job.name)).size, jobs.length);
});

test('what comes by the clock is noted under names of its own, and its hours are hours', () => {
  const timed = timedOf(site.capabilities);
  assert.equal(new Set(timed.map(one => one.name)).size, timed.length);
  for (const one of timed) {
    const at = periodAt(one, site.clock.now(), 'Europe/London').toString();
    assert.ok(one.job.payload.safeParse({ at }).success, one.name);
  }
});

type Query = { name: string; ask: (...given: unknown[]) => unknown };

/** Every function that a capability's queries export. */
async function queries(): Promise<Query[]> {
  const paths = globSync('src/capabilities/*/{queries.ts,queries/*.ts}', { cwd: HOME });
  const found: Query[] = [];
  for (const path of paths.filter(one => !one.endsWith('.test.ts')).sort())
    for (const [name, ask] of Object.entries(await import(join(HOME, path))))
      if (typeof ask === 'function') found.push({ name: `${path} ${name}`, ask: ask as Query['ask'] });
  return found;
}

/** What may be given to a query that is asked for an identifier of a kind. */
const WAYS: readonly ((id: string, kind: Kind) => unknown[])[] = [
  id => [id],
  id => [id, id],
  (id, kind) => [{ id, [kind]: id }],
];

/**
 * What a query answers to a body for each of many things that it is given; nothing where it refuses or is not asked so.
 * One transaction goes on until the database refuses something, after which it answers to nothing: with one for each of
 * 60,000 questions this took a minute.
 */
async function answers(body: Body, { ask }: Query, given: readonly unknown[][]): Promise<string[]> {
  const answered: string[] = [];
  while (answered.length < given.length) {
    const already = answered.length;
    const refused = (fault: unknown) => {
      // where the question before had left something undone that failed, this one was not heard
      if (!(isSpent(fault) && answered.length > already)) answered.push('');
    };
    await site
      .within(body.ids.organisation[0]!, async (within: Within) => {
        for (const one of given.slice(answered.length))
          try {
            answered.push(JSON.stringify(await ask(within, ...one)) ?? '');
          } catch (fault) {
            if ((fault as { code?: unknown }).code) throw fault;
            answered.push('');
          }
      })
      .catch(fault => answered.length < given.length && refused(fault));
  }
  return answered;
}

/** The transaction had failed before. */
const isSpent = (fault: unknown): boolean => (fault as { code?: unknown }).code === '25P02';

test('no query of a capability answers with another organisation’s words, whatever identifier it is given', async () => {
  const kinds = Object.keys(ashmere.ids) as Kind[];
  const givenOf = (body: Body, way: (typeof WAYS)[number]) =>
    kinds.map(kind => way(body.ids[kind][0]!, kind));
  let answered = 0;
  for (const query of await queries())
    for (const way of WAYS) {
      const theirs = await answers(saltby, query, givenOf(ashmere, way));
      for (const [place, kind] of kinds.entries())
        assert.doesNotMatch(theirs[place]!, /kittiwake/i, `${query.name} was given a ${kind}`);
      if (answered > ENOUGH) continue;
      const ours = await answers(saltby, query, givenOf(saltby, way));
      answered += ours.filter(said => /dunlin/i.test(said)).length;
    }
  assert.ok(
    answered > ENOUGH,
    `only ${answered} queries answered their own organisation, so little was tried`,
  );
});

/** So many answers of one's own show that the questions are the right ones. */
const ENOUGH = 100;
