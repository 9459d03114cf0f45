import type { Page } from 'playwright-core';
import { cameIn, written } from '../../support/came-in.ts';
import type { Stage } from './stage.ts';
import { LONG_NAME, LONG_WORD } from './stage.ts';
import { press, type Visits } from './visit.ts';

const LIST = '/organisation/replies';
const MAILBOX = '/organisation/mailbox';

/** What came back to messages, and the mailbox that it came to. */
export async function repliesVisits({ site, people }: Stage): Promise<Visits> {
  const { organisation } = people.editor;
  const { headerId } = await written(site, organisation);
  const reply = await cameIn(site, organisation, { answers: [headerId], files: ['leaflet.pdf'] });
  const long = await cameIn(site, organisation, {
    subject: `${LONG_WORD} ${LONG_NAME}`,
    from: { name: LONG_WORD, address: `${LONG_WORD.slice(0, 60)}@ashmere.example` },
    text: `${LONG_WORD}\n\nhttps://ashmere.example/${LONG_WORD}`,
  });
  const report = {
    address: 'jo.marsh@ashmere.example',
    action: 'failed',
    status: '5.1.1',
    said: '550 unknown',
  } as const;
  const bounce = await cameIn(site, organisation, { kind: 'bounce', answers: [headerId], reports: [report] });
  const looked = await cameIn(site, organisation, { subject: 'Re: Thank you' });
  await people.administrator.post(`${LIST}/${looked}`, { note: 'Told the ward team' });
  const as = 'administrator' as const;
  const tooLong = async (page: Page) => {
    await page.getByLabel('What you did about it').fill('x'.repeat(2001));
    await press('I have looked at it')(page);
  };
  return {
    visits: [
      { route: `GET ${LIST}`, state: 'with some', path: LIST, as, keyboard: true },
      { route: `GET ${LIST}`, state: 'that were looked at', path: `${LIST}?show=looked-at`, as },
      { route: `GET ${LIST}`, state: 'with none', path: LIST, as: 'newcomer' },
      { route: `GET ${LIST}`, state: 'for an editor', path: LIST, as: 'editor', status: 403 },
      { route: `GET ${LIST}/:reply`, state: 'of a reply', path: `${LIST}/${reply}`, as, keyboard: true },
      { route: `GET ${LIST}/:reply`, state: 'with long words', path: `${LIST}/${long}`, as },
      { route: `GET ${LIST}/:reply`, state: 'of a bounce', path: `${LIST}/${bounce}`, as },
      { route: `GET ${LIST}/:reply`, state: 'that was looked at', path: `${LIST}/${looked}`, as },
      {
        route: `POST ${LIST}/:reply`,
        state: 'with too long a note',
        path: `${LIST}/${reply}`,
        as,
        act: tooLong,
        status: 422,
      },
      { route: `GET ${MAILBOX}`, state: 'before one is set up', path: MAILBOX, as, keyboard: true },
      {
        route: `POST ${MAILBOX}`,
        state: 'with nothing typed',
        path: MAILBOX,
        as,
        act: press('Save'),
        status: 422,
      },
    ],
  };
}
