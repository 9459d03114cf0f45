import { ROLE_PHRASE } from '../../../../language/role.ts';
import type { SignOn } from '../sign-on.ts';
import type { ComingFacts } from './coming-in.ts';
import { domainOf, mayComeIn } from './coming-in.ts';
import type { GroupsFault } from './graph.ts';
import type { Presented } from './presented.ts';
import { type RoleFinding, rolesFor } from './roles.ts';

/** One thing that was looked at: how it stands, and what to do where it is not as it should be. */
export type Check = { about: string; stands: 'good' | 'bad' | 'note'; says: string; remedy?: string };

const good = (about: string, says: string): Check => ({ about, stands: 'good', says });
const bad = (about: string, says: string, remedy: string): Check => ({ about, stands: 'bad', says, remedy });

/** What a provider said of somebody, and what it would have led to; nobody was let in. */
export function checksOf(presented: Presented, facts: ComingFacts, signOn: SignOn): Check[] {
  return [
    nameCheck(presented),
    addressCheck(presented, signOn),
    groupsCheck(presented, signOn),
    outcomeCheck(facts, rolesFor(presented.groups, signOn)),
  ];
}

const nameCheck = ({ name }: Presented): Check =>
  name
    ? good('Name', name)
    : {
        about: 'Name',
        stands: 'note',
        says: 'Not said.',
        remedy: 'A new account is named by its address then. The claim is “name”.',
      };

function addressCheck({ email }: Presented, { domains }: SignOn): Check {
  if (!email) return bad('Email address', 'Not said.', 'Let the provider send the claim “email”.');
  if (!email.verified)
    return bad(
      'Email address',
      `${email.address}, not said to be verified.`,
      'Let the provider send “email_verified”; with Entra ID, add the optional claim “xms_edov”. Without it no account is found by its address.',
    );
  const domain = domainOf(email.address);
  if (!domains.includes(domain))
    return bad(
      'Email address',
      `${email.address}, verified.`,
      `Add ${domain} to the domains, if people with such addresses work for you.`,
    );
  return good('Email address', `${email.address}, verified, of a domain of yours.`);
}

function groupsCheck({ groups }: Presented, { groups: mapped, groupClaim }: SignOn): Check {
  if (typeof groups === 'string') return bad('Groups', ...UNKNOWN[groups]);
  if (groups === undefined)
    return {
      about: 'Groups',
      stands: mapped.length ? 'bad' : 'note',
      says: groupClaim ? `There is no claim “${groupClaim}”.` : 'Not asked for.',
      remedy: mapped.length
        ? 'Let the provider send it, or nobody has a role by a group.'
        : 'Only needed where roles follow groups.',
    };
  if (!groups.length) return { about: 'Groups', stands: 'note', says: 'In none.' };
  const known = (group: string) => mapped.find(({ value }) => value.toLowerCase() === group.toLowerCase());
  const listed = groups.map(group => (known(group)?.name ? `${group} (${known(group)!.name})` : group));
  return good('Groups', listed.join(', '));
}

const UNKNOWN: Record<GroupsFault, [says: string, remedy: string]> = {
  'too-many-groups': [
    'Too many to be listed.',
    'Let the provider send only the groups that are assigned to Commsgrid. With Entra ID, once groups are named here by their object IDs, Commsgrid asks Microsoft Graph for the list.',
  ],
  'groups-away': [
    'Too many for a token, and the list could not be had from Microsoft Graph.',
    'Try again. If it stays so, check that this machine may reach it: a firewall, a proxy.',
  ],
  'groups-not-allowed': [
    'Too many for a token, and Microsoft Graph does not let Commsgrid read the list.',
    'Under API permissions, add Microsoft Graph, delegated, User.Read, and grant admin consent.',
  ],
  'groups-unreadable': [
    'Too many for a token, and the list of Microsoft Graph could not be read to its end.',
    'Let the provider send only the groups that are assigned to Commsgrid.',
  ],
};

const OUTCOMES = {
  tied: 'They would come in: they are tied to an account here.',
  bound: 'They would come in: the account with their address would be tied to them.',
  new: 'They would come in, with a new account.',
};

function outcomeCheck(facts: ComingFacts, roles: RoleFinding): Check {
  const about = 'What it leads to';
  const coming = mayComeIn(facts);
  if ('refused' in coming) return bad(about, 'They would not come in.', NOT_IN[coming.refused]);
  if ('refused' in roles && roles.refused !== 'no-group')
    return bad(about, 'They would not come in: nobody can tell their groups.', 'See the groups above.');
  if ('refused' in roles)
    return bad(
      about,
      'They would not come in: no group gives them a role.',
      'Map one of the groups above, or say what people in none may do.',
    );
  if (roles.by === 'hand' && !roles.forNew && coming.as === 'new')
    return bad(
      about,
      'They would not come in: nothing says what they may do.',
      'Map a group, or say what people in none may do.',
    );
  return good(about, `${OUTCOMES[coming.as]} ${roleSentence(roles)}`);
}

function roleSentence(roles: Exclude<RoleFinding, { refused: string }>): string {
  if (roles.by === 'hand') return 'What administrators gave them stands.';
  const { role, departments } = roles.given;
  const parts = departments.length ? ` ${departments.length} of your departments give them more.` : '';
  return `${role ? `Their groups make them ${ROLE_PHRASE[role]}.` : 'Their groups give them no role in the whole organisation.'}${parts}`;
}

const NOT_IN = {
  left: 'Their work here was ended: add them again under People.',
  'no-address': 'See the email address above.',
  'not-verified': 'See the email address above.',
  'not-our-domain': 'See the email address above.',
  'tied-to-another':
    'Somebody else at the provider is tied to the account with this address: untie them on its page.',
  'works-elsewhere':
    'The account with this address opens another organisation too: its holder ties it on their own page.',
  'account-elsewhere':
    'The account with this address belongs to another organisation: add them under People first.',
  'not-invited': 'Nobody added them, and accounts are not made at the first sign-on.',
};
