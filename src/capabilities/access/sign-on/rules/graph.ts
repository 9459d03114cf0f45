import { type Refusal, refuse } from '../../../../language/refusal.ts';
import type { SignOn } from '../sign-on.ts';
import { isLoopback } from './issuer-address.ts';

/** Why what somebody may do cannot be told: the provider keeps their groups out of its token, and this became of asking. */
export type GroupsFault =
  /** It is no provider that can be asked, or groups are named here by something else than what it lists. */
  'too-many-groups' | 'groups-away' | 'groups-not-allowed' | 'groups-unreadable';

/** Microsoft's clouds: who signs people in, and whose Microsoft Graph goes with it (Microsoft, "National clouds"). */
const CLOUDS: Record<string, string[]> = {
  'login.microsoftonline.com': ['graph.microsoft.com'],
  'login.microsoftonline.us': ['graph.microsoft.us', 'dod-graph.microsoft.us'],
  'login.partner.microsoftonline.cn': ['microsoftgraph.chinacloudapi.cn'],
};

/**
 * Where the groups of a provider's people can be asked for; undefined where they cannot. The host is one of the provider's
 * cloud, whatever a token says: the claim names an address, and whoever could write one there would be shown the way in.
 */
export function graphOf(issuer: string, published: object): string | undefined {
  const { hostname } = new URL(issuer);
  const { msgraph_host } = published as { msgraph_host?: unknown };
  const said = typeof msgraph_host === 'string' ? msgraph_host : '';
  // tried out on one machine: there both are at hand without HTTPS
  if (isLoopback(hostname)) {
    const near = URL.parse(`http://${said}`);
    return near && isLoopback(near.hostname) ? near.origin : undefined;
  }
  const hosts = CLOUDS[hostname] ?? [];
  const host = hosts.find(one => one === said) ?? hosts[0];
  return host && `https://${host}`;
}

const OBJECT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Graph lists object ids: where a group goes here by its name, who is in it cannot be told from that. */
export const decidedByIds = ({ groups }: Pick<SignOn, 'groups'>): boolean =>
  groups.length > 0 && groups.every(({ value }) => OBJECT_ID.test(value.trim()));

/** Groups of groups too, as in a token. No more is asked of each than what it is called there. */
export const FIRST_PAGE = '/v1.0/me/transitiveMemberOf/microsoft.graph.group?$select=id&$top=999';

export type GroupsPage = { groups: string[]; next: string | undefined };

/** One page of a list, whole or not at all: a group that cannot be read might be the one that says something. */
export function groupsOnPage(said: unknown, graph: string): GroupsPage | Refusal<GroupsFault> {
  const { value, '@odata.nextLink': next } = (said ?? {}) as Record<string, unknown>;
  if (!Array.isArray(value)) return refuse('groups-unreadable');
  const groups = value.map(one => (one as { id?: unknown } | null)?.id);
  if (!groups.every(id => typeof id === 'string')) return refuse('groups-unreadable');
  if (next === undefined || next === null) return { groups, next: undefined };
  return isOf(next, graph) ? { groups, next } : refuse('groups-unreadable');
}

/** Nobody who asks there is led on to another host. */
function isOf(next: unknown, graph: string): next is string {
  const address = typeof next === 'string' ? URL.parse(next) : undefined;
  return address?.origin === graph && address.pathname.startsWith('/v1.0/') && !address.username;
}
