import { sizeInWords } from '../../../../language/file-size.ts';
import { count } from '../../../../language/words.ts';
import type { ShownEvidence } from '../../queries/evidence.ts';

/** What shows that it was done, for the page; pictures are shown as such. */
export const evidenceRows = (evidence: readonly ShownEvidence[], here: string): object[] =>
  evidence.map(({ files, attendance, others, ...one }) => ({
    ...one,
    came:
      attendance === null
        ? ''
        : attendance === 1
          ? '1 person came'
          : `${count(attendance, 'person', 'people')} came`,
    others: others ? `It stands for ${count(others, 'other date', 'other dates')} as well.` : '',
    files: files.map(file => ({
      ...file,
      href: `${here}/files/${file.id}`,
      size: sizeInWords(file.size),
    })),
  }));
