import { channels, digitsOf, fillOf } from '../fill.ts';
import { element, type XmlElement } from '../xml.ts';

/**
 * The background that a cell has of its own (ECMA-376 17.4.32). The bands of a table's style are no property of its
 * cells, and are not looked for: they tell rows apart and nothing else.
 */
export function shadingOf(properties: XmlElement | undefined): string | undefined {
  const shading = element(properties, 'shd')?.attributes;
  if (!shading || shading.val === 'nil') return undefined;
  const share = inkOf(shading.val ?? 'clear');
  if (share === 0) return fillOf(shading.fill);
  return fillOf(mixed(hexOr(shading.color, '000000'), hexOr(shading.fill, 'FFFFFF'), share));
}

/** How much of the pattern's own colour covers the fill: all of it for "solid", a quarter for "pct25". */
function inkOf(pattern: string): number {
  if (pattern === 'solid') return 1;
  return Number(/^pct(\d{1,2})$/.exec(pattern)?.[1] ?? 0) / 100;
}

const hexOr = (text: string | undefined, otherwise: string) =>
  /^[\dA-F]{6}$/i.test(text ?? '') ? (text ?? otherwise) : otherwise;

function mixed(ink: string, paper: string, share: number): string {
  const under = channels(paper);
  return digitsOf(channels(ink).map((part, index) => part * share + (under[index] ?? 0) * (1 - share)));
}
