import assert from 'node:assert/strict';
import test from 'node:test';
import type { Paragraph, SourceDocument } from '../../documents/document.ts';
import { datedOf } from './about.ts';
import { fullDate, isOnlyDate, monthAndYear, periodIn } from './dates.ts';

test('dates are read day first, and days that are not are none', () => {
  assert.equal(fullDate('7 SEPTEMBER 2021'), '2021-09-07');
  assert.equal(fullDate('Agreed on the 3rd of May, 2024'), '2024-05-03');
  assert.equal(fullDate('01/02/26'), '2026-02-01');
  assert.equal(fullDate('9.5.14'), '2014-05-09');
  assert.equal(fullDate('2024-12-01'), '2024-12-01');
  assert.equal(fullDate('31 June 2024'), undefined);
  assert.equal(fullDate('99/99/99'), undefined);
  assert.equal(monthAndYear('updated November 2012'), '2012-11');
});

test('periods are as exact as they are printed', () => {
  assert.deepEqual(periodIn('Plan 2020-2021'), { from: '2020', to: '2021' });
  assert.deepEqual(periodIn('2015 – 2017'), { from: '2015', to: '2017' });
  assert.deepEqual(periodIn('for 2024/25'), { from: '2024', to: '2025' });
  assert.deepEqual(periodIn('September 2003 – March 2005'), { from: '2003-09', to: '2005-03' });
  assert.deepEqual(periodIn('April to July 2026'), { from: '2026-04', to: '2026-07' });
  for (const text of ['2024', '2024-09-07', '2025/24', '7 September 2021', '020 7946 0000'])
    assert.equal(periodIn(text), undefined, text);
});

test('a line may be a date and nothing else', () => {
  for (const text of ['March 2013', '7 SEPTEMBER 2021', 'Updated: 3/5/24', '2015 - 2017'])
    assert.ok(isOnlyDate(text), text);
  for (const text of ['Plan 2020', 'Communications', '']) assert.ok(!isOnlyDate(text), text);
});

test('a short line under the title that ends with a date dates the document', () => {
  const paragraph = (text: string): Paragraph => ({ kind: 'paragraph', text, where: '' });
  const document = (text: string): SourceDocument => ({
    format: 'txt',
    blocks: [paragraph('Ashmere framework'), paragraph(text)],
    asides: [],
  });
  assert.equal(datedOf(document('Borough of Ashmere, 2022'), 'Ashmere framework'), '2022');
  assert.equal(datedOf(document('Borough of Ashmere (May 2024)'), 'Ashmere framework'), '2024-05');
  assert.equal(datedOf(document('We listen to all since 2022'), 'Ashmere framework'), null);
});

test('a sentence about something that happened is not the date of the document', () => {
  const dated = (text: string) => {
    const paragraph: Paragraph = { kind: 'paragraph', text, where: 'line 2' };
    const document: SourceDocument = { format: 'txt', blocks: [paragraph], asides: [] };
    return datedOf(document, 'Ashmere plan');
  };
  assert.equal(dated('Cabinet agreed charges on 12 December 2024. They begin in April.'), null);
  assert.equal(dated('This plan was agreed by Cabinet on 12 December 2024.'), '2024-12-12');
  assert.equal(dated('Adopted by Council on 6 July 2022.'), '2022-07-06');
});
