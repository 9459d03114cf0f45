import type { RowOut } from './rows.ts';
import { STYLE } from './styles.ts';

/** Excel calls a file damaged in which a cell has more characters (as UTF-16 counts them). */
const LONGEST = 32_767;
/** Room for the remark. */
const KEPT = LONGEST - 200;
export const LONG_CELLS = 'Long cells';

/** Texts that are too long for a cell of a workbook: their beginning stands there, the whole of them on a sheet of its own. */
export class LongCells {
  readonly #texts: string[] = [];

  /** The text as it can stand in a cell. Where it is cut, it says where the whole of it is. */
  fitted(text: string): string {
    if (text.length <= LONGEST) return text;
    const number = this.#texts.push(text);
    return `${text.slice(0, KEPT).toWellFormed()}…\n[Excel holds no more in one cell. The whole text is on the sheet “${LONG_CELLS}”, under “Cell ${number}”.]`;
  }

  get any(): boolean {
    return this.#texts.length > 0;
  }

  *rows(): Generator<RowOut> {
    for (const [index, text] of this.#texts.entries()) {
      yield { texts: [`Cell ${index + 1}`], style: STYLE.subtitle };
      for (const piece of pieces(text)) yield { texts: [piece], style: STYLE.prose };
    }
  }
}

/** Cut at blanks where there are any. */
function* pieces(text: string): Generator<string> {
  for (let rest = text; rest; ) {
    const blank = rest.length > KEPT ? rest.lastIndexOf(' ', KEPT) : -1;
    const end = blank > KEPT / 2 ? blank + 1 : KEPT;
    yield rest.slice(0, end);
    rest = rest.slice(end);
  }
}
