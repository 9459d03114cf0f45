/** Longer references differ before this; an index entry has a largest size. */
const LONGEST = 200;

/**
 * Puts references into the order in which a person counts: "Recommendation 9" before "Recommendation 21(a)",
 * "1.2" before "1.10", whatever stands between the numbers and letters. Lines without a reference come last.
 */
export function referenceKey(reference: string): string {
  const parts = reference.toLowerCase().match(/\d+|\p{L}+/gu);
  return parts ? `0 ${parts.map(inOrder).join(' ')}`.slice(0, LONGEST) : '1';
}

/** Numbers of one width compare as text does. */
const inOrder = (part: string): string => (/^\d/.test(part) ? part.padStart(12, '0') : part);
