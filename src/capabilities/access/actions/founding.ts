import type { Refusal } from '../../../language/refusal.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Sample } from '../../../platform/http/capability.ts';
import { foundOrganisation } from '../../organisations/index.ts';
import { foundingStanding } from '../queries.ts';
import { mayFound } from '../rules/people.ts';
import { enterOrganisation } from './sessions.ts';

export type Founder = { account: { id: string; name: string }; token: string };

export const SAMPLE_NAME = 'Borough of Ashmere (sample)';

/** Sets up an organisation and goes on in it. @returns its identifier */
export async function found(
  database: Database,
  { account, token }: Founder,
  name: string,
  now: Temporal.Instant,
): Promise<{ organisation: string } | Refusal<'not-first'>> {
  const refused = await database.beforeOrganisation(async db =>
    mayFound(await foundingStanding(db, account.id)),
  );
  if (refused) return refused;
  const organisation = await foundOrganisation(database, { name, founder: account }, now);
  await database.beforeOrganisation(db => enterOrganisation(db, token, account.id, organisation));
  return { organisation };
}

/** A made-up borough with everything that the capabilities can show, to look round in. */
export async function foundSample(
  database: Database,
  founder: Founder,
  samples: Sample[],
  now: Temporal.Instant,
): Promise<{ organisation: string } | Refusal<'not-first'>> {
  const founded = await found(database, founder, SAMPLE_NAME, now);
  if ('refused' in founded) return founded;
  const { id, name } = founder.account;
  const who = { organisation: founded.organisation, actor: { id, name } };
  await database.inOrganisation(who, async within => {
    for (const sample of samples) await sample(within, now);
  });
  return founded;
}
