import { fillOf } from '../fill.ts';
import { element, elements, type XmlElement } from '../xml.ts';
import { themeColours, tinted } from './theme.ts';

/** The first colours that a style may name by a number alone (ECMA-376 18.8.27); the same eight stand there twice. */
const FIRST = '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF'.split(' ');
const INDEXED = [
  ...FIRST,
  ...FIRST,
  ...`800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
  000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
  3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333`.split(
    /\s+/,
  ),
];

/** The backgrounds that cell styles name by number: only those painted through, since hatching and shades are decoration. */
export function readFills(
  styles: XmlElement | undefined,
  theme: XmlElement | undefined,
): (string | undefined)[] {
  const own = [...elements(element(element(styles, 'colors'), 'indexedColors'), 'rgbColor')];
  const indexed = own.length ? own.map(colour => (colour.attributes.rgb ?? '').slice(-6)) : INDEXED;
  const themed = themeColours(theme);
  return [...elements(element(styles, 'fills'), 'fill')].map(fill => {
    const pattern = element(fill, 'patternFill');
    const colour = element(pattern, 'fgColor')?.attributes;
    if (pattern?.attributes.patternType !== 'solid' || !colour) return undefined;
    const named =
      colour.rgb?.slice(-6) ??
      (colour.theme === undefined ? indexed[Number(colour.indexed)] : themed[Number(colour.theme)]);
    const base = fillOf(named) ?? (/^F{6}$/i.test(named ?? '') ? 'FFFFFF' : undefined);
    return base && fillOf(tinted(base, Number(colour.tint ?? 0) || 0));
  });
}
