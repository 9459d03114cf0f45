/** A file that was put with a record. `size` is in bytes; `removed`: it was taken away, by whom, and can be put back. */
export type Attachment = {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  by: string;
  at: Temporal.Instant;
  removed: string | null;
};

/** The largest file that is kept with a record, in bytes. */
export const LARGEST_ATTACHMENT = 25 * 1024 * 1024;
