import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import { kindOfFile } from './kind-of-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const CASES: { what: string; content: Uint8Array; name: string; kind: string | undefined }[] = [
  { what: 'a picture called a document is a picture', content: PNG, name: 'minutes.pdf', kind: 'image/png' },
  { what: 'a PDF', content: bytes('%PDF-1.7\n1 0 obj\n'), name: 'x', kind: 'application/pdf' },
  { what: 'a text', content: bytes('Held on Tuesday.\n'), name: 'note.txt', kind: 'text/plain' },
  { what: 'a table', content: bytes('a,b\n1,2\n'), name: 'Count.CSV', kind: 'text/csv' },
  { what: 'a program', content: bytes('MZ\u0090\0\u0003\0\0\0'), name: 'photo.jpg', kind: undefined },
  {
    what: 'a page that could run a script',
    content: bytes('<!doctype html><script>'),
    name: 'a.txt',
    kind: undefined,
  },
  {
    what: 'a drawing that could run a script',
    content: bytes('<svg onload="x">'),
    name: 'a.txt',
    kind: undefined,
  },
  {
    what: 'an archive of anything',
    content: zipSync({ 'a.exe': bytes('x') }),
    name: 'a.docx',
    kind: undefined,
  },
  { what: 'bytes that are no text', content: Uint8Array.of(255, 254, 1, 2), name: 'a.txt', kind: undefined },
  { what: 'nothing', content: bytes(''), name: 'a.txt', kind: undefined },
];

for (const { what, content, name, kind } of CASES)
  test(`${what}: ${kind ?? 'not kept'}`, async () => {
    assert.equal((await kindOfFile(content, name))?.mediaType, kind);
  });
