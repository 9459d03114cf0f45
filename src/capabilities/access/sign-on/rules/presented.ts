import type { GroupsFault } from './graph.ts';

/** What a provider says of somebody: the claims of its ID token and, where it keeps some back, of its user information. */
export type Claims = Record<string, unknown>;

/** A provider's own names for a session that it has with somebody, and for them. */
export type Meant = { session: string | undefined; person: string | undefined };

/** Those claims, read. */
export type Presented = {
  issuer: string;
  subject: string;
  name: string;
  email: { address: string; verified: boolean } | undefined;
  /** Absent where the provider says nothing of groups; why not, where it keeps them elsewhere and they could not be had. */
  groups: string[] | GroupsFault | undefined;
  /** By which names the provider will say that they signed out there: its session with them, and they themselves. */
  there: Meant;
};

const ENTRA_ISSUER = /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/v2\.0$/i;

/** Who the claims are about; refused where the provider leaves out, or contradicts, what says who it is. */
export function presentedBy(
  { claims, listed }: { claims: Claims; listed?: string[] | GroupsFault },
  groupClaim: string,
): Presented | undefined {
  const issuer = textOf(claims.iss);
  const subject = subjectOf(claims, issuer);
  if (!issuer || !subject) return undefined;
  const address = textOf(claims.email)?.trim().toLowerCase();
  return {
    issuer,
    subject,
    name: (textOf(claims.name) ?? '').trim().slice(0, 120),
    email: address ? { address, verified: isVerified(claims) } : undefined,
    groups: groupsAreElsewhere(claims, groupClaim)
      ? (listed ?? 'too-many-groups')
      : groupsIn(claims, groupClaim),
    there: { session: textOf(claims.sid), person: textOf(claims.sub) },
  };
}

/**
 * Entra ID's `sub` is another one for each registered application; `oid` is the person in the tenant, and stays when the
 * application is registered anew. The tenant must be the one whose issuer it is (Microsoft, "ID token claims reference").
 */
function subjectOf(claims: Claims, issuer: string | undefined): string | undefined {
  const [, tenant] = ENTRA_ISSUER.exec(issuer ?? '') ?? [];
  if (!tenant) return textOf(claims.sub);
  return textOf(claims.tid)?.toLowerCase() === tenant.toLowerCase() ? textOf(claims.oid) : undefined;
}

/**
 * Entra ID says `xms_edov` (the domain's owner was verified) where others say `email_verified`; `preferred_username` is
 * whatever somebody was named there and proves nothing (Microsoft, "Optional claims reference").
 */
const isVerified = ({ email_verified, xms_edov }: Claims): boolean =>
  [email_verified, xms_edov].some(said => said === true || said === 1 || said === 'true' || said === '1');

/**
 * Somebody in more than 200 groups gets from Entra ID the address of a list in place of the list ("groups overage"). The
 * address itself is read nowhere: `rules/graph.ts` says where such lists are.
 */
export function groupsAreElsewhere(claims: Claims, groupClaim: string): boolean {
  if (!groupClaim) return false;
  const elsewhere = claims._claim_names;
  const named = elsewhere && typeof elsewhere === 'object' && Object.hasOwn(elsewhere, groupClaim);
  return claims.hasgroups === true || claims.hasgroups === 'true' || Boolean(named);
}

/** From the claim of that name, or a path into one ("realm_access.roles"). */
function groupsIn(claims: Claims, groupClaim: string): Presented['groups'] {
  if (!groupClaim) return undefined;
  const said = groupClaim in claims ? claims[groupClaim] : along(claims, groupClaim.split('.'));
  if (said === undefined || said === null) return undefined;
  return [said].flat().flatMap(one => (typeof one === 'string' || typeof one === 'number' ? [`${one}`] : []));
}

const along = (claims: unknown, path: string[]): unknown =>
  path.reduce(
    (at, step) =>
      at && typeof at === 'object' && Object.hasOwn(at, step) ? (at as Claims)[step] : undefined,
    claims,
  );

const textOf = (said: unknown): string | undefined =>
  typeof said === 'string' && said.length > 0 && said.length <= 500 ? said : undefined;
