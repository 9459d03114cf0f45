import type { ExportFormat } from './formats.ts';

/** Lines of a PDF, which lays out every word, for each second that it takes; other formats write thousands in one. */
const A_SECOND = 500;
/** Of a PDF. More are written while the person may leave. */
const WHILE_WAITING = 4_000;

export const isLong = (format: ExportFormat['ending'], lines: number): boolean =>
  format === 'pdf' && lines > WHILE_WAITING;

/** About how long it takes, in words. */
export function timeFor(lines: number): string {
  const seconds = Math.ceil(lines / A_SECOND / 10) * 10;
  return seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
