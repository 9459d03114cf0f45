import type { Person } from '../../support/site.ts';

/** Two things that happened, as the page records them, and what is recorded by itself. */
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
  await figures(administrator, mark);
  await calendars(administrator, mark);
}

async function figures(administrator: Person, mark: string): Promise<void> {
  const at = '/happenings/figures/import';
  const give = (day: string) =>
    administrator.upload(at, {
      name: 'figures.csv',
      content: `Figure,Day,Value\n${mark} complaints,${day},43`,
    });
  const { location } = await give('31/03/2025');
  await administrator.post(`${location}/confirm`);
  await give('30/04/2025');
  const { dom } = await administrator.get('/happenings/rules');
  const figure = dom.querySelectorAll('#figure option')[1]!.getAttribute('value')!;
  for (const amount of ['40', '50'])
    await administrator.post('/happenings/rules/figures', { figure, way: 'above', amount });
}

async function calendars(administrator: Person, mark: string): Promise<void> {
  const { location } = await administrator.post('/calendars/new', {
    name: `${mark} meetings`,
    kind: 'meetings',
  });
  const calendar = location!.split('/').at(-1)!;
  for (const called of [mark, ''])
    await administrator.post('/happenings/rules/calendars', { calendar, called, kind: 'decision' });
}
