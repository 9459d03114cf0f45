import { z } from 'zod';
import type { Within } from '../../../../platform/database/database.ts';
import { isOneWord } from '../../../../platform/history/redact.ts';
import type { Sought } from '../../../../platform/privacy/personal-data.ts';
import { recordsById, recordsCalled, sharedWithOthers } from '../../queries.ts';
import { soughtOf, type Whom } from '../../whom.ts';

const one = (text: string) => text.replaceAll('\0', '').trim().slice(0, 254);

const shape = z.object({
  who: z.string().transform(one).catch(''),
  record: z
    .union([z.string().transform(key => [key]), z.array(z.string())])
    .transform(given => given.filter(key => /^(person|account|holder):[0-9a-f-]{36}$/.test(key)).slice(0, 50))
    .catch([]),
});

/** Who is asked about: what was typed, and the keys of the records that were picked. */
export type Asked = z.output<typeof shape>;

/** From an address or a form; what makes no sense is as good as nothing. */
export const readAsked = (sent: Record<string, unknown>): Asked => shape.parse(sent);

/** Where the same is asked about. */
export const addressOf = ({ who, record }: Asked): string =>
  `/organisation/privacy/somebody?${new URLSearchParams([['who', who], ...record.map(key => ['record', key])])}`;

/** Who is meant, once it is said which records are theirs. */
export type Meant = {
  /** Those called so, to pick from. */
  records: Whom[];
  picked: Whom[];
  sought: Sought;
  /** Names and addresses that somebody else has too. */
  shared: string[];
  /** Names of one word, as they are written, that nobody else has. */
  single: string[];
  /** Whether it is said of whom: a record was picked, or an address typed that only messages know. */
  said: boolean;
};

export async function meant(within: Within, { who, record }: Asked): Promise<Meant> {
  const records = who ? await recordsCalled(within, who) : [];
  const picked = await recordsById(within, record);
  const others = await sharedWithOthers(within, picked, who);
  const said = picked.length > 0 || (who.includes('@') && !records.length);
  const single = picked
    .map(({ name }) => name)
    .filter(name => isOneWord(name) && !others.has(name.toLowerCase()));
  return { records, picked, single, said, ...soughtOf(picked, { typed: who, others }) };
}

/** The organisation's own name for the request, under which is kept that it was answered. */
export const reference = z
  .string({ error: 'Enter your reference of the request' })
  .transform(one)
  .refine(text => text.length > 0, 'Enter your reference of the request')
  .refine(text => text.length <= 100, 'Enter a reference of 100 characters or fewer');
