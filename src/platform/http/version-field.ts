import { z } from 'zod';

/** Of what the database counts in: 32 bits, of which one is a sign. */
const LARGEST = 2 ** 31 - 1;

/** Which version of a record the sender of a form had before them: what was changed since is not overwritten. */
export const versionSeen = z.coerce.number('Open the page again').int().positive().max(LARGEST);

/** Where it cannot be told, none that still stands. */
export const versionOrNone = versionSeen.catch(0);
