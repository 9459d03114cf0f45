import type { Person } from '../../support/site.ts';

/** Two things that happened, as the page records them. */
export async function thingsHappen(administrator: Person, mark: string): Promise<void> {
  for (const number of [1, 2])
    await administrator.post('/happenings', {
      step: 'record',
      kind: 'incident',
      title: `${mark} incident ${number}`,
      note: `${mark} note`,
      time: `${number}pm`,
      'happened-day': '7',
      'happened-month': '4',
      'happened-year': '2025',
    });
}
