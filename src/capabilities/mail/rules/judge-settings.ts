import type { MailEnvironment } from '../../../platform/mail/environment.ts';
import type { GivenSettings } from '../settings-form.ts';

/** What is known of an organisation's own server, besides its password. */
export type KnownServer = { host: string; user: string; hasPassword: boolean };

/** What is wrong with settings taken together, by the field that it is about. */
export function judgeSettings(
  given: GivenSettings,
  known: KnownServer | undefined,
  environment: MailEnvironment,
): { field: string; text: string }[] {
  const { host, user, password, security, fromAddress } = given;
  const problems: { field: string; text: string }[] = [];
  const say = (field: string, text: string) => problems.push({ field, text });
  if (!environment.fromAddress && !fromAddress)
    say('fromAddress', 'Enter the address that messages come from');
  if (environment.server) return problems;
  if (!host && (user || password)) say('host', 'Enter the server that the user name is for');
  // whoever may change the server may not have the password sent to a server of their own
  const keeps = known?.hasPassword && known.host === host && known.user === user;
  if (host && user && !password && !keeps)
    say('password', known?.hasPassword ? 'Enter the password again for this server' : 'Enter the password');
  if (host && user && security === 'none')
    say('security', 'A password is not sent over a connection that anybody can read: choose TLS');
  return problems;
}
