import type { OwnerParts } from './keeps-owners.ts';
import type { HandsOver, KeepsAccess } from './keeps-people.ts';

/** What the directory is given by `app/`. */
export type DirectoryParts = { owners: OwnerParts; access: KeepsAccess; handsOver: HandsOver[] };
