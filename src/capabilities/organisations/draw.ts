/** Whom an audience draws from bodies, or from areas, outside the organisation: those that have all that is said. */
export type Draw = {
  of: 'bodies' | 'areas';
  /** Each '' or null where it does not matter. */
  kind: string;
  /** Words that stand in the name. */
  named: string;
  /** In this area, or in a part of it. */
  within: string | null;
  /** Only this one. */
  one: string | null;
  /** Whose; '' for everybody who holds a role. */
  role: string;
};

/** A body or area that was drawn with one who holds the role that was asked for; the holder is null where nobody does. */
export type DrawnRow = {
  of: Draw['of'];
  place: string;
  placeName: string;
  kind: string;
  asked: string;
  holder: string | null;
  name: string | null;
  role: string | null;
  language: string | null;
  /** Their own email address, else the body's; null where there is neither. */
  address: string | null;
};

/** The same as a page shows it: until when they hold it, and who holds it next, as far as that is known. */
export type DrawnPageRow = DrawnRow & {
  until: Temporal.PlainDate | null;
  next: string | null;
  nextFrom: Temporal.PlainDate | null;
};

/** How many bodies or areas were drawn, how many hold a role in them, and what is missing. */
export type DrawnCounts = {
  places: number;
  /** The only kind there is among them; null where there are several. */
  kind: string | null;
  of: Draw['of'] | null;
  holders: number;
  without: number;
  unreached: number;
};
