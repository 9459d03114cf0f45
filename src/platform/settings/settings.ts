import { resolve } from 'node:path';
import { z } from 'zod';
import { LARGEST_DOCUMENT, MEGABYTE } from '../../language/file-size.ts';
import { MAIL_SETTINGS, type MailEnvironment, mailEnvironment } from '../mail/environment.ts';

/** The checkout's own folder; every default path starts here, wherever the command was given. */
export const HOME = resolve(import.meta.dirname, '../../..');

const text = (meaning: string) => z.string().trim().min(1).describe(meaning);
const whole = (meaning: string, least: number, most: number) =>
  z.coerce.number().int().min(least).max(most).describe(meaning);
const yes = (meaning: string) =>
  z
    .enum(['', '0', '1', 'no', 'yes', 'false', 'true'])
    .transform(value => ['1', 'yes', 'true'].includes(value))
    .describe(meaning);

/** Every setting there is. `npx commsgrid settings` prints this list with the values in force. */
const declared = z.object({
  PORT: whole('the port the web pages are served on', 0, 65535).default(3000),
  COMMSGRID_HOST: text(
    'the address listened on; 0.0.0.0 lets other machines in, behind a proxy that speaks HTTPS',
  ).default('127.0.0.1'),
  COMMSGRID_URL: z
    .url({ protocol: /^https?$/ })
    .describe('the address people use; cookies are for HTTPS alone when it begins with https')
    .optional(),
  COMMSGRID_DATA: text('the data folder: the embedded database and the secrets').default('data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe('a PostgreSQL server (15 or later) in place of the embedded database')
    .optional(),
  COMMSGRID_UPLOAD_MB: whole(
    'the largest document that may be given in, in megabytes of 1,048,576 bytes',
    1,
    500,
  ).default(LARGEST_DOCUMENT),
  COMMSGRID_REQUESTS_A_MINUTE: whole(
    'the most requests a minute from one address; a whole office may share one',
    10,
    1_000_000,
  ).default(1200),
  COMMSGRID_CLAMD: text(
    'where clamd listens, a socket’s path or host:port; then a file is only taken once it was scanned',
  ).optional(),
  ...MAIL_SETTINGS,
  COMMSGRID_TRUST_PROXY: yes('read the visitor’s address from a proxy’s X-Forwarded-For').default(false),
  COMMSGRID_SIGN_ON_ISSUER: text(
    'the address of the OpenID Connect provider, before what a page says: https://login.microsoftonline.com/TENANT/v2.0',
  ).optional(),
  COMMSGRID_SIGN_ON_CLIENT_ID: text('what the provider calls Commsgrid').optional(),
  COMMSGRID_SIGN_ON_SECRET: text('the secret that the provider gave Commsgrid').optional(),
  COMMSGRID_SIGN_ON_DOMAINS: text(
    'whose addresses the provider speaks for, parted by commas: ashmere.example',
  ).optional(),
  COMMSGRID_SIGN_ON_ORGANISATION: text(
    'the identifier of the organisation that the other sign-on settings are for; every one where it is not set',
  ).optional(),
  COMMSGRID_SIGN_IN_DAYS: whole(
    'how many days the history of sign-ins is kept, with the browser and the network address of each',
    30,
    3_650,
  ).default(180),
  COMMSGRID_DEVELOPMENT: yes('show the previews at /dev; never on a machine that others reach').default(
    false,
  ),
  COMMSGRID_LOG: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .describe('how much is written to standard output')
    .default('warn'),
});

export type Settings = {
  port: number;
  host: string;
  /** The address people use, without a slash at its end. */
  url: string;
  dataFolder: string;
  databaseUrl: string | undefined;
  /** In bytes. */
  uploadLimit: number;
  requestsAMinute: number;
  /** Where the virus scanner listens, if there is one. */
  scanner: string | undefined;
  /** What the installation says of mail; each of these wins over what an organisation says. */
  mail: MailEnvironment;
  trustProxy: boolean;
  /** How long the history of sign-ins is kept. */
  signInDays: number;
  /** What the environment says of sign-on, before what an organisation's page says. */
  signOn: SignOnSettings;
  development: boolean;
  log: 'debug' | 'info' | 'warn' | 'error' | 'silent';
};

export type SignOnSettings = {
  issuer: string | undefined;
  clientId: string | undefined;
  secret: string | undefined;
  domains: string[] | undefined;
  /** The one organisation that these are for. */
  organisation: string | undefined;
};

/** A setting that cannot be used, in a sentence for the person who set it. */
export class SettingsProblem extends Error {}

/** @throws SettingsProblem naming every setting that is wrong. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(
    Object.keys(declared.shape).flatMap(name => (environment[name] ? [[name, environment[name]]] : [])),
  );
  const read = declared.safeParse(given);
  if (!read.success) throw new SettingsProblem(problems(read.error));
  const set = read.data;
  return {
    port: set.PORT,
    host: set.COMMSGRID_HOST,
    url: (set.COMMSGRID_URL ?? `http://localhost:${set.PORT}`).replace(/\/+$/, ''),
    dataFolder: resolve(HOME, set.COMMSGRID_DATA),
    databaseUrl: set.DATABASE_URL,
    uploadLimit: set.COMMSGRID_UPLOAD_MB * MEGABYTE,
    requestsAMinute: set.COMMSGRID_REQUESTS_A_MINUTE,
    scanner: set.COMMSGRID_CLAMD,
    mail: mailEnvironment(set),
    trustProxy: set.COMMSGRID_TRUST_PROXY,
    signOn: {
      issuer: set.COMMSGRID_SIGN_ON_ISSUER,
      clientId: set.COMMSGRID_SIGN_ON_CLIENT_ID,
      secret: set.COMMSGRID_SIGN_ON_SECRET,
      domains: set.COMMSGRID_SIGN_ON_DOMAINS?.toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
      organisation: set.COMMSGRID_SIGN_ON_ORGANISATION,
    },
    signInDays: set.COMMSGRID_SIGN_IN_DAYS,
    development: set.COMMSGRID_DEVELOPMENT,
    log: set.COMMSGRID_LOG,
  };
}

function problems(error: z.ZodError): string {
  return error.issues
    .map(issue => `The setting ${issue.path.join('.')} cannot be used: ${issue.message}.`)
    .join('\n');
}

/** Name, meaning and default of every setting, for the documentation and the command line. */
export function settingsTable(): { name: string; meaning: string; byDefault: string }[] {
  return Object.entries(declared.shape).map(([name, shape]) => {
    const unset = shape.safeParse(undefined);
    // what may be left out is described inside of that
    const told = shape instanceof z.ZodOptional ? (shape.unwrap() as z.ZodType) : shape;
    return {
      name,
      meaning: told.description ?? '',
      byDefault: unset.success ? String(unset.data ?? '') : '',
    };
  });
}
