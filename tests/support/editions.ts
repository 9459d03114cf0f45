import assert from 'node:assert/strict';
import { givenInAndRead } from './given-in.ts';
import type { Person, Response, TestSite } from './site.ts';

export type Line = [what: string, owner: string, when: string];

/** A small plan of the fictional borough, as a file of separated values has it. */
export const LINES: Line[] = [
  ['Write to residents of the harbour estate about the new bins', 'Press office', '30 June 2025'],
  ['Hold a ward panel in the library of Ashmere North', 'Ward sergeants', 'Quarterly'],
  ['Publish the flood leaflet in four languages', 'Flood officer', 'Each October'],
  ['Brief the parish councils on the winter gritting routes', 'Highways', 'Each November'],
  ['Film an interview with the lifeboat crew for schools', 'Web team', 'Monthly'],
];

export const csv = (lines: Line[]): string =>
  [['What', 'Owner', 'When'], ...lines].map(cells => cells.map(text => `"${text}"`).join(',')).join('\n');

/** Lines with the one of a number otherwise. */
export const withLine = (number: number, line: { [cell: number]: string }, lines = LINES): Line[] =>
  lines.map((one, index) => (index === number ? (Object.assign([...one], line) as Line) : one));

/** What a form would send as it stands. */
export const fieldsOf = (page: Response, selector: string): Record<string, string> => {
  const said: Record<string, string> = {};
  for (const field of page.dom.querySelectorAll(
    `${selector} input[type=hidden], ${selector} input[type=text], ${selector} input[checked]`,
  ))
    said[field.getAttribute('name')!] = field.getAttribute('value') ?? '';
  for (const area of page.dom.querySelectorAll(`${selector} textarea`))
    said[area.getAttribute('name')!] = area.textContent.replace(/^\n/, '');
  for (const select of page.dom.querySelectorAll(`${selector} select`)) {
    const chosen = select.querySelector('option[selected]') ?? select.querySelector('option');
    said[select.getAttribute('name')!] = chosen?.getAttribute('value') ?? '';
  }
  return said;
};

/** What people do with editions of a plan, on a site. */
export function editionsOn(site: TestSite) {
  const pass = () => site.clock.advance({ minutes: 5 });
  const lines = (who: Person, plan: string) =>
    site.within(who.organisation, ({ db }) =>
      db
        .selectFrom('lines')
        .select(['id', 'what', 'owner', 'when', 'state', 'version', 'position', 'accountable'])
        .where('plan_id', '=', plan)
        .orderBy('position')
        .execute(),
    );
  return {
    lines,
    /** A plan made of a file. */
    async madePlan(who: Person, content: string | Uint8Array = csv(LINES), name = 'Ashmere plan 2025.csv') {
      const reading = await givenInAndRead(site, who, content, name);
      const accepted = { version: '1', title: 'Ashmere plan', kind: 'stakeholder-plan', marking: 'none' };
      const { location } = await who.post(`/readings/${reading}/accept`, accepted);
      pass();
      return { plan: location!.replace('/plans/', ''), reading };
    },
    /** Given in, said to be of the plan, and compared. */
    async givenAsEdition(
      who: Person,
      plan: string,
      content: string | Uint8Array,
      name = 'Ashmere plan 2026.csv',
    ) {
      const reading = await givenInAndRead(site, who, content, name);
      const { location } = await who.post(`/readings/${reading}/edition`, { plan });
      assert.equal(location, `/readings/${reading}/merge`);
      await site.runJobs();
      pass();
      return reading;
    },
    async facts(who: Person, reading: string) {
      const page = await who.get(`/readings/${reading}/merge`);
      return page.dom
        .querySelectorAll('.cg-facts__item')
        .map(item => item.text.replace(/\s+/g, ' ').trim())
        .join(', ');
    },
    /** Somebody changes a line on its page. */
    async editLine(who: Person, plan: string, number: number, change: Record<string, string>) {
      const { id } = (await lines(who, plan))[number]!;
      const address = `/plans/${plan}/lines/${id}/edit`;
      const sent = { ...fieldsOf(await who.get(address), `form[action="${address}"]`), ...change };
      const answer = await who.post(address, sent);
      assert.ok(answer.location, answer.text);
      pass();
    },
    /** Accepts what the page of a comparison shows; what was open when the page was got is sent. */
    async accept(who: Person, reading: string) {
      const page = await who.get(`/readings/${reading}/merge`);
      const sent = fieldsOf(page, 'form[action$="/merge/accept"]');
      assert.ok(sent.version, page.text);
      return who.post(`/readings/${reading}/merge/accept`, sent);
    },
  };
}
