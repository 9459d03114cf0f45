import { askedOn, linkIn } from './asked.ts';
import { editionsOn } from './editions.ts';
import { givenInAndRead } from './given-in.ts';
import { runTimed } from './run-timed.ts';
import { testSite } from './site.ts';

export const CSV = `What,Owner,When
"Write about the bins","Press office","30 June 2025"
"Publish the flood leaflet","Press office","Each October"
"Film the lifeboat crew","Web team","Monthly"
"Brief the parish councils","Highways","Each November"`;

/** Where the form of a page sends an answer. */
export const requestOn = (page: {
  dom: { querySelector: (selector: string) => { getAttribute: (name: string) => string | undefined } | null };
}) => page.dom.querySelector('form[enctype]')!.getAttribute('action')!;

/** A press office and a web team who are people, plans whose owners are asked whether lines are theirs, and what reaches them. */
export async function ownersAsked(now: string) {
  const site = await testSite({ now });
  const editor = await site.person({ role: 'editor' });
  const with_ = askedOn(site, editor.organisation);
  await with_.owner('Press office', await with_.person({ name: 'Jo Reed' }));
  await with_.owner('Web team', await with_.person({ name: 'Sam Birch' }));
  const { lines } = editionsOn(site);

  /** A plan whose owners are asked whether its lines are theirs, when its document is accepted. */
  async function accepted(title: string) {
    const who = await site.person({ role: 'editor' });
    const reading = await givenInAndRead(site, who, CSV.replaceAll('the ', `the ${title} `), `${title}.csv`);
    const fields = { version: '1', title, kind: 'stakeholder-plan', marking: 'none', ask: 'yes' };
    const made = await who.post(`/readings/${reading}/accept`, fields);
    return { plan: made.location!.replace('/plans/', ''), page: await who.get(made.location!), who };
  }

  /** The link of the message that somebody has by now; the day after, if they had one today. */
  async function openMessage(name: string) {
    site.clock.advance({ hours: 24 });
    while (site.clock.now().toZonedDateTimeISO('Europe/London').dayOfWeek > 5)
      site.clock.advance({ hours: 24 });
    await runTimed(site, site.clock.now().toZonedDateTimeISO('Europe/London').with({ hour: 12 }).toInstant());
    const link = linkIn((await with_.messages(name)).at(-1));
    const phone = site.visitor();
    return { link, phone, page: await phone.get(link) };
  }

  return { site, editor, with_, lines, accepted, openMessage };
}
