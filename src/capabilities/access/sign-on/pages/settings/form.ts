import { z } from 'zod';
import { ROLE_NAME, ROLES, type Role } from '../../../../../language/role.ts';
import type { Settings } from '../../../../../platform/settings/settings.ts';
import { isLocal } from '../../environment.ts';
import { domainsIn } from '../../rules/domains.ts';
import { type AddressFault, issuerAddress } from '../../rules/issuer-address.ts';
import type { EnvironmentField, SignOn } from '../../sign-on.ts';

const ADDRESS_WORDS: Record<AddressFault, string> = {
  'no-address': 'Enter the provider’s address, like https://login.example.org',
  'not-https': 'Enter an address that begins with https',
  'every-tenant':
    'This address lets in people of every organisation that uses Microsoft. Enter the one with your own tenant’s identifier',
  'more-than-address': 'Enter the address alone, without anything behind a question mark',
};

const short = (missing: string, most: number) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, `Enter ${most} characters or fewer`);

const domains = z.string({ error: 'Enter a domain, or nothing' }).transform((typed, { addIssue }) => {
  const read = domainsIn(typed);
  if ('domains' in read) return read.domains;
  const message =
    read.refused === 'everybodys'
      ? `Everybody may have an address at ${read.domain}: enter domains of your own alone`
      : `Enter domains like ashmere.example: “${read.domain}” is none`;
  addIssue({ code: 'custom', message });
  return z.NEVER;
});

const issuer = (settings: Settings) =>
  z.string({ error: ADDRESS_WORDS['no-address'] }).transform((typed, { addIssue }) => {
    const address = issuerAddress(typed, isLocal(settings));
    if (typeof address === 'string') return address;
    addIssue({ code: 'custom', message: ADDRESS_WORDS[address.refused] });
    return z.NEVER;
  });

const NOT_ASKED = z.undefined().optional();

/** What the page asks; what the environment says is not asked. */
export function shapeFor(settings: Settings, known: Pick<SignOn, 'fromEnvironment' | 'secret'> | undefined) {
  const said = (field: EnvironmentField) => known?.fromEnvironment.includes(field) ?? false;
  return z.object({
    issuer: said('issuer') ? NOT_ASKED : issuer(settings),
    clientId: said('clientId') ? NOT_ASKED : short('Enter the client ID', 500),
    // a name with "password" in it is never handed back to the page
    clientPassword: said('secret')
      ? NOT_ASKED
      : known?.secret
        ? z.string({ error: 'Enter the client secret' }).trim().max(1000, 'Enter 1000 characters or fewer')
        : short('Enter the client secret', 1000),
    button: short('Enter the words on the button', 60),
    domains: said('domains') ? NOT_ASKED : domains,
    makesAccounts: z.enum(['yes', 'no'], { error: 'Choose who comes in' }),
    groupClaim: z
      .string({ error: 'Enter the name of a claim' })
      .trim()
      .max(200, 'Enter 200 characters or fewer'),
    roleWithoutGroup: z.enum(['', ...ROLES], { error: 'Choose what they may do' }),
  });
}

export const roleItems = (roles: readonly Role[] = ROLES): { value: string; text: string }[] =>
  roles.map(role => ({ value: role, text: ROLE_NAME[role] }));
