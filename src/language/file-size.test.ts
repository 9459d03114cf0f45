import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../platform/settings/settings.ts';
import { inMegabytes, LARGEST_DOCUMENT, MEGABYTE, sizeInWords } from './file-size.ts';

test('sizes are told in megabytes, and what is over a limit is told as more', () => {
  assert.equal(inMegabytes(25 * MEGABYTE), '25 MB');
  assert.equal(inMegabytes(25 * MEGABYTE + 1), '25.1 MB');
  assert.equal(inMegabytes(400_000), '0.4 MB');
});

test('a small file is told in kilobytes', () => {
  assert.equal(sizeInWords(1), '1 KB');
  assert.equal(sizeInWords(MEGABYTE - 1024), '1023 KB');
  assert.equal(sizeInWords(MEGABYTE), '1 MB');
});

test('the setting’s default and the reader’s own are one number', () => {
  assert.equal(readSettings({}).uploadLimit, LARGEST_DOCUMENT * MEGABYTE);
  assert.equal(readSettings({ COMMSGRID_UPLOAD_MB: '2' }).uploadLimit, 2 * MEGABYTE);
});
