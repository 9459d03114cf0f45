/** In bytes, as Windows counts: a file that is 25 MB where people look at it is no more than 25 MB here. */
export const MEGABYTE = 1024 * 1024;

/** Megabytes of the largest document that is read where no setting says otherwise. The largest plan seen had 2; pictures make the rest. */
export const LARGEST_DOCUMENT = 25;

/** "25 MB", "0.4 MB"; rounded up, so that what is over a limit is never told as the limit itself. */
export const inMegabytes = (bytes: number): string => `${Math.ceil((bytes / MEGABYTE) * 10) / 10} MB`;

/** How large a file is, for a list of files: in kilobytes until they are many. */
export const sizeInWords = (bytes: number): string =>
  bytes < MEGABYTE ? `${Math.ceil(bytes / 1024)} KB` : inMegabytes(bytes);
