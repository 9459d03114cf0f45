/** Characters; file systems and e-mail programs cut longer names. */
const LONGEST = 120;

export type NamedFile = {
  title: string;
  /** In words, where the file holds lines that were asked for on a day and not a whole plan. */
  day?: string;
  marking: string;
  ending: string;
};

/** "Ashmere action plan (OFFICIAL).docx": the marking goes with the file wherever it is sent. */
export function exportFileName({ title, day, marking, ending }: NamedFile): string {
  const plain = title
    .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(/[. ]+$/, '');
  return `${plain || 'Plan'}${day ? `, ${day}` : ''}${marking ? ` (${marking})` : ''}.${ending}`;
}
