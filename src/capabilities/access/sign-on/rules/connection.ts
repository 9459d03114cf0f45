import type { ProviderFault } from './provider-fault.ts';
import type { Check } from './tried.ts';
import { PROVIDER_WORDS } from './words.ts';

/** What trying the connection to a provider showed. */
export type ConnectionFacts = {
  published: ProviderFault | Publication;
  theirClock: Temporal.Instant | undefined;
  /** Whether it leads back to us; absent where it was not reached. */
  leadsBack?: boolean;
  /** What it said to our secret: `code-refused` where it accepts it. */
  secret?: ProviderFault;
};

type Publication = {
  scopes_supported?: string[] | undefined;
  code_challenge_methods_supported?: string[] | undefined;
  end_session_endpoint?: string | undefined;
  backchannel_logout_supported?: unknown;
  frontchannel_logout_supported?: unknown;
};

type Ours = { issuer: string; back: string; now: Temporal.Instant; https: boolean };

/** Tokens from a clock further away than this are not believed. In seconds. */
const MOST_APART = 60;

const REMEDY: Partial<Record<ProviderFault, string>> = {
  unreachable:
    'Check the address for a slip of the pen, and that this machine may reach it: a firewall, a proxy.',
  slow: 'Try again. If it stays so, look at what stands between this machine and the provider.',
  'no-discovery':
    'The address is the one before “/.well-known/openid-configuration”. With Entra ID: https://login.microsoftonline.com/, the tenant’s identifier, and /v2.0.',
  'other-issuer':
    'Open the address with “/.well-known/openid-configuration” behind it, and enter what stands there as “issuer”. With Entra ID, use the tenant’s identifier and not its name.',
  'not-https': 'The provider must be reached by HTTPS.',
};

/** In plain words, what is well and what is to be put right, in the order in which it is done. */
export function connectionChecks(facts: ConnectionFacts, ours: Ours): Check[] {
  const provider = URL.parse(ours.issuer)?.host ?? 'the provider';
  const { published } = facts;
  if (typeof published === 'string') {
    const remedy = REMEDY[published] ?? 'Check the address.';
    return [{ about: 'Provider', stands: 'bad', says: PROVIDER_WORDS[published](provider).what, remedy }];
  }
  return [
    { about: 'Provider', stands: 'good', says: `${provider} answers, and calls itself by this address.` },
    clockCheck(facts.theirClock, ours.now),
    backCheck(facts.leadsBack ?? false, ours),
    secretCheck(facts.secret, provider),
    ...scopeChecks(published),
    signOutCheck(published),
  ];
}

function clockCheck(theirs: Temporal.Instant | undefined, now: Temporal.Instant): Check {
  if (!theirs)
    return { about: 'Clock', stands: 'note', says: 'The provider does not say what time it is there.' };
  const apart = Math.round(now.since(theirs).total('seconds'));
  if (Math.abs(apart) <= MOST_APART)
    return { about: 'Clock', stands: 'good', says: 'This machine and the provider agree what time it is.' };
  const minutes = Math.max(1, Math.round(Math.abs(apart) / 60));
  return {
    about: 'Clock',
    stands: 'bad',
    says: `This machine’s clock is ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ${apart > 0 ? 'ahead of' : 'behind'} the provider’s.`,
    remedy:
      'Let this machine keep its clock by a time server (NTP): answers of another time are not believed.',
  };
}

const backCheck = (leadsBack: boolean, { back, https }: Ours): Check =>
  leadsBack
    ? {
        about: 'Address to answer to',
        stands: 'good',
        says: 'The provider knows this application, and leads back to it.',
      }
    : {
        about: 'Address to answer to',
        stands: 'bad',
        says: 'The provider does not lead back here: it does not know the client ID, or not this address.',
        remedy: `Check the client ID, and enter this address at the provider, letter by letter: ${back}${
          https ? '' : '. Most providers only take one with HTTPS; COMMSGRID_URL says which address is used'
        }`,
      };

function secretCheck(secret: ProviderFault | undefined, provider: string): Check {
  if (secret === 'code-refused')
    return { about: 'Client secret', stands: 'good', says: 'The provider accepts it.' };
  if (secret === 'wrong-secret')
    return {
      about: 'Client secret',
      stands: 'bad',
      says: 'The provider does not accept it.',
      remedy:
        'Make a new one there and enter it here: its value, not its identifier. Secrets run out; note the day.',
    };
  const says = secret ? PROVIDER_WORDS[secret](provider).what : 'It could not be tried.';
  return { about: 'Client secret', stands: 'note', says, remedy: 'Sign in once to try it.' };
}

/** Whether whoever signs out there is signed out here, which the provider only does once it was told where. */
function signOutCheck(published: Publication): Check {
  const about = 'Signing out there';
  if (published.backchannel_logout_supported === true)
    return {
      about,
      stands: 'note',
      says: 'The provider can tell Commsgrid of it from machine to machine.',
      remedy: 'Enter the back-channel address there, if it is not yet: it stands on the page of sign-on.',
    };
  if (published.frontchannel_logout_supported === true)
    return {
      about,
      stands: 'note',
      says: 'The provider can let the browser tell Commsgrid of it.',
      remedy: 'Enter the front-channel address there, if it is not yet: it stands on the page of sign-on.',
    };
  return {
    about,
    stands: 'note',
    says: 'The provider does not say that it tells anybody of it.',
    remedy: 'Sessions here end by their own limits then: Organisation, Signing in.',
  };
}

function scopeChecks({
  scopes_supported: scopes,
  code_challenge_methods_supported: methods,
}: Publication): Check[] {
  const missing = scopes ? ['profile', 'email'].filter(scope => !scopes.includes(scope)) : [];
  return [
    ...missing.map(
      (scope): Check => ({
        about: 'Claims',
        stands: 'bad',
        says: `The provider does not offer the scope “${scope}”.`,
        remedy:
          scope === 'email'
            ? 'Without an address nobody is found at their first sign-on.'
            : 'Names are missing without it.',
      }),
    ),
    ...(methods && !methods.includes('S256')
      ? [
          {
            about: 'Safety',
            stands: 'note',
            says: 'The provider does not say that it checks PKCE (S256).',
          } as const,
        ]
      : []),
  ];
}
