export { giveInBankHolidays } from './actions/bank-holidays.ts';
export { ownerMeaning } from './actions/owner-meaning.ts';
export { findOrAddOwners } from './actions/owners.ts';
export { foundOrganisation } from './actions/settings.ts';
export { directoryAddress, holderAddressToChange, KIND_WORDS } from './area.ts';
export type { Draw, DrawnCounts, DrawnPageRow, DrawnRow } from './draw.ts';
export type {
  KeepsOwners,
  MergedOwners,
  NamedOwner,
  OwnerLine,
  OwnerLines,
  OwnerTally,
} from './keeps-owners.ts';
export type { AccountOf, HandsOver, Held, HeldThing, KeepsAccess, Leaver, Taken } from './keeps-people.ts';
export { organisationName } from './organisation.ts';
export type { Owner, OwnerKind, WantedOwner } from './owner.ts';
export { OWNER_KIND_WORDS, OWNER_KINDS, ownerKind, ownerName } from './owner.ts';
export { besidesWords, reachedWords } from './pages/reached-words.ts';
export { answersAs, isInDirectory, ownersOf, peopleOf } from './queries/answering.ts';
export { areasToChoose } from './queries/areas.ts';
export { areasWithin } from './queries/areas-within.ts';
export { countDrawn, DRAWN_ON_A_PAGE, drawnPage, drawnRows, ENDS_SOON } from './queries/drawn.ts';
export { ownerNames, ownersCalled } from './queries/owners.ts';
export { ownersMeaning } from './queries/person-page.ts';
export { kindsToChoose, placesCalled } from './queries/places-called.ts';
export { areaSaid, postCalled } from './queries/post-called.ts';
export { postsOfAreas } from './queries/posts-of-areas.ts';
export { rolesInUse } from './queries/role-holders.ts';
export { namesToOffer } from './queries/whom-owners-mean.ts';
export { workingCalendarOf } from './queries/working-calendar.ts';
export { coveredBy, leadFor, leadsFor, peopleFor, type Reached, toldOf } from './reaching.ts';
export { type Known, type KnownOwners, knownOwners } from './rules/known-owners.ts';
export type { LedThing } from './rules/leading.ts';
export type { ReachedPerson } from './rules/standing-in.ts';
export { WORKING_DAYS_CHANGED } from './working-days-changed.ts';
