import type { Opcodes, PdfPage } from '../load.ts';
import { colourOperations } from './colour-operations.ts';
import { type Drawing, newDrawing, type Operation } from './drawing.ts';
import { fontsOf } from './fonts.ts';
import type { PageMarks } from './marks.ts';
import { matrixOf } from './matrix.ts';
import { shapeOperations } from './shape-operations.ts';
import { textOperations } from './text-operations.ts';

/** More operators than any page of words and tables has; the rest of such a page is a drawing. */
const MOST_OPERATORS = 2_000_000;

/** The letters and lines of a page, from the operators that draw it (ISO 32000-1, annex A). */
export async function readMarks(
  page: PdfPage,
  opcodes: Opcodes,
  isShown: Drawing['isShown'],
): Promise<PageMarks> {
  const view = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const base = matrixOf(view.transform) ?? [1, 0, 0, -1, 0, view.height];
  const size = { width: view.width, height: view.height };
  const drawing = newDrawing(base, size, { isShown, fontCalled: fontsOf(page) });
  const operations = new Map<number, Operation>([
    ...textOperations(opcodes),
    ...colourOperations(opcodes),
    ...shapeOperations(opcodes),
  ]);
  for (let at = 0; at < Math.min(fnArray.length, MOST_OPERATORS); at++) {
    const values: unknown = argsArray[at];
    operations.get(fnArray[at] ?? -1)?.(drawing, Array.isArray(values) ? values : [], at);
  }
  page.cleanup();
  return drawing.marks;
}
