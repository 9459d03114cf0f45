import { HEIC_WORDS } from '../../../../platform/files/heic.ts';
import { KINDS_IN_WORDS } from '../../../../platform/files/kind-of-file.ts';
import type { NotAttachable } from '../../../attachments/index.ts';

export const FILE_PROBLEMS: Record<NotAttachable['refused'], string> = {
  empty: 'The file is empty. Choose one that holds something, or leave it out',
  large: 'The file is too large. Choose one of 25 MB or less, or leave it out',
  heic: HEIC_WORDS,
  kind: `The file must be one of these: ${KINDS_IN_WORDS}. A photograph in another format can be saved as JPEG`,
  broken:
    'The picture is damaged, so the place where it was taken cannot be taken out of it. Choose another one',
};
