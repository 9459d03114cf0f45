import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDocument } from '../../documents/open.ts';
import { readDocument } from '../read.ts';

const read = async (rows: string) =>
  readDocument(await openDocument(Buffer.from(rows), 'list.csv'), {
    today: Temporal.PlainDate.from('2025-04-01'),
  });

test('who somebody is and what part they play makes a list of audiences, whatever is needed from them', async () => {
  const { lines, audiences } = await read(
    'Audience,Who they are,What they need from us,Our role\nGovernors,Elected by members,Early notice,Inform\nCarers,Often isolated,Plain words,Involve\n',
  );
  assert.equal(lines.length, 0);
  assert.deepEqual(audiences[1], {
    group: '',
    name: 'Carers',
    detail: 'Often isolated\nPlain words',
    role: 'Involve',
  });
});

test('what there is and what is planned makes a list of channels, however its first column is called', async () => {
  const { channels } = await read(
    'Type,Description,Existing,Planned for this programme\nDigital,Web pages,Public website,Portal\nPrint,Leaflets,Posters,Guide\n',
  );
  assert.deepEqual(channels[0], {
    category: 'Digital',
    description: 'Web pages',
    existing: ['Public website'],
    projectSpecific: ['Portal'],
  });
});

test('a cell that lists several things is no heading, whatever words it lists', async () => {
  const { channels, lines } = await read(
    'Channel type,Channel and benefits,Currently used,New for this programme\nPrint,Reaches everyone,Magazine,Guide\nOnline,"Quick, cheap and measurable","Website\nText messages",Programme micro-site\n',
  );
  assert.equal(channels.length, 2);
  assert.equal(lines.length, 0);
});

test('a matrix of who has how much say is a list of audiences, and one with times or owners is a plan', async () => {
  const matrix = await read(
    'Stakeholder,Influence,Interest,Engagement approach\nOperators,High,High,Monthly meetings\nPassengers,Low,High,Panels\n',
  );
  assert.deepEqual([matrix.lines.length, matrix.audiences.length], [0, 2]);
  const plan = await read(
    'Stakeholder,Influence,Engagement approach,Frequency\nOperators,High,Meetings,Monthly\nPassengers,Low,Panels,Quarterly\n',
  );
  assert.deepEqual([plan.lines.length, plan.audiences.length], [2, 0]);
});
