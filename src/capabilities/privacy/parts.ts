import type { PersonalData } from '../../platform/privacy/personal-data.ts';

/** What `app/` hands over: what every capability declared, and how accounts are erased, which belong to no organisation. */
export type PrivacyParts = {
  all: () => PersonalData[];
  /** The same, with the capability that keeps it. */
  declared: () => { capability: string; personal: PersonalData[] }[];
  eraseAccounts: (organisation: string, accounts: string[], now: Temporal.Instant) => Promise<ErasedAccounts>;
};

/** Which accounts are gone, and which go on because somebody works elsewhere or is the only administrator here. */
export type ErasedAccounts = { erased: number; workElsewhere: number; lastAdministrator: boolean };
