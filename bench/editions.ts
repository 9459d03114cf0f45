import { setTimeout as pause } from 'node:timers/promises';
import { expectMoved, type OverHttp, setUp } from '../tests/support/over-http.ts';
import { giveIn, untilRead } from '../tests/support/readings.ts';
import { cpuOf } from './cpu.ts';
import { forget, type Installation, startInstallation } from './installation.ts';
import { longWorkbook, nextWorkbook } from './made-documents.ts';
import { cpuPerRequest } from './measure.ts';
import { Report } from './report.ts';

const PAGE_BAR = 8;
/** Pages of the review, each asked for often enough to be told from noise. */
const REQUESTS = 40;
/** What the engine translates only after thousands of rows is not the cost of the page that happens to come first. */
const WARMING = 200;

/** A workbook of 5,000 rows looked through before it is a plan, and its next edition worked into that plan. */
export async function measureEditions(report: Report): Promise<void> {
  const at = await startInstallation();
  try {
    const person = await setUp(at.address, at.firstLink ?? '');
    await person.get('/readings/new');
    const first = await giveIn(person, 'plan.xlsx', await longWorkbook());
    await untilRead(person, first);
    await measureReview(report, at, person, `/readings/${first}`);
    const plan = expectMoved(await person.post(`/readings/${first}/accept`, await acceptance(person, first)));
    await measureMerge(report, at, person, plan);
  } finally {
    await at.stop();
    forget(at.data);
  }
}

async function measureReview(report: Report, at: Installation, person: OverHttp, review: string) {
  const see = (query: string) => async () => {
    const { status } = await person.get(review + query);
    if (status !== 200) throw new Error(`${review}${query} answered ${status}`);
  };
  const opened = cpuOf(at.serving());
  await see('')();
  report.limit('The review of 5,000 rows opened: processor time', cpuOf(at.serving()) - opened, 1500, 'ms');
  for (let number = 0; number < WARMING; number++) await see('')();
  for (const [name, query] of [
    ['its first page', ''],
    ['its last page', '?page=100'],
    ['only its doubts', '?doubtful=yes'],
  ] as const)
    report.limit(
      `The review of 5,000 rows, ${name}: processor time`,
      await cpuPerRequest(at.serving, see(query), REQUESTS),
      PAGE_BAR,
      'ms',
    );
  const searched = await cpuPerRequest(at.serving, see('?q=matter'), REQUESTS);
  report.say('The review of 5,000 rows, a word that all of them have: processor time', searched);
}

async function acceptance(person: OverHttp, id: string): Promise<Record<string, string>> {
  const { html } = await person.get(`/readings/${id}`);
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '1';
  return { version, title: 'Ashmere Communications Plan', kind: 'stakeholder-plan', marking: 'none' };
}

async function measureMerge(report: Report, at: Installation, person: OverHttp, plan: string): Promise<void> {
  const id = await giveIn(person, 'next.xlsx', await nextWorkbook());
  await untilRead(person, id);
  await quiet(at);
  const compare = async () => {
    const form = { plan: 'other', other: plan.split('/').at(-1)! };
    expectMoved(await person.post(`/readings/${id}/edition`, form));
    await until(async () => /"status":"made"/.test((await person.get(`/readings/${id}/merge/status`)).html));
  };
  const compared = await spent(at, compare);
  report.limit('An edition of 5,000 rows compared: processor time', compared, 5000, 'ms');
  const { html } = await person.get(`/readings/${id}/merge`);
  const version = /name="version" value="(\d+)"/.exec(html)![1]!;
  const accept = async () => {
    expectMoved(await person.post(`/readings/${id}/merge/accept`, { version }));
    await until(async () => /became|accepted/i.test((await person.get(`/readings/${id}`)).html));
  };
  report.say('An edition of 5,000 rows worked in: processor time', await spent(at, accept));
}

/** Processor time of everything, the worker too, while something is done that ends when it says so; milliseconds. */
async function spent(at: Installation, act: () => Promise<void>): Promise<number> {
  const before = cpuOf(at.everything());
  await act();
  return cpuOf(at.everything()) - before;
}

/** What the first plan queued (its links with the registers) is no part of what comes after it. */
async function quiet(at: Installation): Promise<void> {
  await until(async () => (await spent(at, () => pause(1_000))) < 50);
}

const PATIENCE = 120_000;

async function until(holds: () => Promise<boolean>): Promise<void> {
  const begun = performance.now();
  while (!(await holds())) {
    if (performance.now() - begun > PATIENCE) throw new Error('It took more than two minutes.');
    await pause(100);
  }
}

if (import.meta.main) await measureEditions(new Report());
