import type { SourceDocument } from './document.ts';
import { readDocx } from './docx/read.ts';
import { type FileKind, kindOf } from './kind.ts';
import { decodeText } from './txt/decode.ts';
import { readTxt } from './txt/read.ts';
import { Unreadable } from './unreadable.ts';
import { printedText } from './words.ts';

export { Unreadable } from './unreadable.ts';

const MEGABYTE = 1_000_000;
/** Bytes. The largest plan seen was 2 MB; pictures make the rest. */
export const LARGEST_FILE = 25 * MEGABYTE;

const WORD_NAMES = ['docx', 'docm', 'dotx'];
const TEXT_NAMES = ['txt', 'text', 'tsv', 'tab', 'md'];
const SO_FAR = 'Commsgrid reads Word (.docx) and text files so far.';

/**
 * Opens an uploaded file by what it holds, whatever its name says, and refuses where the two disagree.
 * Rejects with `Unreadable`, and nothing else, with a sentence for the person who chose the file.
 * `largest` is in bytes and is looked at before anything else.
 */
export async function openDocument(
  bytes: Uint8Array,
  name: string,
  largest: number = LARGEST_FILE,
): Promise<SourceDocument> {
  if (bytes.byteLength === 0)
    throw new Unreadable(`${shown(name)} is empty. Check that you chose the right file.`);
  if (bytes.byteLength > largest) {
    throw new Unreadable(
      `${shown(name)} is ${megabytes(bytes.byteLength)} MB, more than the ${megabytes(largest)} MB that can be uploaded. Remove pictures from it or save the plan's tables in a document of their own.`,
    );
  }
  const document = await read(bytes, name);
  if (!/[\p{L}\p{N}]/u.test(printedText(document))) {
    throw new Unreadable(
      `${shown(name)} has no words in it. If its pages are pictures, ask for the document they were made from.`,
    );
  }
  return document;
}

async function read(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  const kind = kindOf(bytes);
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  refuseUnread(kind, name);
  refuseWrongName(kind, ending, name);
  try {
    return kind === 'docx' ? readDocx(bytes) : readTxt(decodeText(bytes));
  } catch (fault) {
    if (fault instanceof Unreadable) throw fault;
    throw new Unreadable(
      `${shown(name)} is damaged and could not be read. Open it in Word, save it again and upload the new copy.`,
      { cause: fault },
    );
  }
}

function refuseUnread(kind: FileKind, name: string): void {
  const it = shown(name);
  const refusals: Partial<Record<FileKind, string>> = {
    'old-word': `${it} is in the old Word format. Open it in Word, save it as "Word document (.docx)" and upload that.`,
    'old-office': `${it} is in an old Office format. ${SO_FAR} Save the plan as .docx and upload that.`,
    'password-protected': `${it} is protected by a password. Remove the password in Word, save it and upload it again.`,
    pdf: `${it} is a PDF. ${SO_FAR} Upload the Word document that the PDF was made from.`,
    xlsx: `${it} is a spreadsheet. ${SO_FAR} Copy the plan's table into a Word document and upload that.`,
    pptx: `${it} is a presentation. ${SO_FAR} Copy the plan's table into a Word document and upload that.`,
    odt: `${it} is an OpenDocument text. ${SO_FAR} Save it as .docx and upload that.`,
    rtf: `${it} is in Rich Text Format. ${SO_FAR} Save it as .docx and upload that.`,
    html: `${it} is a web page. ${SO_FAR} Copy the plan into a Word document and upload that.`,
    zip: `${it} is a zip archive with no document of a kind that is read. ${SO_FAR} Unpack it and upload the plan itself.`,
    picture: `${it} is a picture. ${SO_FAR} Ask for the document it was made from.`,
  };
  const refusal = refusals[kind];
  if (refusal) throw new Unreadable(refusal);
}

function refuseWrongName(kind: FileKind, ending: string, name: string): void {
  const it = shown(name);
  if (kind === 'text' && ending && !TEXT_NAMES.includes(ending)) {
    throw new Unreadable(
      ['docx', 'docm', 'dotx', 'doc', 'pdf', 'xlsx', 'xls'].includes(ending)
        ? `${it} is not what its name says: it is not a ${ending.toUpperCase()} file. It may be damaged. Open it in the program that made it, save it again and upload the new copy.`
        : `${it} is of a kind that is not read. ${SO_FAR}`,
    );
  }
  if (kind === 'docx' && ending && !WORD_NAMES.includes(ending)) {
    throw new Unreadable(
      `${it} is not what its name says: it is a Word document. Rename it so that its name ends in .docx and upload it again.`,
    );
  }
}

const megabytes = (size: number) => Number((size / MEGABYTE).toFixed(1));
/** The name as told back: without folders, and cut where it is long. */
const shown = (name: string) => (name.replace(/^.*[\\/]/, '').slice(0, 80) || 'This file').trim();
