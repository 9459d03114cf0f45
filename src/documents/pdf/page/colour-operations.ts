import type { Opcodes } from '../load.ts';
import type { Drawing, Operation } from './drawing.ts';

/**
 * The operators that choose what areas are painted with. Whatever kind of colour a file uses, the library says it as
 * "#00b050"; patterns and shades are no colour that could be named.
 */
export const colourOperations = (opcodes: Opcodes): [number, Operation][] => [
  [opcodes.setFillRGBColor, (drawing, [colour]) => paintWith(drawing, colour)],
  [opcodes.setFillColorN, drawing => paintWith(drawing, undefined)],
  [opcodes.setFillTransparent, drawing => paintWith(drawing, undefined)],
];

function paintWith(drawing: Drawing, colour: unknown): void {
  drawing.colour = typeof colour === 'string' ? colour : undefined;
}
