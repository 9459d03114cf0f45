import type { Role } from '../../../language/role.ts';
import type { Subject } from '../../../platform/history/history.ts';

/** How an organisation's people come in by its own provider (OpenID Connect). */
export type SignOn = {
  organisation: { id: string; name: string; colour: string };
  /** Whether sign-in offers it; what is not offered yet can be tried by an administrator. */
  offered: boolean;
  /** The words on the button. */
  button: string;
  /** The provider's own address, as it calls itself. */
  issuer: string;
  clientId: string;
  secret: string | undefined;
  /** Whether members come in by it alone. */
  only: boolean;
  /** Whether somebody whom nobody added is let in at their first sign-on. */
  makesAccounts: boolean;
  /** The claim that lists somebody's groups. */
  groupClaim: string;
  groups: MappedGroup[];
  /** What somebody may do who is in no mapped group; absent: they do not come in. */
  roleWithoutGroup: Role | undefined;
  /** Whose addresses it speaks for: "ashmere.example". */
  domains: string[];
  /** What the environment says, so that the page cannot. */
  fromEnvironment: EnvironmentField[];
};

export type EnvironmentField = 'issuer' | 'clientId' | 'secret' | 'domains';

/** Whoever is in the group may do what the role says: in the organisation, or in one department. */
export type MappedGroup = {
  id: string;
  value: string;
  name: string;
  role: Role;
  department: Scope | undefined;
};

type Scope = { id: string; name: string };

export const BEGIN_PATH = (organisation: string): string => `/sign-on/${organisation}/begin`;
/**
 * Where its provider answers to. Each has an address of its own: at one for all, a provider could have somebody bring us
 * another one's answer as if it were its own, and be handed it to redeem ("mix-up", RFC 9700, 4.4).
 */
export const CALLBACK_PATH = (organisation: string): string => `/sign-on/${organisation}/callback`;
/** After signing out here, for whoever is still signed in at the provider. */
export const LEAVING_PATH = (organisation: string): string => `/sign-on/${organisation}/leaving`;
/** Where a provider lets the browser tell us that somebody signed out there. */
export const ENDED_PATH = (organisation: string): string => `/sign-on/${organisation}/ended`;
/** Where a provider tells us the same by itself, whatever the browser does. */
export const BACK_CHANNEL_PATH = (organisation: string): string => `/sign-on/${organisation}/back-channel`;
/** Where a provider leads back to once somebody signed out there too. */
export const SIGNED_OUT_PATH = '/sign-on/signed-out';

export const signOnSubject = (organisation: string): Subject => ({ kind: 'sign-on', id: organisation });
