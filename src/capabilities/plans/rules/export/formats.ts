/** A kind of file that plans are given out as. */
export type ExportFormat = {
  ending: 'docx' | 'xlsx' | 'pdf' | 'csv' | 'json';
  /** As people call it. */
  called: string;
  /** In a sentence: what somebody was given. */
  given: string;
  mediaType: string;
  /** What it is good for. */
  words: string;
  /** Carries the identities of its lines, so that an edited file of one plan can be worked in again. */
  comesBack?: true;
};

const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const EXPORT_FORMATS: ExportFormat[] = [
  {
    ending: 'docx',
    called: 'Word',
    given: 'a Word document',
    mediaType: `${OFFICE}.wordprocessingml.document`,
    words: 'The tables as they were printed, to work on or to send.',
    comesBack: true,
  },
  {
    ending: 'xlsx',
    called: 'Excel',
    given: 'an Excel workbook',
    mediaType: `${OFFICE}.spreadsheetml.sheet`,
    words: 'The same in sheets, to sort and to fill in.',
    comesBack: true,
  },
  {
    ending: 'pdf',
    called: 'PDF',
    given: 'a PDF',
    mediaType: 'application/pdf',
    words:
      'For papers of a meeting and for publishing. Nobody can change it by accident, and screen readers can follow its tables.',
  },
  {
    ending: 'csv',
    called: 'CSV',
    given: 'separated values',
    mediaType: 'text/csv; charset=utf-8',
    words: 'The lines alone, in one table, for other programs. It has no place for a marking but its name.',
  },
  {
    ending: 'json',
    called: 'JSON',
    given: 'JSON',
    mediaType: 'application/json; charset=utf-8',
    words:
      'Everything that is kept of each line, for programmers. It has no place for a marking but its name.',
  },
];
