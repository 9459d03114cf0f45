import { getResolvedPDFJS } from 'unpdf';
import { Unreadable } from '../unreadable.ts';

/** A plan of more pages than this is a book; only its tables are wanted then. */
export const MOST_PAGES = 500;
/** How far from its end a whole file says that it ends (ISO 32000 asks for 1,024 bytes; files are given in with tails). */
const TAIL = 8192;

type Pdf = typeof import('unpdf/pdfjs');
export type PdfDocument = Awaited<ReturnType<Pdf['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;
export type Operators = Awaited<ReturnType<PdfPage['getOperatorList']>>;
export type Opcodes = Pdf['OPS'];

/**
 * Opens a PDF and hands it to `read`; closes it whatever happens. Pictures are never decoded.
 * Rejects with `Unreadable` for a password, a file that was cut off, or more than `MOST_PAGES` pages.
 */
export async function withPdf<Result>(
  bytes: Uint8Array,
  read: (pdf: PdfDocument, opcodes: Opcodes) => Promise<Result>,
): Promise<Result> {
  refuseCutOff(bytes);
  const { getDocument, OPS } = await getResolvedPDFJS();
  // The library takes the bytes away from whoever gave them, so it gets its own.
  const task = getDocument({
    data: new Uint8Array(bytes),
    maxImageSize: 1,
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MOST_PAGES) throw tooLong(pdf.numPages);
    return await read(pdf, OPS);
  } catch (fault) {
    throw inWords(fault);
  } finally {
    await task.destroy();
  }
}

function refuseCutOff(bytes: Uint8Array): void {
  const end = String.fromCharCode(...bytes.subarray(Math.max(0, bytes.byteLength - TAIL)));
  if (!/%%EOF|startxref/.test(end)) {
    throw new Unreadable(
      'This PDF is damaged: its end is missing, so pages may be missing too. Download or export it again and upload the new copy.',
    );
  }
}

const tooLong = (pages: number) =>
  new Unreadable(
    `This PDF has ${pages} pages, more than the ${MOST_PAGES} that can be read. Save the pages with the plan's tables as a PDF of their own and upload that.`,
  );

function inWords(fault: unknown): unknown {
  if (fault instanceof Error && fault.name === 'PasswordException') {
    return new Unreadable(
      'This PDF is protected by a password. Open it with the password, print or save it as a PDF without one, and upload that.',
      { cause: fault },
    );
  }
  return fault;
}
