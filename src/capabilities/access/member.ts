import { ROLE_NAME } from '../../language/role.ts';
import { count } from '../../language/words.ts';
import type { Subject } from '../../platform/history/history.ts';
import type { Role } from '../../platform/http/visit.ts';

/** Somebody who works for the organisation, or did. */
export type Member = {
  account: string;
  name: string;
  email: string;
  /** In the whole organisation; without one they have parts of it at most. */
  role: Role | undefined;
  /** Whether they were given sight of what is marked OFFICIAL-SENSITIVE. */
  marked: boolean;
  /** How many parts of it they have besides. */
  parts: number;
  since: Temporal.Instant;
  ended: Temporal.Instant | undefined;
  /** Absent until they have chosen a password. */
  passwordSince: Temporal.Instant | undefined;
  /** Whether they are tied to the organisation's own sign-on. */
  signsOn: boolean;
  /** Whether they can come in at all: by a password or a sign-on. */
  comesIn: boolean;
};

/** History of somebody's work for one organisation; the account itself belongs to no organisation. */
export const membershipSubject = (account: string): Subject => ({ kind: 'membership', id: account });

/** As shown to a person: with the days of the organisation's own calendar. */
export type ShownMember = Omit<Member, 'since' | 'ended'> & {
  /** "Communications lead", "2 parts". */
  roleName: string;
  since: Temporal.PlainDate;
  ended: Temporal.PlainDate | undefined;
};

export function shown(member: Member, zone: string): ShownMember {
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();
  return {
    ...member,
    roleName: roleWords(member),
    since: dayOf(member.since),
    ended: member.ended && dayOf(member.ended),
  };
}

/** "Viewer and 2 parts", "Nothing yet". */
function roleWords({ role, parts }: Member): string {
  const said = [role && ROLE_NAME[role], parts > 0 && count(parts, 'part')].filter(Boolean);
  return said.join(' and ') || 'Nothing yet';
}
