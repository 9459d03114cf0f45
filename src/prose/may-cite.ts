/** Whether a text has one of the words without which nothing cites a clause: for what must cost nothing. */
export const mayCite = (text: string): boolean =>
  /\b(?:clause|polic|para|section|sub-?section|rule|protocol|standard|principle|procedure)/i.test(text);
