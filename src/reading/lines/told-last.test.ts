import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDocument } from '../../documents/open.ts';
import { readDocument } from '../read.ts';
import { statusOf } from './status-words.ts';

test('a last sentence that is a state tells it', () => {
  assert.equal(statusOf('All templates done. Complete')?.state, 'complete');
  assert.equal(statusOf('£1,150 + VAT. Closed')?.state, 'complete');
  assert.equal(statusOf('Two quotes are in. On hold.')?.state, 'deferred');
});

test('what is live is done, and what awaits an answer is not', () => {
  assert.equal(statusOf('Map is live')?.state, 'complete');
  assert.equal(statusOf('Bid submitted; decision expected in June')?.state, 'in-progress');
  assert.equal(statusOf('Business case approved; recruiting')?.state, 'in-progress');
  assert.equal(statusOf('Dashboard built but not yet shared')?.state, 'in-progress');
  assert.equal(statusOf('Posted')?.state, 'complete');
  assert.equal(statusOf('Awaiting replies')?.state, 'in-progress');
});

test('what an older update said is not how things stand now', async () => {
  const csv =
    'Recommendation,Owner,Six-month update,Twelve-month update\nThat hours are longer,Clerk,Deferred to next year,The new rota runs\n';
  const { lines } = readDocument(await openDocument(Buffer.from(csv), 'plan.csv'), {
    today: Temporal.PlainDate.from('2025-04-01'),
  });
  assert.equal(lines[0]?.status, 'The new rota runs');
  assert.equal(lines[0]?.state, 'unknown');
});

test('a title about something closed tells no state, and one about closed actions does', async () => {
  const stateUnder = async (title: string) => {
    const text = `${title}\n\nAction\tLead\tWhen\nRing the host\tWeb Officer\tMay 2025\nTell staff\tClerk\tMay 2025\n`;
    const { lines } = readDocument(await openDocument(Buffer.from(`Ashmere plan\n\n${text}`), 'plan.txt'), {
      today: Temporal.PlainDate.from('2025-04-01'),
    });
    return lines[0]?.state;
  };
  assert.equal(await stateUnder('Card 2: Office closed'), 'unknown');
  assert.equal(await stateUnder('Closed actions'), 'complete');
});
