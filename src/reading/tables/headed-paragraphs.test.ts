import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDocument } from '../../documents/open.ts';
import { readDocument } from '../read.ts';

const read = async (text: string) =>
  readDocument(await openDocument(Buffer.from(text), 'plan.txt'), {
    today: Temporal.PlainDate.from('2025-04-01'),
  });

const SCHOOLS = `2. Schools
Audience: Head teachers and pupils
Method: Assemblies
When: Once a term
Owner: Schools liaison officer`;

test('blocks of labelled paragraphs are lines, and what titles a block is their section', async () => {
  const { lines, remainder } = await read(`Ashmere engagement plan

1. Riverside estate
Audience: Tenants
Method: Street meetings
When: Quarterly
Owner: Ward sergeant
Status: Ongoing

${SCHOOLS}
`);
  const told = lines.map(({ section, audience, how, owner, state }) => [
    section,
    audience,
    how,
    owner,
    state,
  ]);
  assert.deepEqual(told, [
    ['1. Riverside estate', 'Tenants', 'Street meetings', 'Ward sergeant', 'ongoing'],
    ['2. Schools', 'Head teachers and pupils', 'Assemblies', 'Schools liaison officer', 'unknown'],
  ]);
  assert.deepEqual(lines[0]?.schedules[0]?.rule, 'FREQ=MONTHLY;INTERVAL=3');
  assert.match(remainder.map(one => one.text).join(' '), /Audience/); // the labels are words too
});

test('a lone block is no plan: reports begin so', async () => {
  const { lines } = await read(`Ashmere press rules

Audience: All staff
Status: Approved
Owner: Head of Communications
Method: Intranet

Nobody speaks to the press alone.
`);
  assert.equal(lines.length, 0);
});

test('the head of two versions of a document is no plan', async () => {
  const head = 'Audience: All staff\nVersion: 2\nOwner: Head of Communications\nStatus: Approved\n';
  assert.equal((await read(`Ashmere press rules\n\n${head}\nNew text.\n\n${head}`)).lines.length, 0);
});

test('a number right above a block is the line’s reference; items of a list are labelled too', async () => {
  const block = (number: number, what: string) =>
    `Recommendation ${number}\n- Action: ${what}\n- Responsible: Library manager\n- Timescale: Monthly\n- Progress: Complete\n`;
  const { lines } = await read(
    `Ashmere library\n\n${block(1, 'Order the board')}\n${block(2, 'Tell members')}`,
  );
  assert.deepEqual(
    lines.map(({ reference, section, what, state }) => [reference, section, what, state]),
    [
      ['Recommendation 1', '', 'Order the board', 'complete'],
      ['Recommendation 2', '', 'Tell members', 'complete'],
    ],
  );
});

test('a block that begins with its kind and number is a line with that number', async () => {
  const { lines } = await read(`Ashmere coast plan

Action 1: Publish diversion maps
Audience: Walkers
When: Before each closure
Who: Rangers

Action 2: Brief local businesses
Audience: Cafes
When: Monthly
Who: Partnership officer
`);
  assert.deepEqual(
    lines.map(({ reference, what, audience }) => [reference, what, audience]),
    [
      ['1', 'Publish diversion maps', 'Walkers'],
      ['2', 'Brief local businesses', 'Cafes'],
    ],
  );
});
