/** Characters; file systems and e-mail programs cut longer names. */
const LONGEST = 120;

/** "Ashmere action plan (OFFICIAL).docx": the marking goes with the file wherever it is sent. */
export function exportFileName(title: string, marking: string): string {
  const plain = title
    .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .replace(/[. ]+$/, '');
  return `${plain || 'Plan'}${marking ? ` (${marking})` : ''}.docx`;
}
