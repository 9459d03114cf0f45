/** A kind of file that may be kept with a record. `image`: a browser can draw it, and it may tell where it was taken. */
export type KindOfFile = { extension: string; mediaType: string; words: string; image?: true };

const OFFICE = 'application/vnd.openxmlformats-officedocument.';

/** Documents, tables, slides and pictures: what proves that something was done, and nothing that runs. */
const KINDS: KindOfFile[] = [
  { extension: 'pdf', mediaType: 'application/pdf', words: 'PDF' },
  { extension: 'docx', mediaType: `${OFFICE}wordprocessingml.document`, words: 'Word' },
  { extension: 'xlsx', mediaType: `${OFFICE}spreadsheetml.sheet`, words: 'Excel' },
  { extension: 'pptx', mediaType: `${OFFICE}presentationml.presentation`, words: 'PowerPoint' },
  { extension: 'odt', mediaType: 'application/vnd.oasis.opendocument.text', words: 'OpenDocument text' },
  {
    extension: 'ods',
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    words: 'OpenDocument table',
  },
  {
    extension: 'odp',
    mediaType: 'application/vnd.oasis.opendocument.presentation',
    words: 'OpenDocument slides',
  },
  { extension: 'jpg', mediaType: 'image/jpeg', words: 'JPEG picture', image: true },
  { extension: 'png', mediaType: 'image/png', words: 'PNG picture', image: true },
  { extension: 'gif', mediaType: 'image/gif', words: 'GIF picture', image: true },
  { extension: 'webp', mediaType: 'image/webp', words: 'WebP picture', image: true },
];

const TEXTS: KindOfFile[] = [
  { extension: 'csv', mediaType: 'text/csv', words: 'CSV table' },
  { extension: 'txt', mediaType: 'text/plain', words: 'Text' },
];

export const KINDS_IN_WORDS = 'PDF, Word, Excel, PowerPoint, OpenDocument, JPEG, PNG, GIF, WebP, CSV or text';

/** What a file is by its content, whatever it is called; undefined for anything that is not kept. */
export async function kindOfFile(content: Uint8Array, name: string): Promise<KindOfFile | undefined> {
  // loaded by the first file that comes in: most processes never see one
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(content);
  if (found) return KINDS.find(({ mediaType }) => mediaType === found.mime);
  if (!isText(content)) return undefined;
  return TEXTS.find(({ extension }) => name.toLowerCase().endsWith(`.${extension}`)) ?? TEXTS.at(-1);
}

/** UTF-8 without control characters; an empty file is none. */
function isText(content: Uint8Array): boolean {
  if (!content.length) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return !CONTROL.test(text) && !MARKUP.test(text.slice(0, 1_000));
  } catch {
    return false; // not UTF-8
  }
}

// biome keeps control characters out of patterns, so they are named by their property; tab and line ends may stand
const CONTROL = /(?![\t\n\r\f])\p{Cc}/u;
/** A page or a drawing can run scripts where it is opened. */
const MARKUP = /^\s*<(!doctype|\?xml|html|svg|script)/i;
