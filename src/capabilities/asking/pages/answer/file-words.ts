import { LARGEST_ATTACHMENT } from '../../../attachments/index.ts';

const MEGABYTES = LARGEST_ATTACHMENT / 1024 / 1024;

/** What may be sent with an answer, said before anything is chosen. */
export const FILE_HINT = `Photos (JPEG, PNG), PDF, Word, Excel, PowerPoint or text, up to ${MEGABYTES} MB. We remove where a picture was taken.`;

/**
 * What the chooser of a phone or browser offers. Telling a phone that photos are wanted as JPEG makes an iPhone convert
 * its own (HEIC) on the way.
 */
export const ACCEPTED_FILES =
  'image/jpeg,image/png,image/gif,image/webp,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.txt';
