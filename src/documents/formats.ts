import { readCsv } from './csv/read.ts';
import { looksSeparated } from './csv/separator.ts';
import type { SourceDocument } from './document.ts';
import { readDocx } from './docx/read.ts';
import type { FileKind } from './kind.ts';
import { holdTextToLimits } from './limits.ts';
import { readOds } from './odf/read-sheets.ts';
import { readOdt } from './odf/read-text.ts';
import { readPdf } from './pdf/read.ts';
import type { Told } from './progress.ts';
import { decodeText } from './txt/decode.ts';
import { readTxt } from './txt/read.ts';
import { readXlsx } from './xlsx/read.ts';

/** A kind of file that is read. */
export type Format = {
  kind: FileKind;
  /** As people call such a file. */
  called: string;
  /** What its name may end in, the usual ending first. */
  endings: string[];
  /** May throw `Unreadable`; whatever else it throws is told as damage. */
  read: (bytes: Uint8Array, told?: Told) => SourceDocument | Promise<SourceDocument>;
};

export const FORMATS: Format[] = [
  { kind: 'docx', called: 'a Word document', endings: ['docx', 'docm', 'dotx'], read: readDocx },
  { kind: 'pdf', called: 'a PDF', endings: ['pdf'], read: readPdf },
  { kind: 'xlsx', called: 'an Excel workbook', endings: ['xlsx', 'xlsm', 'xltx'], read: readXlsx },
  { kind: 'odt', called: 'an OpenDocument text', endings: ['odt', 'ott'], read: readOdt },
  { kind: 'ods', called: 'an OpenDocument spreadsheet', endings: ['ods', 'ots'], read: readOds },
  {
    kind: 'text',
    called: 'comma-separated text',
    endings: ['csv', 'tsv', 'tab'],
    read: bytes => readCsv(holdTextToLimits(decodeText(bytes))),
  },
  {
    kind: 'text',
    called: 'plain text',
    endings: ['txt', 'text', 'md'],
    read: bytes => {
      const text = holdTextToLimits(decodeText(bytes));
      return looksSeparated(text) ? readCsv(text) : readTxt(text);
    },
  },
];

/** How to read a file of this kind whose name ends so; undefined where no such file is read, or not under such a name. */
export const formatOf = (kind: FileKind, ending: string): Format | undefined =>
  ending === ''
    ? FORMATS.findLast(format => format.kind === kind)
    : FORMATS.find(format => format.kind === kind && format.endings.includes(ending));
