import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInThread } from './reading-thread.ts';

const today = Temporal.PlainDate.from('2025-04-08');
const PLAN = 'Ashmere plan\n\nWhat\tOwner\tWhen\nHold ward panel\tWard sergeant\tQuarterly\n';
const given = { content: Buffer.from(PLAN), name: 'plan.txt', today };

test('a document is read in a thread, with what a person put right', async () => {
  const read = await readInThread(given);
  assert.ok('reading' in read);
  assert.equal(read.reading.lines[0]?.owner, 'Ward sergeant');
  assert.equal(read.words.lost, 0);
  const at = read.reading.lines[0]!.at;
  const corrections = { columns: [], cells: [{ ...at, field: 'owner' as const, text: 'Press office' }] };
  const again = await readInThread({ ...given, corrections });
  assert.ok('reading' in again);
  assert.equal(again.reading.lines[0]?.owner, 'Press office');
});

test('what cannot be opened is a sentence that names the file', async () => {
  const outcome = await readInThread({ ...given, content: Buffer.from('%PDF-1.7 …'), name: 'plan.pdf' });
  assert.ok('problem' in outcome);
  assert.match(outcome.problem, /^plan\.pdf is damaged/);
  assert.equal(outcome.fault, undefined);
});

test('a file over the limit is refused', async () => {
  const outcome = await readInThread({ ...given, largest: 10 });
  assert.ok('problem' in outcome);
  assert.match(outcome.problem, /more than/);
});

test('a reading that takes too long is stopped, with a sentence', async () => {
  const outcome = await readInThread(given, { limits: { time: 1, memory: 400 } });
  assert.ok('problem' in outcome);
  assert.match(outcome.problem, /^plan\.txt took longer than/);
});

test('a reading that takes too much memory costs a sentence and not the process', async () => {
  const content = Buffer.from(PLAN + 'Publish news\tPress office\tMonthly\n'.repeat(20_000));
  const outcome = await readInThread({ ...given, content }, { limits: { time: 30_000, memory: 12 } });
  assert.ok('problem' in outcome, 'it was read all the same');
  assert.match(outcome.problem, /needs more memory/);
});

test('a worker that is asked to stop puts the reading down', async () => {
  const stopping = new AbortController();
  const reading = readInThread(given, { stopping: stopping.signal });
  stopping.abort();
  await assert.rejects(reading, { name: 'AbortError' });
});

test('what no database takes is taken out of words and headings alike', async () => {
  const content = Buffer.from('Plan\n\nWhat\tRi\0sk\tWhen\nTe\0ll \\u0000 people\tLow\tMonthly\n');
  const read = await readInThread({ ...given, content });
  assert.ok('reading' in read);
  const text = JSON.stringify(read.reading);
  assert.doesNotMatch(text.replaceAll('\\\\u0000', ''), /\\u0000/);
  assert.match(read.reading.lines[0]?.what ?? '', /\\u0000 people/);
});
