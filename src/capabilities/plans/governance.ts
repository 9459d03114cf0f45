/** Who agreed a plan, and which version: the plan as it stood at a moment. Newest first where there are several. */
export type Agreement = {
  id: string;
  by: string;
  on: Temporal.PlainDate;
  edition: string;
  stoodAt: Temporal.Instant;
  recordedBy: string;
};

/** A committee, panel or person that the plan was shown to. */
export type Showing = { id: string; to: string; on: Temporal.PlainDate };

/** What a plan says of itself as a document somebody keeps. */
export type Governance = {
  edition: string;
  periodFrom: string | null;
  periodTo: string | null;
  owner: { id: string; name: string } | null;
  nextReview: Temporal.PlainDate | null;
};

/**
 * Which version was agreed: as it was read from the document, as it stood at the end of the day on which it was agreed,
 * or as it stands.
 */
export const VERSIONS_AGREED = ['read', 'day', 'now'] as const;
export type VersionAgreed = (typeof VERSIONS_AGREED)[number];
