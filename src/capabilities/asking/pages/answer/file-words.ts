import { LARGEST_ATTACHMENT } from '../../../attachments/index.ts';
import { ANSWER_FIELDS } from '../../words/answer-page.ts';
import { sayIn } from '../../words/say.ts';

const MEGABYTE = 1024 * 1024;

export const inMegabytes = (bytes: number): string => `${Math.floor(bytes / MEGABYTE)} MB`;

/** The largest file that can come with an answer, in bytes. @param uploadLimit what the installation lets in at all */
export const largestFile = (uploadLimit: number): number => Math.min(LARGEST_ATTACHMENT, uploadLimit);

/** What may be sent with an answer, said before anything is chosen. */
export const fileHint = (largest: number): string =>
  sayIn(ANSWER_FIELDS, 'en')('fileHint', { most: inMegabytes(largest) });

/**
 * What the chooser of a phone or browser offers. Telling a phone that photos are wanted as JPEG makes an iPhone convert
 * its own (HEIC) on the way.
 */
export const ACCEPTED_FILES =
  'image/jpeg,image/png,image/gif,image/webp,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.txt';
