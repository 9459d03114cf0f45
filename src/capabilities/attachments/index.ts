/** What other capabilities may ask of attachments. */
export { type Attachable, attach, attachable, type NotAttachable, takeAway } from './actions.ts';
export { type Attachment, LARGEST_ATTACHMENT } from './attachment.ts';
export { ATTACHMENT_DATA } from './personal.ts';
export { attachedFile, attachmentsOf } from './queries.ts';
