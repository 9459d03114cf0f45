import { z } from 'zod';
import { versionSeen } from '../../platform/http/version-field.ts';
import { asAddress } from '../../platform/mail/address.ts';
import { oneLine } from '../../platform/mail/one-line.ts';
import { SECURITIES } from '../../platform/mail/way.ts';
import { isAnswerable } from './rules/is-answerable.ts';

const MOST = 250;
const PORT = 'Enter a port from 1 to 65535';
const words = z.string().transform(oneLine).default('');
const short = words.refine(given => given.length < MOST, `Enter fewer than ${MOST} characters`);

const address = words.transform((given, problem) => {
  if (!given) return '';
  const read = asAddress(given);
  if (!read) problem.addIssue('Enter an email address in the correct format, like name@example.org');
  else if (!isAnswerable(read))
    problem.addIssue('People answer messages: enter an address that somebody reads');
  return read ?? z.NEVER;
});

/** The server's fields, where the environment names no server. */
export const serverFields = {
  host: short.refine(
    host => /^[a-z0-9.:-]*$/i.test(host),
    'Enter the name of the server alone, like smtp.example.org',
  ),
  port: z
    .string()
    .regex(/^\d{0,5}$/, PORT)
    .transform(given => (given === '' ? undefined : Number(given)))
    .refine(port => port === undefined || (port > 0 && port < 65_536), PORT),
  security: z.enum(SECURITIES, 'Choose how the connection is encrypted'),
  user: short,
  password: z.string().max(500, 'Enter 500 characters or fewer').default(''),
};

export const senderFields = {
  fromName: short,
  fromAddress: address,
  replyTo: address,
  bounces: words.transform((given, problem) => {
    const read = given && asAddress(given);
    if (given && !read)
      problem.addIssue('Enter an email address in the correct format, like name@example.org');
    return read || '';
  }),
};

/** What an administrator may say of mail; what the environment says is not asked. */
export const settingsShape = z.object({
  ...serverFields,
  ...senderFields,
  version: versionSeen.or(z.literal('0').transform(Number)),
});

export type GivenSettings = z.output<typeof settingsShape>;
