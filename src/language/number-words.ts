const WORDS = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** "two", "twelve"; figures from 13 on, as people write them. */
export const numberWord = (number: number): string => WORDS[number] ?? String(number);
