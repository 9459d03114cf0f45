import { channels } from '../../documents/fill.ts';

/** The colours in which plans rate, as people call them. */
export type ColourName = 'red' | 'amber' | 'green' | 'blue' | 'grey';

/** Degrees on the circle of hues at which each name ends; purple and pink rate nothing. */
const HUES: [number, ColourName | undefined][] = [
  [18, 'red'],
  [68, 'amber'],
  [172, 'green'],
  [255, 'blue'],
  [335, undefined],
  [360, 'red'],
];
/** Of 1. Paler than this is paper, darker is ink; with less saturation nobody would name a colour. */
const PALEST = 0.96;
const PALEST_GREY = 0.88;
const DARKEST = 0.12;
const COLOURLESS = 0.12;

/** What people call a background; undefined for hardly tinted paper, near black, and colours that no plan rates by. */
export function colourName(fill: string): ColourName | undefined {
  const { hue, saturation, lightness } = hslOf(fill);
  if (lightness < DARKEST) return undefined;
  if (saturation < COLOURLESS) return lightness > PALEST_GREY ? undefined : 'grey';
  return lightness > PALEST ? undefined : HUES.find(([end]) => hue < end)?.[1];
}

/** So pale a colour is as often decoration as a rating. */
export const isPale = (fill: string): boolean => hslOf(fill).lightness > 0.85;

function hslOf(fill: string): { hue: number; saturation: number; lightness: number } {
  const [red = 0, green = 0, blue = 0] = channels(fill).map(part => part / 255);
  const [least, most] = [Math.min(red, green, blue), Math.max(red, green, blue)];
  const lightness = (least + most) / 2;
  const range = most - least;
  if (range === 0) return { hue: 0, saturation: 0, lightness };
  const sixth =
    most === red
      ? (green - blue) / range
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return {
    hue: (sixth * 60 + 360) % 360,
    saturation: range / (1 - Math.abs(2 * lightness - 1)),
    lightness,
  };
}
