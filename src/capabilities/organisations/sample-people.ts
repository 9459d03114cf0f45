import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Within } from '../../platform/database/database.ts';
import { HOME } from '../../platform/settings/settings.ts';
import { nameLead } from './actions/leads.ts';
import { addNamed } from './actions/named.ts';
import { findOrAddOwners } from './actions/owners.ts';
import { putInTeam } from './actions/teams.ts';
import { type Meant, sayWhomOwnerMeans } from './actions/whom-owners-mean.ts';
import { allNamed, namedCalled } from './queries/named.ts';
import { peopleCalled } from './queries/people.ts';

type When = { now: Temporal.Instant; today: Temporal.PlainDate };
type Store = (within: Within, content: Buffer, when: When) => Promise<unknown>;

/** The people of a borough that does not exist, by the way that every file of them goes; owners of its plans mean them. */
export async function samplePeople(within: Within, store: Store, now: Temporal.Instant): Promise<void> {
  const when = { now, today: now.toZonedDateTimeISO('Europe/London').toPlainDate() };
  await store(within, await readFile(join(HOME, 'examples/people.csv')), when);
  const [head] = await peopleCalled(within, 'ines.calder@ashmere.example');
  const [post] = await namedCalled(within, 'post', 'Head of Communications');
  if (!head || !post) throw new Error('The sample’s people are not those of examples/people.csv.');
  await nameLead(
    within,
    { department: null, portfolio: null, subject: '', person: null, post: post.id },
    when,
  );
  const team = await addNamed(within, 'team', { name: 'Communications Team', within: post.within }, now);
  const meant: (Meant & { name: string })[] = (await allNamed(within, 'post')).map(({ id, name }) => ({
    kind: 'post',
    id,
    name,
  }));
  if ('added' in team) {
    await putInTeam(within, { team: team.added, person: head.id, leads: true }, now);
    meant.push({ kind: 'team', id: team.added, name: 'Communications Team' });
  }
  const known = await findOrAddOwners(within, meant, now);
  for (const means of meant) {
    const owner = known(means.name)?.owner.id;
    if (owner) await sayWhomOwnerMeans(within, { owner, means }, now);
  }
}
