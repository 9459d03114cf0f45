import type { Subject } from '../../platform/history/history.ts';
import type { Role } from '../../platform/http/visit.ts';

/** Somebody who works for the organisation, or did. */
export type Member = {
  account: string;
  name: string;
  email: string;
  role: Role;
  since: Temporal.Instant;
  ended: Temporal.Instant | undefined;
  /** Absent until they have chosen a password: they cannot come in yet. */
  passwordSince: Temporal.Instant | undefined;
};

/** History of somebody's work for one organisation; the account itself belongs to no organisation. */
export const membershipSubject = (account: string): Subject => ({ kind: 'membership', id: account });

/** As shown to a person: with the days of the organisation's own calendar. */
export type ShownMember = Omit<Member, 'since' | 'ended'> & {
  since: Temporal.PlainDate;
  ended: Temporal.PlainDate | undefined;
};

export function shown(member: Member, zone: string): ShownMember {
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();
  return { ...member, since: dayOf(member.since), ended: member.ended && dayOf(member.ended) };
}
