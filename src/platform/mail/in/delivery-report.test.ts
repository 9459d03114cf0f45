import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliveryReports, meaningOf } from './delivery-report.ts';

test('each address of a report is read by itself; what names none is passed over', () => {
  const text = `Reporting-MTA: dns; mx.example
Arrival-Date: Mon, 6 Apr 2026 09:00:00 +0100

Original-Recipient: rfc822;town.clerk@ashmere.example
Final-Recipient: RFC822; clerk@ashmere.example
Action: Failed
Status: 5.2.2 (mailbox full)
Diagnostic-Code: smtp; 552 5.2.2 over
 quota

Final-Recipient: rfc822; <jo@ashmere.example>
Action: delayed
Status: 4.4.1

Final-Recipient: rfc822; sam@ashmere.example
Action: wondered
`;
  assert.deepEqual(deliveryReports(text), [
    { address: 'clerk@ashmere.example', action: 'failed', status: '5.2.2', said: '552 5.2.2 over quota' },
    { address: 'jo@ashmere.example', action: 'delayed', status: '4.4.1', said: '' },
  ]);
  assert.deepEqual(deliveryReports('nothing'), []);
});

test('what a status means is said in words', () => {
  const meaning = (status: string) => meaningOf({ address: '', action: 'failed', status, said: '' });
  assert.equal(meaning('5.1.1'), 'The address does not exist.');
  assert.equal(meaning('5.2.2'), 'The mailbox is full.');
  assert.equal(meaning('5.7.26'), 'Their server refuses messages from here.');
  assert.equal(meaning('4.4.7'), 'Their server is still trying.');
  assert.equal(meaning(''), 'Their server did not take the message.');
});
