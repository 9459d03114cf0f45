import { isIP } from 'node:net';
import { z } from 'zod';
import { asAddress } from './address.ts';
import { SECURITIES, type Security } from './way.ts';

const text = (meaning: string) => z.string().trim().min(1).describe(meaning).optional();
const address = (meaning: string) =>
  z
    .string()
    .transform((given, problem) => {
      const read = asAddress(given);
      if (!read) problem.addIssue('it is no email address');
      return read ?? z.NEVER;
    })
    .describe(meaning)
    .optional();

/** "192.0.2.1", "192.0.2.1:53", "[2001:db8::1]:53", as node:dns takes them. */
const isServer = (given: string): boolean => {
  const [, bracketed, plain = given] = /^\[([^\]]+)\](?::\d{1,5})?$|^([\d.]+):\d{1,5}$/.exec(given) ?? [];
  return isIP(bracketed ?? plain) !== 0;
};

const servers = (meaning: string) =>
  z
    .string()
    .transform((given, problem) => {
      const each = given.split(/[\s,]+/).filter(one => one);
      if (!each.length || !each.every(isServer)) problem.addIssue('it names servers by their IP addresses');
      return each;
    })
    .describe(meaning)
    .optional();

/** What the environment may say of mail. What it leaves out is each organisation's own to say. */
export const MAIL_SETTINGS = {
  COMMSGRID_SMTP_HOST: text('the mail server of every organisation; then none can name another'),
  COMMSGRID_SMTP_PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65535)
    .describe('its port; 587, or 465 with tls')
    .optional(),
  COMMSGRID_SMTP_SECURITY: z
    .enum(SECURITIES)
    .describe(
      'starttls (as a rule), tls from the first byte (port 465), or none inside a network of your own',
    )
    .optional(),
  COMMSGRID_SMTP_USER: text('the account it is logged in with, where it asks for one'),
  COMMSGRID_SMTP_PASSWORD: text('its password'),
  COMMSGRID_MAIL_FROM: address('the address that messages come from'),
  COMMSGRID_MAIL_FROM_NAME: text('the name that messages come from'),
  COMMSGRID_MAIL_REPLY_TO: address('where answers go, where that is another address; somebody must read it'),
  COMMSGRID_MAIL_BOUNCES: address('where other servers report what they could not deliver'),
  COMMSGRID_NAME_SERVERS: servers(
    'the name servers that are asked what the world is told of a sender’s domain, by IP address; the machine’s own',
  ),
};

type Set = Partial<z.output<z.ZodObject<typeof MAIL_SETTINGS>>>;

export type MailEnvironment = {
  server?: { host: string; port: number; security: Security; user?: string; password?: string };
  fromName?: string;
  fromAddress?: string;
  replyTo?: string;
  bounces?: string;
  nameServers?: string[];
};

/** The usual port of a way of speaking to a server. */
export const usualPort = (security: Security): number => ({ starttls: 587, tls: 465, none: 25 })[security];

export function mailEnvironment(set: Set): MailEnvironment {
  const { COMMSGRID_SMTP_HOST: host, COMMSGRID_SMTP_PORT: port } = set;
  const security = set.COMMSGRID_SMTP_SECURITY ?? (port === 465 ? 'tls' : 'starttls');
  const user = set.COMMSGRID_SMTP_USER;
  const password = set.COMMSGRID_SMTP_PASSWORD;
  return {
    ...(host && {
      server: {
        ...{ host, security, port: port ?? usualPort(security) },
        ...(user && { user }),
        ...(password && { password }),
      },
    }),
    ...present('fromName', set.COMMSGRID_MAIL_FROM_NAME),
    ...present('fromAddress', set.COMMSGRID_MAIL_FROM),
    ...present('replyTo', set.COMMSGRID_MAIL_REPLY_TO),
    ...present('bounces', set.COMMSGRID_MAIL_BOUNCES),
    ...(set.COMMSGRID_NAME_SERVERS && { nameServers: set.COMMSGRID_NAME_SERVERS }),
  };
}

const present = <Name extends string>(name: Name, value: string | undefined) =>
  (value ? { [name]: value } : {}) as { [key in Name]?: string };
