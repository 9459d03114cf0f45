import type { PdfPage } from '../load.ts';
import type { PageFont } from './text-state.ts';

/** Fonts carry their weight in their names: "ABCDEF+Arial-BoldMT", "Calibri,Bold", "Lato-Heavy". */
const BOLD = /bold|black|heavy|demi|-bd\b/i;
const USUAL_SCALE = 0.001;

/** The fonts of a page by the names that its operators use. */
export function fontsOf(page: PdfPage): (name: string) => PageFont {
  const known = new Map<string, PageFont>();
  return name => {
    const font = known.get(name) ?? fontOf(page, name);
    known.set(name, font);
    return font;
  };
}

function fontOf(page: PdfPage, name: string): PageFont {
  const found: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined;
  const font = (typeof found === 'object' && found ? found : {}) as { name?: unknown; fontMatrix?: unknown };
  const scale = Array.isArray(font.fontMatrix) ? Number(font.fontMatrix[0]) : USUAL_SCALE;
  return {
    bold: BOLD.test(String(font.name ?? '')),
    scale: Number.isFinite(scale) && scale !== 0 ? scale : USUAL_SCALE,
  };
}
