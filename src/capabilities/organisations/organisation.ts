/** A public body whose plans are kept here; nobody sees another's rows. */
export type Organisation = { id: string; name: string; colour: string; timeZone: string };

/** What a new organisation begins with, until it chooses its own: dark enough for words on white. */
export const FIRST_COLOUR = '#0b4f54';
