import { createPlan } from '../../../src/capabilities/plans/index.ts';
import { record } from '../../../src/platform/history/history.ts';
import { cameIn } from '../../support/came-in.ts';
import { personIn } from '../../support/people.ts';
import { newPlan } from '../../support/plans.ts';
import { LONG_NAME, LONG_WORD, type Stage } from './stage.ts';
import { press, type Visits } from './visit.ts';

const PRIVACY = '/organisation/privacy';
const SOMEBODY = `${PRIVACY}/somebody`;
const at = (who: string, ...record: string[]) =>
  `${SOMEBODY}?${new URLSearchParams([['who', who], ...record.map(key => ['record', key])])}`;

/** What is kept of people, what is known of one of them, and who read what is marked. */
export async function privacyVisits({ site, people }: Stage): Promise<Visits> {
  const { organisation, account } = people.editor;
  const person = await personIn(site, organisation, {
    name: account.name,
    email: account.email,
    account: account.id,
  });
  await personIn(site, organisation, { name: account.name, email: 'e.reed@ashmere.example' });
  const long = await personIn(site, organisation, { name: `${LONG_WORD} ${LONG_NAME}`.slice(0, 120) });
  const may = await personIn(site, organisation, { name: 'May', email: 'may@ashmere.example' });
  await site.within(organisation, async within => {
    for (const after of ['May rang the clerk', `Done by the end of May. ${LONG_NAME} ${LONG_WORD}`])
      await record(
        within,
        { kind: 'organisation', id: organisation },
        'noted',
        [{ field: 'note', before: null, after }],
        site.clock.now(),
      );
  });
  await cameIn(site, organisation, {
    from: { name: account.name, address: account.email },
    text: `${LONG_WORD}\n\n${LONG_NAME}`,
  });
  await markedReads({ site, people }, organisation);
  const theirs = [`person:${person}`, `account:${account.id}`];
  await people.administrator.post(`${SOMEBODY}/access`, {
    who: account.name,
    record: theirs,
    reference: 'SAR 12/2026',
    format: 'json',
  });
  const as = 'administrator' as const;
  const known = at(account.name, ...theirs);

  return {
    visits: [
      { route: `GET ${PRIVACY}`, state: 'with an answered request', path: PRIVACY, as, keyboard: true },
      { route: `GET ${PRIVACY}`, state: 'where nothing was asked yet', path: PRIVACY, as: 'newcomer' },
      { route: `GET ${PRIVACY}`, state: 'for an editor', path: PRIVACY, as: 'editor', status: 403 },
      { route: `GET ${PRIVACY}/reads`, state: 'with reads', path: `${PRIVACY}/reads`, as, keyboard: true },
      { route: `GET ${PRIVACY}/reads`, state: 'with none', path: `${PRIVACY}/reads`, as: 'newcomer' },
      { route: `GET ${SOMEBODY}`, state: 'before anybody is looked for', path: SOMEBODY, as },
      { route: `GET ${SOMEBODY}`, state: 'with two of one name', path: at(account.name), as, keyboard: true },
      { route: `GET ${SOMEBODY}`, state: 'with what is known', path: known, as, keyboard: true },
      { route: `GET ${SOMEBODY}`, state: 'with what two share', path: at(account.name, theirs[0]!), as },
      { route: `GET ${SOMEBODY}`, state: 'with a long name', path: at(LONG_WORD, `person:${long}`), as },
      { route: `GET ${SOMEBODY}`, state: 'with a name of one word', path: at('May', `person:${may}`), as },
      { route: `GET ${SOMEBODY}`, state: 'with nobody of the name', path: at('Zeno Nobody'), as },
      { route: `GET ${SOMEBODY}`, state: 'with nothing known', path: at('zeno@nowhere.example'), as },
      {
        route: `POST ${SOMEBODY}/access`,
        state: 'without a reference',
        path: known,
        as,
        act: press('Download for Word'),
        status: 422,
      },
      {
        route: `POST ${SOMEBODY}/erase`,
        state: 'with nothing said',
        path: known,
        as,
        act: press('Erase them'),
        status: 422,
      },
    ],
  };
}

/** A marked plan that was seen and taken out as a file. */
async function markedReads(
  { site, people }: Pick<Stage, 'site' | 'people'>,
  organisation: string,
): Promise<void> {
  const title = `${LONG_WORD} plan`;
  const plan = await site.within(organisation, within =>
    createPlan(within, newPlan({ title, marking: 'OFFICIAL-SENSITIVE' }), site.clock.now()),
  );
  await people.editor.get(`/plans/${plan}`);
  await people.editor.get(`/plans/${plan}/export.csv`);
}
