/** Each of red, green and blue at least this, and nobody sees a colour on the paper. */
const WHITE = 0xfa;

/**
 * A background as six digits of red, green and blue ("00B050"), from these or "#00b050".
 * Nothing for white, which is how cells are cleared, and for what names no colour ("auto", "transparent").
 */
export function fillOf(colour: string | undefined): string | undefined {
  const digits = /^#?([\dA-F]{6})$/i.exec(colour ?? '')?.[1]?.toUpperCase();
  return digits === undefined || channels(digits).every(one => one >= WHITE) ? undefined : digits;
}

/** Red, green and blue of six digits, 0 to 255 each. */
export const channels = (digits: string): number[] =>
  [0, 2, 4].map(at => Number.parseInt(digits.slice(at, at + 2), 16));

export const digitsOf = (parts: number[]): string =>
  parts
    .map(part =>
      Math.round(Math.min(255, Math.max(0, part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();

/** For spreading into a cell that may have a background. */
export const withFill = (fill: string | undefined): { fill?: string } => (fill ? { fill } : {});
