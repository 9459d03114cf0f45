import { zipDirectory } from './zip/directory.ts';

/** What a file is by its content, never by its name. */
export type FileKind =
  | 'docx'
  | 'text'
  | 'pdf'
  | 'xlsx'
  | 'pptx'
  | 'odt'
  | 'ods'
  | 'zip'
  | 'old-word'
  | 'old-excel'
  | 'old-office'
  | 'password-protected'
  | 'rtf'
  | 'html'
  | 'picture';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
];

const begins = (bytes: Uint8Array, signature: number[]) => signature.every((byte, at) => bytes[at] === byte);

export function kindOf(bytes: Uint8Array): FileKind {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (begins(bytes, OLE)) return oldKind(bytes);
  if (start.startsWith('PK')) return archiveKind(bytes);
  if (start.includes('%PDF-')) return 'pdf';
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (PICTURES.some(signature => begins(bytes, signature))) return 'picture';
  if (/^\W*<(!doctype html|html)\b/i.test(start)) return 'html';
  return 'text';
}

/** Streams in an OLE file are named in UTF-16; an encrypted .docx is one of them inside. */
function oldKind(bytes: Uint8Array): FileKind {
  const names = new TextDecoder('utf-16le').decode(
    bytes.subarray(0, Math.min(bytes.byteLength & ~1, 4_000_000)),
  );
  if (names.includes('EncryptedPackage')) return 'password-protected';
  if (names.includes('WordDocument')) return 'old-word';
  return /Workbook\0|Book\0/.test(names) ? 'old-excel' : 'old-office';
}

/** Reads the archive's directory only; nothing is inflated. A broken directory throws `Unreadable`. */
function archiveKind(bytes: Uint8Array): FileKind {
  const names = zipDirectory(bytes).map(entry => entry.name.replaceAll('\\', '/'));
  if (names.some(name => name.startsWith('word/'))) return 'docx';
  if (names.some(name => name.startsWith('xl/'))) return 'xlsx';
  if (names.some(name => name.startsWith('ppt/'))) return 'pptx';
  if (names.includes('content.xml') && names.includes('mimetype')) return openDocumentKind(bytes);
  return names.includes('[Content_Types].xml') ? 'docx' : 'zip';
}

/** The archive's first file, not packed, says what the others make (OpenDocument 1.3, part 2, 3.3). */
function openDocumentKind(bytes: Uint8Array): FileKind {
  const start = String.fromCharCode(...bytes.subarray(0, 256));
  if (start.includes('opendocument.spreadsheet')) return 'ods';
  return /opendocument\.(?:presentation|graphics)/.test(start) ? 'pptx' : 'odt';
}
