/** GOV.UK's near-black for text. */
export const INK = '#0b0c0c';
const WHITE = '#ffffff';

/** WCAG 2.2, success criterion 1.4.3: text below 24 px (or 18.66 px bold). */
const LEAST_RATIO_FOR_TEXT = 4.5;

export type ColourFinding = {
  allowed: boolean;
  /** What is legible on the colour: white or ink. */
  text: string;
  ratioWithText: number;
  ratioWithWhite: number;
  /** Words for the person who chose it; absent when allowed. */
  why?: string;
};

/** "#0B4F54" for any six-digit hexadecimal colour, with or without the hash; undefined for anything else. */
export function asColour(words: string): string | undefined {
  const digits = /^#?([0-9a-f]{6})$/i.exec(words.trim())?.[1];
  return digits && `#${digits.toLowerCase()}`;
}

/**
 * Whether an organisation may take this colour: it carries text in the bar, and is itself the text
 * of the navigation, on white.
 * @throws RangeError when it is not a six-digit hexadecimal colour
 */
export function judgeColour(words: string): ColourFinding {
  const colour = asColour(words);
  if (!colour) throw new RangeError(`Not a colour: ${words}`);
  const ratioWithWhite = contrastRatio(colour, WHITE);
  const ratioWithInk = contrastRatio(colour, INK);
  const text = ratioWithWhite >= LEAST_RATIO_FOR_TEXT || ratioWithWhite >= ratioWithInk ? WHITE : INK;
  const ratioWithText = text === WHITE ? ratioWithWhite : ratioWithInk;
  const allowed = ratioWithText >= LEAST_RATIO_FOR_TEXT && ratioWithWhite >= LEAST_RATIO_FOR_TEXT;
  return {
    allowed,
    text,
    ratioWithText,
    ratioWithWhite,
    ...(allowed ? {} : { why: tooLight(ratioWithWhite) }),
  };
}

function tooLight(ratio: number): string {
  return `This colour is too light for words on white: its contrast is ${ratio.toFixed(1)} to 1 and must be at least ${LEAST_RATIO_FOR_TEXT} to 1. Choose a darker one.`;
}

/** From 1 (the same) to 21 (black on white); WCAG 2.2, "contrast ratio". */
export function contrastRatio(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map(at => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function linear(share: number): number {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
