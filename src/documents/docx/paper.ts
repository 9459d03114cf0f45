/** Twentieths of a point: A4, and margins of 1.8 cm. */
export const PAPER = { width: 11906, height: 16838 };
export const MARGIN = 1020;
