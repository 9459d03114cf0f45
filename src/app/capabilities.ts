import { accessCapability } from '../capabilities/access/capability.ts';
import { accessFollowsPeople, eraseAccounts } from '../capabilities/access/index.ts';
import { askingCapability } from '../capabilities/asking/capability.ts';
import { requestsFollowOwners, requestsHandOver } from '../capabilities/asking/index.ts';
import { audiencesCapability } from '../capabilities/audiences/capability.ts';
import { calendarsCapability } from '../capabilities/calendars/capability.ts';
import { channelsCapability } from '../capabilities/channels/capability.ts';
import { channelsFollowOwners, channelsHandOver } from '../capabilities/channels/index.ts';
import { commentsCapability } from '../capabilities/comments/capability.ts';
import { commitmentsCapability } from '../capabilities/commitments/capability.ts';
import {
  calendarViews,
  commitmentsRequests,
  concernsFollowOwners,
  concernsHandOver,
  forgetPromisesOf,
  promisesFollowCalendars,
  promisesFollowOwners,
  promisesGoAlong,
  promisesHandOver,
} from '../capabilities/commitments/index.ts';
import { importsCapability } from '../capabilities/imports/capability.ts';
import { mailCapability } from '../capabilities/mail/capability.ts';
import { organisationsCapability } from '../capabilities/organisations/capability.ts';
import { plansCapability } from '../capabilities/plans/capability.ts';
import { ownerLines, plansFollowOwners, plansHandOver, plansRequests } from '../capabilities/plans/index.ts';
import { policiesCapability } from '../capabilities/policies/capability.ts';
import { clausesFollowOwners, clausesHandOver } from '../capabilities/policies/index.ts';
import { privacyCapability } from '../capabilities/privacy/capability.ts';
import type { Database } from '../platform/database/database.ts';
import type { Capability } from '../platform/http/capability.ts';
import type { Settings } from '../platform/settings/settings.ts';

/** What some capabilities need beyond a visit: only `access` reaches what is there before the organisation is known. */
export type CapabilityParts = { settings: Settings; database: Database; signingSecret: string };

/** Every capability, in its order: each may call those above it, through their `index.ts`. */
export function capabilitiesFor(parts: CapabilityParts): Capability[] {
  const list: Capability[] = [
    organisationsCapability({
      pages: () => list.flatMap(capability => capability.organisationPages ?? []),
      keepers: [
        requestsFollowOwners,
        channelsFollowOwners,
        clausesFollowOwners,
        plansFollowOwners,
        promisesFollowOwners,
        concernsFollowOwners,
      ],
      lines: ownerLines,
      access: accessFollowsPeople,
      handsOver: [
        requestsHandOver,
        plansHandOver,
        channelsHandOver,
        clausesHandOver,
        promisesHandOver,
        concernsHandOver,
      ],
    }),
    accessCapability({ ...parts, samples: () => list.flatMap(capability => capability.sample ?? []) }),
    mailCapability({ ...parts, kinds: () => list.flatMap(({ messages = [] }) => messages) }),
    commentsCapability,
    askingCapability({ ...parts, kinds: [...plansRequests, ...commitmentsRequests] }),
    audiencesCapability,
    channelsCapability,
    policiesCapability,
    calendarsCapability({ follows: [promisesFollowCalendars] }),
    plansCapability({
      ...parts,
      lists: [calendarViews],
      goWithPlans: [forgetPromisesOf],
      goesAlong: promisesGoAlong,
    }),
    commitmentsCapability(parts),
    importsCapability(parts),
    privacyCapability({
      declared: () => list.map(({ name, personal = [] }) => ({ capability: name, personal })),
      all: () => list.flatMap(capability => capability.personal ?? []),
      eraseAccounts: (organisation, accounts, now) =>
        eraseAccounts(parts.database, organisation, { accounts, now }),
    }),
  ];
  return list;
}
