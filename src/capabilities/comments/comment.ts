/** A record that people may say something about: what it is called, and where it is. */
export type Commented = { kind: string; id: string; title: string; href: string };

/** `removed`: it was taken back, by whom; its words are then shown to nobody. */
export type Comment = {
  id: string;
  body: string;
  byId: string;
  by: string;
  at: Temporal.Instant;
  removed: string | null;
};

/** Somebody who can be named in a comment. */
export type Member = { id: string; name: string; email: string };

/** A comment that names somebody, as they are told of it. */
export type Mention = {
  id: string;
  body: string;
  by: string;
  at: Temporal.Instant;
  /** What it is said of. */
  subject: string;
  title: string;
  href: string;
  seen: boolean;
};

/** Characters. */
export const LONGEST_COMMENT = 5000;
