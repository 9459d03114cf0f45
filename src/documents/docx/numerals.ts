const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let left = value;
  let out = '';
  for (const [worth, letters] of ROMAN) {
    while (left >= worth) {
      out += letters;
      left -= worth;
    }
  }
  return out;
}

/** After z comes aa, then bb: Word repeats the letter (ECMA-376 17.18.59, lowerLetter). */
const letter = (value: number) =>
  'abcdefghijklmnopqrstuvwxyz'.charAt((value - 1) % 26).repeat(Math.ceil(value / 26));

function ordinal(value: number): string {
  const ending = { 1: 'st', 2: 'nd', 3: 'rd' }[value % 10] ?? 'th';
  return `${value}${Math.floor(value / 10) % 10 === 1 ? 'th' : ending}`;
}

/** A list number as Word prints it; a format that is not known is printed as a plain number. */
export function numeral(value: number, format: string): string {
  if (value < 1 || value > 9999) return String(value);
  switch (format) {
    case 'lowerLetter':
      return letter(value);
    case 'upperLetter':
      return letter(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'ordinal':
      return ordinal(value);
    case 'none':
      return '';
    default:
      return String(value);
  }
}
