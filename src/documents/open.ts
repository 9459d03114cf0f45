import { inMegabytes, LARGEST_DOCUMENT, MEGABYTE } from '../language/file-size.ts';
import type { SourceDocument } from './document.ts';
import { FORMATS, formatOf } from './formats.ts';
import { withoutIdentityCells } from './identity-cells.ts';
import { type FileKind, kindOf } from './kind.ts';
import { holdToLimits } from './limits.ts';
import type { Told } from './progress.ts';
import { Unreadable } from './unreadable.ts';
import { printedText } from './words.ts';

export type { Progress, Told } from './progress.ts';
export { Unreadable } from './unreadable.ts';

const BINARY_NAMES = 'docx docm dotx doc pdf xlsx xlsm xltx xls xlsb ods ots odt ott pptx ppt'.split(' ');
const SO_FAR =
  'Commsgrid reads Word (.docx), PDF, Excel (.xlsx), OpenDocument (.odt, .ods), comma-separated (.csv) and text files.';

/** What is known and not read: what it is, and what to do with it. */
const UNREAD: Partial<Record<FileKind, string>> = {
  'old-word':
    'is in the old Word format. Open it in Word, save it as "Word document (.docx)" and upload that.',
  'old-excel':
    'is in the old Excel format. Open it in Excel, save it as "Excel workbook (.xlsx)" and upload that.',
  'old-office': `is in an old Office format. ${SO_FAR} Save the plan as .docx or .xlsx and upload that.`,
  'password-protected':
    'is protected by a password. Open it in the program that made it, remove the password, save it and upload it again.',
  pptx: `is a presentation. ${SO_FAR} Copy the plan's table into a Word document and upload that.`,
  rtf: `is in Rich Text Format. ${SO_FAR} Save it as .docx and upload that.`,
  html: `is a web page. ${SO_FAR} Copy the plan into a Word document and upload that.`,
  zip: `is a zip archive with no document of a kind that is read. ${SO_FAR} Unpack it and upload the plan itself.`,
  picture: `is a picture. ${SO_FAR} Ask for the document it was made from.`,
};

/**
 * Opens an uploaded file by what it holds, whatever its name says, and refuses where the two disagree.
 * Rejects with `Unreadable`, and nothing else, with a sentence for the person who chose the file.
 * `largest` is in bytes and is looked at before anything else.
 */
export async function openDocument(
  bytes: Uint8Array,
  name: string,
  largest: number = LARGEST_DOCUMENT * MEGABYTE,
  told?: Told,
): Promise<SourceDocument> {
  if (bytes.byteLength === 0)
    throw new Unreadable(`${shown(name)} is empty. Check that you chose the right file.`);
  if (bytes.byteLength > largest) {
    throw new Unreadable(
      `${shown(name)} is ${inMegabytes(bytes.byteLength)}, more than the ${inMegabytes(largest)} that can be uploaded. Remove pictures from it or save the plan's tables in a document of their own.`,
    );
  }
  const document = await read(bytes, name, told);
  if (!/[\p{L}\p{N}]/u.test(printedText(document))) {
    throw new Unreadable(
      `${shown(name)} has no words in it. If its pages are pictures, ask for the document they were made from.`,
    );
  }
  return document;
}

async function read(bytes: Uint8Array, name: string, told?: Told): Promise<SourceDocument> {
  const kind = kindNamed(bytes, shown(name));
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  const format = formatOf(kind, ending);
  if (!format) throw new Unreadable(refusal(kind, ending, shown(name)));
  try {
    const document = withoutIdentityCells(await format.read(bytes, told));
    holdToLimits(document);
    return document;
  } catch (fault) {
    if (fault instanceof Unreadable) throw named(fault, shown(name));
    throw new Unreadable(
      `${shown(name)} is damaged and could not be read. Open it in the program that made it, save it again and upload the new copy.`,
      { cause: fault },
    );
  }
}

function kindNamed(bytes: Uint8Array, it: string): FileKind {
  try {
    return kindOf(bytes);
  } catch (fault) {
    throw fault instanceof Unreadable ? named(fault, it) : fault;
  }
}

/** Readers do not know what the file is called; whoever gave in several wants to know which it was. */
const named = (fault: Unreadable, it: string) =>
  new Unreadable(
    fault.message.replace(/^This (?:file|PDF)\b/, () => it),
    { cause: fault.cause },
  );

/** Why a file of this kind is not read, or not under such a name, and what to do. */
function refusal(kind: FileKind, ending: string, it: string): string {
  const unread = UNREAD[kind];
  if (unread) return `${it} ${unread}`;
  const [format] = FORMATS.filter(one => one.kind === kind);
  if (kind !== 'text' && format)
    return `${it} is not what its name says: it is ${format.called}. Rename it so that its name ends in .${format.endings[0]} and upload it again.`;
  return BINARY_NAMES.includes(ending)
    ? `${it} is not what its name says: it is not a ${ending.toUpperCase()} file. It may be damaged. Open it in the program that made it, save it again and upload the new copy.`
    : `${it} is of a kind that is not read. ${SO_FAR}`;
}

/** The name as told back: without folders, and cut where it is long. */
const shown = (name: string) => (name.replace(/^.*[\\/]/, '').slice(0, 80) || 'This file').trim();
