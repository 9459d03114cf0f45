import type { ComingRefusal } from './coming-in.ts';
import type { ProviderFault } from './provider-fault.ts';

/** What stopped somebody: what happened, and what to do about it. */
export type Words = { what: string; next: string };

export type ProviderStop = ProviderFault | 'says-not-who';

const LATER = 'Try again in a few minutes. If it stays so, tell your administrator the words above.';
const TELL =
  'Nothing you did caused this. Tell your administrator the words above: the settings of sign-on need putting right.';
const ANEW = 'Begin again. If it happens twice, tell your administrator the words above.';

/** In words for whoever wanted to come in. `provider` is the host that was asked. */
export const PROVIDER_WORDS: Record<ProviderStop, (provider: string) => Words> = {
  unreachable: provider => ({ what: `${provider} cannot be reached.`, next: LATER }),
  slow: provider => ({ what: `${provider} took too long to answer.`, next: LATER }),
  'no-discovery': provider => ({
    what: `${provider} does not answer as an OpenID Connect provider does.`,
    next: TELL,
  }),
  'other-issuer': provider => ({
    what: `${provider} calls itself by another address than the one in the settings.`,
    next: TELL,
  }),
  'not-https': provider => ({ what: `${provider} names an address without HTTPS.`, next: TELL }),
  'wrong-secret': provider => ({
    what: `${provider} does not accept the secret of Commsgrid. It may have run out.`,
    next: TELL,
  }),
  'code-refused': provider => ({ what: `${provider} does not stand by its answer any more.`, next: ANEW }),
  'refused-there': provider => ({
    what: `${provider} did not let you through, or you stopped there.`,
    next: 'Begin again. If it does not let you through, ask whoever looks after your account there.',
  }),
  clock: provider => ({
    what: `The answer of ${provider} is not of now: it is too old, or the clock of one of the two machines is wrong.`,
    next: ANEW,
  }),
  'not-for-us': provider => ({
    what: `The answer of ${provider} was meant for another application.`,
    next: TELL,
  }),
  'not-to-our-question': provider => ({
    what: `The answer of ${provider} was to another question than the one this browser asked.`,
    next: ANEW,
  }),
  'badly-signed': provider => ({ what: `The answer was not signed by ${provider}.`, next: ANEW }),
  unreadable: provider => ({ what: `The answer of ${provider} cannot be read.`, next: ANEW }),
  'says-not-who': provider => ({ what: `${provider} does not say who you are.`, next: TELL }),
};

/** The same where the provider did answer, and we do not let them in. `ask` names whom to ask: "Ada Marsh or Bo Lind". */
export const COMING_WORDS: Record<ComingRefusal, (ask: string, address: string) => Words> = {
  'no-group': ask => ({
    what: 'You are in no group that may work here.',
    next: `Ask ${ask} which group you need. What you may do follows your groups at the next sign-on.`,
  }),
  'too-many-groups': ask => ({
    what: 'You are in so many groups that your provider does not list them.',
    next: `Tell ${ask}: the provider must be set to send only the groups that are assigned to Commsgrid.`,
  }),
  'groups-away': ask => ({
    what: 'Your provider’s list of your groups cannot be had at the moment, so nobody can tell what you may do.',
    next: `Nothing was changed. Try again in a few minutes. If it stays so, tell ${ask} the words above.`,
  }),
  'groups-not-allowed': ask => ({
    what: 'Your provider does not let Commsgrid read the list of your groups, so nobody can tell what you may do.',
    next: `Nothing was changed. Tell ${ask}: at the provider, Commsgrid needs the delegated permission User.Read of Microsoft Graph, with the consent of an administrator there.`,
  }),
  'groups-unreadable': ask => ({
    what: 'Your provider’s list of your groups cannot be read to its end, so nobody can tell what you may do.',
    next: `Nothing was changed. Tell ${ask}: it helps when the provider sends only the groups that are assigned to Commsgrid.`,
  }),
  'no-address': ask => ({
    what: 'Your provider does not say your email address.',
    next: `Tell ${ask}: the provider must send the claim “email”.`,
  }),
  'not-verified': (ask, address) => ({
    what: `Your provider says your address is ${address}, and does not say that it is verified.`,
    next: `Tell ${ask}: the provider must send “email_verified”, with Entra ID “xms_edov”. Or come in as before, and tie your account to sign-on on your own page.`,
  }),
  'not-our-domain': (ask, address) => ({
    what: `Your address is ${address}, and this sign-on is not for addresses like it.`,
    next: `Ask ${ask} to add you, or to add the domain to the settings of sign-on.`,
  }),
  'not-invited': ask => ({
    what: 'You do not work here yet.',
    next: `Ask ${ask} to add you. Then sign in the same way again.`,
  }),
  left: ask => ({
    what: 'Your work here was ended.',
    next: `Ask ${ask} to add you again, if that is wrong.`,
  }),
  'tied-to-another': (ask, address) => ({
    what: `Somebody else at your provider was tied to the account of ${address} before.`,
    next: `Ask ${ask} to untie them on that person’s page, if the account is yours now.`,
  }),
  'works-elsewhere': () => ({
    what: 'Your account opens another organisation too, so a provider’s word about your address is not enough.',
    next: 'Sign in with your password this once, and tie your account to sign-on on your own page. From then on this way works.',
  }),
  'account-elsewhere': ask => ({
    what: 'Your address has an account with another organisation here.',
    next: `Ask ${ask} to add you. Then sign in with your password, and tie your account to sign-on on your own page.`,
  }),
};
