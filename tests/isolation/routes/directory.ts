import assert from 'node:assert/strict';
import type { Fields, Person } from '../../support/site.ts';

const DAYS = {
  'from-day': '1',
  'from-month': '4',
  'from-year': '2025',
  'to-day': '30',
  'to-month': '4',
  'to-year': '2025',
};

/** Two of each kind of record that the directory has, and files of people that wait to be confirmed. */
export async function giveDirectory(administrator: Person, mark: string): Promise<void> {
  const send = async (path: string, fields: Fields): Promise<string> => {
    const done = await administrator.post(path, fields);
    assert.equal(done.status, 303, `${path}: ${done.text}`);
    return done.location!;
  };
  const people: string[] = [];
  for (const number of [1, 2]) {
    const email = `zz.${mark.toLowerCase()}${number}@${mark.toLowerCase()}.example`;
    const person = { name: `Zz ${mark} ${number}`, email, kind: 'staff', language: 'en' };
    people.push(await send('/directory/people', person));
    await send('/directory/departments', { name: `${mark} department ${number}` });
    const post = await send('/directory/posts', { name: `${mark} post ${number}` });
    const team = await send('/directory/teams', { name: `${mark} team ${number}` });
    await send('/directory/portfolios', { name: `${mark} portfolio ${number}`, holder: email });
    await send(`${post}/holdings`, { who: email, as: 'holder' });
    await send(`${team}/members`, { who: email, leads: 'yes' });
    await send('/directory/leads', { who: email, of: 'subject', subject: `${mark} subject ${number}` });
  }
  for (const person of people)
    await send(`${person}/covers`, { by: `Zz ${mark} ${person === people[0] ? 2 : 1}`, ...DAYS });
  for (const at of ['import', 'import-and-departments'])
    await administrator.upload(`/directory/people/${at}`, {
      name: `${mark}.csv`,
      content: `Name,Post\nZy ${mark},${mark} clerk`,
    });
}
