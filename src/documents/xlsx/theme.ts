import { channels, digitsOf } from '../fill.ts';
import { element, elements, type XmlElement } from '../xml.ts';

/** A style names a colour of the theme by its place in this order, which is not the order of the file (18.8.19). */
const ORDER = 'lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(' ');
/** Office's own, where the workbook brings no theme. */
const OFFICE = 'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(
  ' ',
);

/** The colours of a workbook's theme, six digits each, by the number that its styles name them by. */
export function themeColours(theme: XmlElement | undefined): (string | undefined)[] {
  const scheme = element(element(theme, 'themeElements'), 'clrScheme');
  if (!scheme) return OFFICE;
  return ORDER.map(name => {
    const [colour] = elements(element(scheme, name));
    return colour?.attributes.lastClr ?? colour?.attributes.val;
  });
}

/** A colour made lighter (`tint` above 0) or darker (below): its lightness moved towards white or black (18.8.19). */
export function tinted(digits: string, tint: number): string {
  if (!tint) return digits;
  const parts = channels(digits).map(part => part / 255);
  const lightness = (Math.max(...parts) + Math.min(...parts)) / 2;
  const wanted = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const chroma = (light: number) => 1 - Math.abs(2 * light - 1);
  // Hue and saturation stay, so each part keeps its place between the least and the most.
  const scale = chroma(lightness) ? chroma(wanted) / chroma(lightness) : 0;
  return digitsOf(parts.map(part => (wanted + (part - lightness) * scale) * 255));
}
