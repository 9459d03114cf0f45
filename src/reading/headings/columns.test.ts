import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDocument } from '../../documents/open.ts';
import { readDocument } from '../read.ts';

const read = async (text: string, name = 'plan.csv') =>
  readDocument(await openDocument(Buffer.from(text), name), { today: Temporal.PlainDate.from('2025-04-01') });
const meanings = async (csv: string) => (await read(csv)).tables[0]?.columns.map(column => column.meaning);

test('how much is done is a status only where no column is called so', async () => {
  const rows =
    'Hold a briefing,Ward sergeant,June 2025,50%,In progress\nTell residents,Press office,May 2025,0%,Not started\n';
  assert.deepEqual(await meanings(`Action,Owner,When,% complete,Status\n${rows}`), [
    'what',
    'owner',
    'when',
    'other',
    'status',
  ]);
  assert.deepEqual(
    await meanings('Action,Owner,When,% complete\nHold a briefing,Ward sergeant,June 2025,50%\n'),
    ['what', 'owner', 'when', 'status'],
  );
});

test('a group of audiences that is filled once for several rows names a section, and “who” the audience', async () => {
  const { lines } = await read(
    'Stakeholder group,Who,Method,How often,Lead\nInternal,Staff,Team brief,Weekly,Head of Communications\n,Governors,Letter,Monthly,Chair\nExternal,Carers,Leaflet,Quarterly,Engagement lead\n',
  );
  assert.deepEqual(
    lines.map(({ section, audience }) => [section, audience]),
    [
      ['Internal', 'Staff'],
      ['Internal', 'Governors'],
      ['External', 'Carers'],
    ],
  );
});

test('neither a typed line under the headings nor the day of a meeting above them is a line or a section', async () => {
  const { lines } = await read(
    'Ashmere actions\n\nMeeting of Monday 3 February 2025\n\nAction\tWho\tWhen\n-----------\t------\t-------\nHold a briefing\tSergeant\tJune\n',
    'plan.txt',
  );
  assert.deepEqual(
    lines.map(({ section, what }) => [section, what]),
    [['', 'Hold a briefing']],
  );
});

test('headings of a body’s own words are headings where the cells below are plainly of other kinds', async () => {
  const { lines, tables } = await read(
    'Jobs to do,Folks on it,Latest,Cash\nPaint the hall,Priya Nair,12 May 2025,£300\nWrite to the Mayor,Sam Oduya,Quarterly,None\nSweep the path,Priya Nair,ASAP,£20\n',
  );
  assert.deepEqual(
    tables[0]?.columns.map(column => column.meaning),
    ['what', 'owner', 'when', 'budget'],
  );
  assert.equal(lines.length, 3);
  assert.ok(
    lines[0]?.doubts.some(doubt => doubt.field === 'what'),
    'a guess is asked about',
  );
});

test('the name of the body under the title is no section', async () => {
  const { lines } = await read(
    'Ashmere plan\n\nBorough of Thornbeck Council\n\nAction\tWho\tWhen\nHold a briefing\tSergeant\tJune\n',
    'plan.txt',
  );
  assert.deepEqual(
    lines.map(({ section }) => section),
    [''],
  );
});

test('days of meetings are sections where each has a table of its own', async () => {
  const table = (what: string) => `Action\tWho\tWhen\n${what}\tSergeant\tJune\n`;
  const { lines } = await read(
    `Ashmere action log\n\nMeeting of 3 February 2025\n\n${table('Hold a briefing')}\nMeeting of 3 March 2025\n\n${table('Tell residents')}`,
    'plan.txt',
  );
  assert.deepEqual(
    lines.map(({ section }) => section),
    ['Meeting of 3 February 2025', 'Meeting of 3 March 2025'],
  );
});

test('what initials stand for, right under the rows, is no line', async () => {
  const { lines, remainder } = await read(
    'Task,Lead,When\nPaint the hall,PN,Weekly\nSweep the path,SO,Monthly\n"PN = Priya Nair, SO = Sam Oduya"\n',
  );
  assert.equal(lines.length, 2);
  assert.ok(remainder.some(({ text }) => text.startsWith('PN = ')));
});

test('a column that asks how, over states, tells the state', async () => {
  const { lines } = await read(
    'Task,Lead,How,When\nPaint the hall,Priya Nair,Complete,May 2025\nSweep the path,Sam Oduya,Not started,June 2025\n',
  );
  assert.deepEqual(
    lines.map(({ state }) => state),
    ['complete', 'not-started'],
  );
});
