import assert from 'node:assert/strict';
import test from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { paragraph, wordFile } from '../../tests/support/word-file.ts';
import { MEGABYTE } from '../language/file-size.ts';
import { openDocument, Unreadable } from './open.ts';

const word = wordFile({ body: paragraph('A plan') });
const utf16 = (text: string) =>
  Uint8Array.from(Array.from(text).flatMap(character => [character.charCodeAt(0), 0]));
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ole = (stream: string) => Uint8Array.from([...OLE, ...utf16(stream)]);

const refusal = async (bytes: Uint8Array, name: string, largest?: number): Promise<string> => {
  try {
    await openDocument(bytes, name, largest);
  } catch (fault) {
    assert.ok(fault instanceof Unreadable, `threw ${fault}`);
    return fault.message;
  }
  return 'opened';
};

test('a Word file and a text file open', async () => {
  assert.equal((await openDocument(word, 'plan.docx')).format, 'docx');
  assert.equal((await openDocument(strToU8('A plan'), 'plan.txt')).format, 'txt');
  assert.equal((await openDocument(strToU8('A plan'), 'plan')).format, 'txt');
});

const REFUSED: [string, Uint8Array, string, RegExp][] = [
  ['empty', new Uint8Array(), 'plan.docx', /is empty/],
  ['no words', strToU8(' \n\t - \n'), 'plan.txt', /no words/],
  ['no words in Word', wordFile({ body: paragraph('') }), 'plan.docx', /no words/],
  ['old Word', ole('WordDocument'), 'plan.doc', /old Word format/],
  ['old Word by another name', ole('WordDocument'), 'plan.docx', /old Word format/],
  ['old Excel', ole('Workbook\0'), 'plan.xls', /old Excel format/],
  ['old PowerPoint', ole('PowerPoint Document'), 'plan.ppt', /old Office format/],
  ['password', ole('EncryptedPackage'), 'plan.docx', /protected by a password/],
  ['cut-off PDF', strToU8('%PDF-1.7\n...'), 'plan.pdf', /^plan\.pdf is damaged: its end is missing/],
  ['no sheets', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'plan.xlsx', /no sheets inside/],
  ['text called Excel', strToU8('just text'), 'plan.xlsx', /not what its name says/],
  ['Word called Excel', word, 'plan.xlsx', /not what its name says: it is a Word document/],
  ['presentation', zipSync({ 'ppt/presentation.xml': strToU8('<a/>') }), 'plan.pptx', /is a presentation/],
  [
    'no OpenDocument inside',
    zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<a/>') }),
    'plan.odt',
    /no document inside/,
  ],
  ['other zip', zipSync({ 'a.txt': strToU8('hello') }), 'plan.zip', /zip archive/],
  ['RTF', strToU8('{\\rtf1 hello}'), 'plan.rtf', /Rich Text/],
  ['web page', strToU8('<!DOCTYPE html><p>hello'), 'plan.doc', /web page/],
  ['picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'plan.png', /picture/],
  ['text called Word', strToU8('just text'), 'plan.docx', /not what its name says/],
  ['Word called text', word, 'plan.txt', /not what its name says: it is a Word document/],
  ['text of another kind', strToU8('a,b'), 'plan.log', /of a kind that is not read/],
  ['binary called text', Uint8Array.from({ length: 900 }, (_, index) => index % 6), 'plan.txt', /not text/],
  ['no document inside', zipSync({ 'word/styles.xml': strToU8('<a/>') }), 'plan.docx', /no document inside/],
  ['no body', zipSync({ 'word/document.xml': strToU8('<a/>') }), 'plan.docx', /no document inside/],
  ['broken XML', zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') }), 'plan.docx', /damaged/],
];
for (const [what, bytes, name, message] of REFUSED) {
  test(`refused with one clear sentence: ${what}`, async () => {
    assert.match(await refusal(bytes, name), message);
  });
}

test('a file over the limit is refused before it is looked into', async () => {
  assert.match(
    await refusal(strToU8('x'.repeat(2 * MEGABYTE)), 'plan.docx', 1.5 * MEGABYTE),
    /2 MB, more than the 1.5 MB/,
  );
});

test('every truncation of a Word file is refused, never hung or thrown otherwise', async () => {
  for (let length = 4; length < word.length; length += 7) {
    assert.match(await refusal(word.subarray(0, length), 'plan.docx'), /damaged/, `at ${length}`);
  }
});

test('a Word file with any byte changed opens or is refused', async () => {
  for (let at = 0; at < word.length; at += 3) {
    const changed = Uint8Array.from(word);
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    assert.ok((await refusal(changed, 'plan.docx')).length > 0);
  }
});

test('a document type declaration is refused: it could swell without end', async () => {
  const bomb =
    '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><w:document><w:body>&y;</w:body></w:document>';
  assert.match(await refusal(zipSync({ 'word/document.xml': strToU8(bomb) }), 'plan.docx'), /XML entities/);
});

test('undeclared entities and endless nesting are refused', async () => {
  assert.match(
    await refusal(zipSync({ 'word/document.xml': strToU8('<w:document>&evil;</w:document>') }), 'a.docx'),
    /damaged/,
  );
  const deep = `${'<w:p>'.repeat(100_000)}`;
  assert.match(
    await refusal(zipSync({ 'word/document.xml': strToU8(deep) }), 'a.docx'),
    /built in a way no document is/,
  );
});

const MANY = 60_000_000;
test('a zip bomb is refused by what it declares', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(MANY) }, { level: 9 });
  assert.match(await refusal(bomb, 'a.docx'), /unpacks to far more/);
});

test('a zip bomb that lies about its size is refused by what comes out', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(MANY) }, { level: 9 });
  const view = new DataView(bytesOf(bomb));
  for (let at = 0; at + 46 < view.byteLength; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
  }
  assert.match(await refusal(new Uint8Array(view.buffer), 'a.docx'), /unpacks to far more/);
});

const bytesOf = (bytes: Uint8Array) => Uint8Array.from(bytes).buffer;
