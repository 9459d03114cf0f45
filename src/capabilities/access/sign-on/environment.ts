import type { Settings, SignOnSettings } from '../../../platform/settings/settings.ts';
import { isLoopback, issuerAddress } from './rules/issuer-address.ts';
import type { EnvironmentField, SignOn } from './sign-on.ts';

type Said = Pick<SignOn, 'issuer' | 'clientId' | 'secret' | 'domains'>;

/** What the environment says of an organisation's sign-on goes before what its page says. */
export function withEnvironment(
  said: Said,
  settings: Settings,
  organisation: string,
): Said & Pick<SignOn, 'fromEnvironment'> {
  const environment = environmentFor(settings, organisation);
  const fields = (Object.keys(environment) as EnvironmentField[]).filter(
    field => environment[field] !== undefined,
  );
  return {
    ...said,
    ...Object.fromEntries(fields.map(field => [field, environment[field]])),
    fromEnvironment: fields,
  };
}

/** What it says for this organisation; nothing where it names another one. */
export function environmentFor(
  settings: Settings,
  organisation: string,
): Omit<Partial<SignOnSettings>, 'organisation'> {
  const { organisation: only, issuer, ...rest } = settings.signOn;
  if (only && only !== organisation) return {};
  return { ...rest, issuer: issuer && asAddress(issuer, settings) };
}

function asAddress(typed: string, settings: Settings): string {
  const address = issuerAddress(typed, isLocal(settings));
  return typeof address === 'string' ? address : typed;
}

/** Whether Commsgrid is tried out on one machine: then a provider there needs no HTTPS. */
export const isLocal = ({ url }: Pick<Settings, 'url'>): boolean => isLoopback(new URL(url).hostname);
