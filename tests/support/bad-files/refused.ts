import { strToU8, zipSync } from 'fflate';
import { pdfFile, setLines } from '../pdf-file.ts';
import type { OddFile } from './odd-file.ts';
import { ARCHIVED, replaced, SMALL_PLANS, withDirectory, withPart } from './small-plans.ts';
import { SWELLING } from './swelling.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The old container of Office, with one stream in its directory, whose name is UTF-16. */
const ole = (stream: string): Uint8Array =>
  Uint8Array.from([...OLE, ...Buffer.alloc(504), ...Buffer.from(stream, 'utf16le'), ...Buffer.alloc(1024)]);
const SIZE = 15_000_000;

const everywhere = (make: (ending: string, whole: () => Uint8Array | Promise<Uint8Array>) => OddFile[]) =>
  SMALL_PLANS.flatMap(({ ending, whole }) => make(ending, whole));

const EMPTY = everywhere(ending => [
  { what: 'nothing in it', name: `plan.${ending}`, bytes: () => new Uint8Array(), refused: /is empty/ },
  {
    what: 'only the character 0',
    name: `plan.${ending}`,
    bytes: () => new Uint8Array(20_000),
    refused: /damaged|not text|not what its name says/,
  },
  {
    what: 'noise',
    name: `plan.${ending}`,
    bytes: () => Uint8Array.from({ length: 20_000 }, (_, at) => (at * 2_654_435_761) >>> 13),
    refused: /damaged|not text|not what its name says/,
  },
]);

const BINARY = SMALL_PLANS.filter(({ ending }) => !['csv', 'tsv', 'txt'].includes(ending));

/** What happens to a file on its way: the end is lost, or the rest of it is zeros, as after a broken download. */
const DAMAGED = BINARY.flatMap(({ ending, whole }): OddFile[] => [
  ...[0.1, 0.5, 0.9].map(share => ({
    what: `cut off after ${share * 100}%`,
    name: `plan.${ending}`,
    bytes: async () => cut(await whole(), share),
    refused: /damaged/,
  })),
  {
    what: 'zeros from the middle on',
    name: `plan.${ending}`,
    bytes: async () => {
      const bytes = await whole();
      return Uint8Array.from(bytes).fill(0, Math.floor(bytes.length / 2));
    },
    refused: /damaged/,
  },
]);
const cut = (bytes: Uint8Array, share: number) => bytes.subarray(0, Math.floor(bytes.length * share));

const BY_ANOTHER_NAME = BINARY.flatMap(({ ending, whole }): OddFile[] =>
  ['docx', 'xlsx', 'odt', 'ods', 'pdf', 'csv', 'txt', 'doc']
    .filter(other => other !== ending)
    .map(other => ({
      what: `${ending} by another name`,
      name: `plan.${other}`,
      bytes: whole,
      refused: /is not what its name says: it is an? .* ends in \.\w+ and upload it again/,
    })),
);
const TEXT_BY_ANOTHER_NAME = ['docx', 'xlsx', 'odt', 'ods', 'pdf', 'xls'].map(
  (ending): OddFile => ({
    what: 'text by another name',
    name: `plan.${ending}`,
    bytes: () => strToU8('What\tWhen\nHold ward panel\tMonthly\n'),
    refused: /is not what its name says/,
  }),
);

const BOMBS = ARCHIVED.flatMap(({ ending, whole, part, saying }): OddFile[] => {
  const with_ = (xml: string) => () => withPart(whole(), part, xml);
  const bomb = () => withPart(whole(), part, new Uint8Array(SIZE).fill(32));
  const entities = `<!DOCTYPE a [<!ENTITY a "ha">${'bcdefghij'.replace(/./g, (name, at) => `<!ENTITY ${name} "${`&${String.fromCharCode(97 + at)};`.repeat(10)}">`)}]>`;
  return [
    { what: 'a zip bomb', name: `bomb.${ending}`, bytes: bomb, refused: /unpacks to far more/ },
    {
      what: 'a zip bomb that lies about its size',
      name: `bomb.${ending}`,
      bytes: () =>
        withDirectory(bomb(), (view, at) =>
          view.setUint32(at + 24, Math.min(1000, view.getUint32(at + 24, true)), true),
        ),
      refused: /unpacks to far more|damaged/,
    },
    {
      what: 'entities that swell',
      name: `xml.${ending}`,
      bytes: with_(entities + saying('&j;')),
      refused: /own XML entities/,
    },
    {
      what: 'an entity that fetches a file',
      name: `xml.${ending}`,
      bytes: with_(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${saying('&x;')}`),
      refused: /own XML entities/,
    },
    {
      what: 'endless nesting',
      name: `deep.${ending}`,
      bytes: with_('<w:p>'.repeat(200_000)),
      refused: /built in a way/,
    },
    {
      what: 'an entity nobody declared',
      name: `xml.${ending}`,
      bytes: with_(saying('&evil;')),
      refused: /damaged/,
    },
    {
      what: 'XML that breaks off',
      name: `xml.${ending}`,
      bytes: with_(saying('x').slice(0, -20)),
      refused: /damaged/,
    },
    {
      what: 'parts behind a password',
      name: `locked.${ending}`,
      bytes: () => withDirectory(whole(), (view, at) => view.setUint16(at + 8, 1, true)),
      refused: /protected by a password/,
    },
    {
      what: '50,000 files inside',
      name: `many.${ending}`,
      bytes: () =>
        zipSync(
          Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`word/a${at}`, new Uint8Array()])),
          { level: 0 },
        ),
      refused: /far more|damaged/,
    },
    {
      what: 'only pictures inside',
      name: `pictures.${ending}`,
      bytes: () => zipSync({ 'one.png': Uint8Array.from(PNG), 'two.png': Uint8Array.from(PNG) }),
      refused: /zip archive with no document/,
    },
    {
      what: 'another kind under its name',
      name: `old.${ending}`,
      bytes: () => ole('WordDocument'),
      refused: /old Word format.*\.docx/,
    },
    {
      what: 'a password over the whole',
      name: `locked.${ending}`,
      bytes: () => ole('EncryptedPackage'),
      refused: /password/,
    },
  ];
});

const OPEN_LOCKED = ['odt', 'ods'].map(
  (ending): OddFile => ({
    what: 'a password in OpenDocument',
    name: `locked.${ending}`,
    bytes: () =>
      withPart(
        ARCHIVED.find(one => one.ending === ending)!.whole(),
        'META-INF/manifest.xml',
        '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
      ),
    refused: /password/,
  }),
);

const OLD: OddFile[] = [
  {
    what: 'old Word',
    name: 'plan.doc',
    bytes: () => ole('WordDocument'),
    refused: /old Word format.*\.docx/,
  },
  {
    what: 'old Excel',
    name: 'plan.xls',
    bytes: () => ole('Workbook\0'),
    refused: /old Excel format.*\.xlsx/,
  },
  { what: 'old Excel 5', name: 'plan.xls', bytes: () => ole('Book\0'), refused: /old Excel format.*\.xlsx/ },
  {
    what: 'old PowerPoint',
    name: 'plan.ppt',
    bytes: () => ole('PowerPoint Document'),
    refused: /old Office format/,
  },
  {
    what: 'rich text as Word',
    name: 'plan.doc',
    bytes: () => strToU8('{\\rtf1 Plan}'),
    refused: /Rich Text/,
  },
  {
    what: 'a web page as Excel',
    name: 'plan.xls',
    bytes: () => strToU8('<html><table><tr><td>Plan</table>'),
    refused: /web page/,
  },
  {
    what: 'a presentation',
    name: 'plan.pptx',
    bytes: () => zipSync({ 'ppt/presentation.xml': strToU8('<a/>') }),
    refused: /presentation/,
  },
  { what: 'a picture', name: 'scan.png', bytes: () => Uint8Array.from(PNG), refused: /is a picture/ },
  {
    what: 'a picture as PDF',
    name: 'scan.pdf',
    bytes: () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    refused: /picture/,
  },
  {
    what: 'a picture in a phone’s format',
    name: 'scan.heic',
    bytes: () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'),
    refused: /picture|kind that is not read|not text/,
  },
  {
    what: 'a binary workbook',
    name: 'plan.xlsb',
    bytes: () =>
      zipSync({
        '_rels/.rels': strToU8(
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        ),
        'xl/workbook.bin': new Uint8Array(200),
      }),
    refused: /not what its name|binary Excel workbook/,
  },
];

const PDFS: OddFile[] = [
  {
    what: 'pictures of pages',
    name: 'scan.pdf',
    bytes: () => pdfFile(kit => kit.rect(50, 50, 300, 500).fill('grey')),
    refused: /holds no text.*OCR/,
  },
  {
    what: 'a password to open it',
    name: 'locked.pdf',
    bytes: () =>
      pdfFile(kit => setLines(kit, 60, 60, ['Ashmere plan']), {
        userPassword: 'mill',
        ownerPassword: 'lane',
        pdfVersion: '1.7',
      }),
    refused: /protected by a password/,
  },
  {
    what: 'a page tree that goes round in circles',
    name: 'round.pdf',
    bytes: async () =>
      replaced(await pdfFile(kit => setLines(kit, 60, 60, ['Plan'])), /\/Kids \[\d+ 0 R\]/, '/Kids [1 0 R]'),
    refused: /damaged|no text/,
  },
  {
    what: '600 pages',
    name: 'book.pdf',
    bytes: () =>
      pdfFile(kit => {
        for (let page = 1; page < 600; page++) kit.addPage();
      }),
    refused: /has 600 pages, more than the 500/,
  },
];

export const REFUSED: OddFile[] = [
  ...EMPTY,
  ...DAMAGED,
  ...BY_ANOTHER_NAME,
  ...TEXT_BY_ANOTHER_NAME,
  ...BOMBS,
  ...OPEN_LOCKED,
  ...OLD,
  ...PDFS,
  ...SWELLING,
];
