import type { SignedInVisit } from '../../../../platform/http/visit.ts';
import type { PrivacyParts } from '../../parts.ts';
import { handOutSomebody } from './access.ts';
import { addressOf, readAsked } from './asked.ts';
import { eraseSomebody } from './erase.ts';
import { showSomebody } from './show.ts';

/** What is known of somebody: which records are theirs, everything that stands with them, and what can be done. */
export const somebodyPage = (parts: PrivacyParts) => ({
  /** Where whoever must say first who they are comes back to. */
  here: ({ query, form }: SignedInVisit) => addressOf(readAsked({ ...query, ...form })),
  show: (visit: SignedInVisit) => showSomebody(visit, parts, readAsked(visit.query)),
  access: handOutSomebody(parts),
  erase: eraseSomebody(parts),
});
