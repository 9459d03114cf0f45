import type { Person } from '../../support/site.ts';

/** Areas, bodies with who holds their roles, files of both that wait to be confirmed, and an audience drawn from them. */
export async function givePlaces(administrator: Person, mark: string, audience: string): Promise<void> {
  await give(administrator, 'areas', areas(mark, ''), 'stored');
  await give(administrator, 'bodies', bodies(mark, ''), 'stored');
  await give(administrator, 'areas', areas(mark, ' new'));
  await give(administrator, 'bodies', bodies(mark, ' new'));
  await administrator.post(`/audiences/${audience}/members`, { of: 'bodies', named: mark, role: 'chair' });
}

const areas = (mark: string, more: string): string =>
  `Kind,Name,Part of\nborough,${mark} borough,\nward,${mark} ward${more},${mark} borough`;

const bodies = (mark: string, more: string): string =>
  `Kind,Name,Area,Role,Role holder,Contact email\nboard,${mark} board${more},${mark} ward,Chair,${mark} chair,chair@${mark}.example`;

async function give(person: Person, what: string, content: string, stored?: 'stored'): Promise<void> {
  const at = `/directory/${what}/import`;
  const { location } = await person.upload(at, { name: `${what}.csv`, content });
  if (stored) await person.post(`${location}/confirm`);
}
