import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { PassThrough, Readable, Writable } from 'node:stream';
import { test } from 'node:test';
import { timingCommand } from './timing-command.ts';

const TODAY = ['--today', '2025-04-01'];

async function run(args: string[], input = '') {
  const out = new PassThrough();
  const err: string[] = [];
  const code = await timingCommand(args, {
    in: Readable.from([input]),
    out,
    err: { write: (text: string) => err.push(text) },
  });
  out.end();
  return { code, out: (await out.toArray()).join(''), err: err.join('') };
}

const answers = (out: string): Record<string, unknown>[] =>
  out
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));

test('--json prints one object on one line: what the phrase is taken to mean, and the next dates', async () => {
  const { code, out, err } = await run(['first Tuesday of the month', ...TODAY, '--json']);
  assert.equal(code, 0);
  assert.equal(err, '');
  assert.deepEqual(answers(out), [
    {
      phrase: 'first Tuesday of the month',
      kind: 'recurring',
      rule: 'FREQ=MONTHLY;BYDAY=1TU',
      from: null,
      by: null,
      meaning: 'on the first Tuesday of each month',
      doubt: null,
      next: ['2025-04-01', '2025-05-06', '2025-06-03'].map(day => ({ from: day, by: day })),
    },
  ]);
});

test('the financial year and the seasons are those that it is told', async () => {
  const when = async (phrase: string, ...options: string[]) =>
    answers((await run([phrase, ...TODAY, '--json', ...options])).out)[0];
  const summer = async (...options: string[]) => (await when('Summer 2025', ...options))?.by;
  assert.equal((await when('Q1 2025/26'))?.by, '2025-06-30');
  assert.equal((await when('Q1 2025/26', '--financial-year-starts', '06-01'))?.by, '2025-08-31');
  assert.equal(await summer(), '2025-08-31');
  assert.equal(await summer('--spring-starts', '04-01'), '2025-09-30');
  assert.equal(
    answers((await run(['-', ...TODAY, '--spring-starts', 'April'], 'Summer 2025\n')).out)[0]?.by,
    '2025-09-30',
  );
});

test('--help says what the options are', async () => {
  const { code, out } = await run(['--help']);
  assert.equal(code, 0);
  for (const option of ['--json', '--today', '--financial-year-starts 04-01', '--spring-starts 03-01'])
    assert.ok(out.includes(option), option);
});

test('a question stands where the words leave one', async () => {
  const [found] = answers((await run(['bi-monthly', ...TODAY, '--json'])).out);
  assert.equal(found?.doubt, 'every two months or twice a month?');
});

test('several timings of one phrase are all told, the first of them on top', async () => {
  const [found = {}] = answers((await run(['Quarterly; by 30 June 2025', ...TODAY, '--json'])).out);
  assert.equal(found.kind, 'recurring');
  assert.deepEqual(
    (found.timings as Record<string, unknown>[]).map(({ phrase, kind, by }) => [phrase, kind, by]),
    [
      ['Quarterly', 'recurring', null],
      ['by 30 June 2025', 'dated', '2025-06-30'],
    ],
  );
});

test('without --json it is words', async () => {
  const { out } = await run(['w/c', '9', 'June', ...TODAY]);
  assert.match(out, /^w\/c 9 June: in the week of Monday 9 June 2025\n/);
  assert.match(out, /Next +w\/c 9 Jun/);
});

test('with - each line is a phrase and has its answer, empty and odd ones too', async () => {
  const { code, out } = await run(['-', ...TODAY], '\nweekly\r\n  \nComplete\nxyzzy\u0000\nby 30 June');
  assert.equal(code, 0);
  assert.deepEqual(
    answers(out).map(({ phrase, kind, rule }) => [phrase, kind, rule]),
    [
      ['', 'undetermined', null],
      ['weekly', 'recurring', 'FREQ=WEEKLY'],
      ['', 'undetermined', null],
      ['Complete', 'undetermined', null],
      ['xyzzy\u0000', 'undetermined', null],
      ['by 30 June', 'dated', null],
    ],
  );
});

test('it stops when nobody reads on', async () => {
  const out = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) =>
      void setImmediate(done, Object.assign(new Error('closed'), { code: 'EPIPE' })),
  });
  const asked = { in: Readable.from(['weekly\n'.repeat(5000)]), out, err: { write: () => assert.fail() } };
  assert.equal(await timingCommand(['-'], asked), 0);
});

const impossible: [string, string[], RegExp][] = [
  ['no phrase', [], /^Give the phrase to read\. Use: commsgrid timing/],
  ['an empty phrase', ['  '], /^Give the phrase to read\./],
  ['an option that is not there', ['weekly', '--soon'], /--soon.*\. Put -- before a phrase/],
  ['a month that is not there', ['weekly', '--financial-year-starts', '13-01'], /^"13-01" is not a month\./],
  ['a spring in autumn', ['weekly', '--spring-starts', 'October'], /^Spring does not begin in October\./],
  ['a day that is not there', ['weekly', '--today', '2025-02-30'], /^"2025-02-30" is not a day\./],
];

for (const [what, args, says] of impossible) {
  test(`${what}: exit 2, and a sentence on standard error`, async () => {
    const { code, out, err } = await run(args);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, says);
  });
}

const SHARED = new URL('../../../shared/import/timing.tsv', import.meta.url);

test('every phrase of the shared table, through the command', {
  skip: !existsSync(SHARED) && `it is kept beside the checkout, and ${SHARED.pathname} is not there`,
}, async () => {
  const [, ...rows] = readFileSync(SHARED, 'utf8').trimEnd().split(/\r?\n/);
  const truths = rows.map(row => row.split('\t'));
  const { out } = await run(['-', ...TODAY], truths.map(([phrase]) => `${phrase}\n`).join(''));
  const found = answers(out);
  assert.equal(found.length, truths.length);
  for (const [index, [phrase = '', kind = '', rule = '', , by = '']] of truths.entries()) {
    const accepts = (column: string, value: unknown) => !column || column.split('|').includes(String(value));
    const one = found[index];
    assert.equal(one?.phrase, phrase);
    assert.ok(accepts(kind, one?.kind) && accepts(rule, one?.rule) && accepts(by, one?.by), phrase);
  }
});
