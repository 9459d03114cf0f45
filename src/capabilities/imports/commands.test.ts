import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { after, test } from 'node:test';
import { readCommand } from './commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'commsgrid-read-'));
after(() => rmSync(folder, { recursive: true }));
const PLAN =
  'Ashmere plan\n\nWhat\tOwner\tWhen\tRisk\nHold ward panel\tWard sergeant\tJune\tLow\n\nKept in the press office.\n';

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const plan = file('plan.txt', PLAN);

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const streams = {
    out: { write: (text: string) => out.push(text) },
    err: { write: (text: string) => err.push(text) },
  };
  const code = await readCommand(args, { uploadLimit: 1024 * 1024 }, streams);
  return { code, out: out.join(''), err: err.join('') };
}

test('--json prints the reading, and today gives a year to dates without one', async () => {
  const { code, out, err } = await run(plan, '--json', '--today', '2031-01-15');
  assert.equal(code, 0);
  assert.equal(err, '');
  const reading = JSON.parse(out);
  assert.equal(reading.document.title, 'Ashmere plan');
  assert.equal(reading.lines[0].schedules[0].by, '2031-06-30');
  assert.deepEqual(reading.lines[0].other, { Risk: 'Low' });
});

test('without --json it is words: the line, its timing, what is left over, and no word lost', async () => {
  const { out } = await run(plan, '--today', '2031-01-15');
  assert.match(out, /1 line in 1 section, 1 timing \(1 with dates\)/);
  assert.match(out, /Owner +Ward sergeant/);
  assert.match(out, /June → in June 2031/);
  assert.match(out, /, 0 lost, /);
  assert.match(out, /Kept in the press office/);
  assert.doesNotMatch(out, /the heading says/);
});

test('--explain says why', async () => {
  const { out } = await run(plan, '--explain');
  assert.match(
    out,
    /Owner → Owner\n +because the heading says “Owner”; its cells are such as “Ward sergeant”\n/,
  );
  assert.match(out, /State +No state given\n +because no cell of the row holds a word that tells a state\n/);
  assert.match(
    out,
    /Timing +June → .*\n +because under “When”: its words name a day, .*; no year is printed, so/,
  );
  assert.match(out, /Answers +Ward sergeant → a post\n +because under “Owner”: “sergeant” names a post\n/);
});

test('whoever reads may stop before the end, and nothing is told as a fault', async () => {
  const out = new Writable({
    write: (_text, _encoding, done) =>
      void setImmediate(done, Object.assign(new Error('closed'), { code: 'EPIPE' })),
  });
  const err = { write: (text: string) => assert.fail(text) };
  assert.equal(await readCommand([plan], { uploadLimit: 1024 * 1024 }, { out, err }), 0);
  await new Promise(done => out.once('close', done));
});

const impossible: [string, string[], RegExp][] = [
  ['no file', [], /^Name the document to read\. Use: commsgrid read FILE/],
  ['two files', [plan, plan], /^One document is read at a time\./],
  ['a file that is not there', [join(folder, 'none.docx')], /^There is no file .*none\.docx\.\n$/],
  ['a folder', [folder], /is a folder/],
  ['an unknown option', [plan, '--quick'], /--quick.*Use: commsgrid read/],
  ['a day that is none', [plan, '--today', '2025-02-30'], /^"2025-02-30" is not a day\./],
  ['a day in another form', [plan, '--today', 'tomorrow'], /^"tomorrow" is not a day\./],
  ['an empty file', [file('empty.docx', '')], /^empty\.docx is empty\./],
  ['a PDF that is cut off', [file('plan.pdf', '%PDF-1.4')], /^plan\.pdf is damaged/],
  ['what is no Word document', [file('odd.docx', 'words')], /^odd\.docx is not what its name says/],
  ['a file over the limit', [file('big.txt', 'x'.repeat(1024 * 1024 + 1))], /is 1.1 MB, more than the 1 MB/],
];
for (const [what, args, sentence] of impossible)
  test(`${what}: one sentence on standard error, nothing else, exit code 2`, async () => {
    const { code, out, err } = await run(...args);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, sentence);
    assert.equal(err.trim().split('\n').length, 1);
  });

test('--explain says why each clause is one, and why its heading is', async () => {
  const policy = file(
    'policy.txt',
    'Ashmere media policy\n\n1. Enquiries\n\n1.1 Every enquiry is answered in two hours.\n',
  );
  const { out } = await run(policy, '--explain');
  assert.match(
    out,
    /because it begins with its number, 1\.1, at level 2; its heading is one because it is short and begins with a number\n/,
  );
  assert.doesNotMatch((await run(policy)).out, /because/);
});

test('a quarter is counted from the financial year that it is told', async () => {
  const quarterly = file('quarter.txt', PLAN.replace('June', 'Q1 2025/26'));
  const by = async (...options: string[]) =>
    JSON.parse((await run(quarterly, '--json', ...options)).out).lines[0].schedules[0].by;
  assert.equal(await by(), '2025-06-30');
  assert.equal(await by('--financial-year-starts', '06-01'), '2025-08-31');
});

test('--help says what the options are, without a document', async () => {
  const { code, out, err } = await run('--help');
  assert.deepEqual([code, err], [0, '']);
  for (const option of [
    '--json',
    '--explain',
    '--today',
    '--financial-year-starts 04-01',
    '--spring-starts 03-01',
  ])
    assert.ok(out.includes(option), option);
});

test('a calendar that cannot be is refused: exit 2, and a sentence on standard error', async () => {
  const { code, out, err } = await run(plan, '--financial-year-starts', 'Septober');
  assert.deepEqual([code, out], [2, '']);
  assert.match(
    err,
    /^"Septober" is not a month\. Give --financial-year-starts as month and day, such as 04-01\.\n$/,
  );
});
