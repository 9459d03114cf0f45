import { z } from 'zod';
import { writeDocx } from '../../../../documents/docx/write.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { type Known, knownOf } from '../../../../platform/privacy/of-somebody.ts';
import { erase, handOut } from '../../actions/requests.ts';
import type { ErasedAccounts, PrivacyParts } from '../../parts.ts';
import { namedInPlans, namesakesOf, recordsById, recordsCalled } from '../../queries.ts';
import { accessDocument, asText, inWords } from '../../rules/access-document.ts';
import { keyOf, soughtOf, type Whom } from '../../whom.ts';
import { erasedWords } from '../register/page.ts';

const MOST_SHOWN = 20;

const one = (text: string) => text.replaceAll('\0', '').trim().slice(0, 254);
const who = z.string().transform(one).catch('');
const keys = z
  .union([z.string().transform(key => [key]), z.array(z.string())])
  .transform(given => given.filter(key => /^(person|account|holder):[0-9a-f-]{36}$/.test(key)).slice(0, 50))
  .catch([]);
const reference = z
  .string({ error: 'Enter your reference of the request' })
  .transform(one)
  .refine(text => text.length > 0, 'Enter your reference of the request')
  .refine(text => text.length <= 100, 'Enter a reference of 100 characters or fewer');

/** Who is meant, once it is said which records are theirs. */
type Meant = { typed: string; records: Whom[]; picked: Whom[] };

async function meant(within: Within, given: { who: string; record: string[] }): Promise<Meant> {
  const records = given.who ? await recordsCalled(within, given.who) : [];
  const picked = await recordsById(within, given.record);
  return { typed: given.who, records, picked };
}

async function searched(within: Within, { typed, picked }: Meant) {
  return soughtOf(picked, { typed, namesakes: await namesakesOf(within, picked) });
}

/** What is known of somebody: which records are theirs, everything that stands with them, and what can be done. */
export function somebodyPage({ all, eraseAccounts }: PrivacyParts) {
  const show = (visit: SignedInVisit): Promise<Answer> =>
    view(visit, { who: who.parse(visit.query.who), record: keys.parse(visit.query.record) }, {});

  const access = async (visit: SignedInVisit): Promise<Answer> => {
    const form = formOf(visit);
    const read = readForm(z.object({ reference }), visit.form);
    if (!read.value) return view(visit, form, { errors: read.errors, act: 'access', answers: read.answers });
    const { value } = read;
    const known = await visit.within(async within => {
      const { sought } = await searched(within, await meant(within, form));
      return handOut(within, all(), { sought, ...value }, visit.now());
    });
    const name = `What is known - ${value.reference.replace(/[^\p{L}\p{N} -]/gu, '')}`;
    if (visit.form.format === 'json')
      return { kind: 'file', name: `${name}.json`, mediaType: 'application/json', content: asJson(known) };
    const about = { organisation: visit.who.organisation.name, ...value, now: visit.now() };
    const content = await writeDocx(accessDocument(known, about));
    return { kind: 'file', name: `OFFICIAL-SENSITIVE ${name}.docx`, mediaType: DOCX, content };
  };

  const eraseThem = async (visit: SignedInVisit): Promise<Answer> => {
    const form = formOf(visit);
    const read = readForm(z.object({ eraseReference: reference }), visit.form);
    const answers = read.answers;
    if (!read.value) return view(visit, form, { errors: read.errors, act: 'erase', answers });
    if (visit.form.sure !== 'yes') {
      const errors = fieldProblem('sure', 'Tick this if they are to be erased: it cannot be undone');
      return view(visit, form, { errors, act: 'erase', answers });
    }
    const request = { reference: read.value.eraseReference };
    const done = await visit.within(async within => {
      const { sought } = await searched(within, await meant(within, form));
      if (sought.accounts.includes(visit.who.account.id)) return 'yourself' as const;
      return { sought, counts: await erase(within, all(), { sought, ...request }, visit.now()) };
    });
    if (done === 'yourself')
      return view(visit, form, {
        errors: fieldProblem('sure', 'This is your own account. Somebody else has to do that.'),
        act: 'erase',
        answers,
      });
    const accounts = await eraseAccounts(visit.who.organisation.id, done.sought.accounts, visit.now());
    const rows = Object.values(done.counts).reduce((sum, count) => sum + count, 0);
    return redirect(
      '/organisation/privacy',
      `Erased: ${rows} records were changed. ${accountWords(accounts)}`.trim(),
    );
  };

  const view = async (
    visit: SignedInVisit,
    given: { who: string; record: string[] },
    shown: Shown,
  ): Promise<Answer> => {
    const found = await visit.within(async within => {
      const whom = await meant(within, given);
      const { sought, shared } = await searched(within, whom);
      const asked = whom.picked.length > 0 || given.who.includes('@');
      return {
        ...whom,
        shared,
        asked,
        known: asked ? await knownOf(within, all(), sought) : [],
        named: asked ? await namedInPlans(within, sought.names) : 0,
      };
    });
    const picked = new Set(found.picked.map(keyOf));
    const facts = {
      answers: {},
      ...shown,
      ...found,
      who: given.who,
      record: [...picked],
      choices: found.records.map(record => ({
        value: keyOf(record),
        text: record.name,
        hint: [record.detail, ...record.addresses].filter(Boolean).join(' · '),
        checked: picked.has(keyOf(record)),
      })),
      known: found.known.map(tableOf),
    };
    const trail = [
      { text: 'Organisation', href: '/organisation' },
      { text: 'Privacy', href: '/organisation/privacy' },
      { text: 'What is known of somebody' },
    ];
    const frame = { title: 'What is known of somebody', trail };
    return page('privacy/pages/somebody/somebody.njk', facts, frame, shown.errors ? 422 : 200);
  };

  return { show, access, erase: eraseThem };
}

type Shown = { errors?: PageError[]; act?: 'access' | 'erase'; answers?: Record<string, string> };

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const formOf = ({ form }: SignedInVisit) => ({ who: who.parse(form.who), record: keys.parse(form.record) });

const tableOf = ({ data, rows }: Known) => ({
  what: data.what,
  why: data.why,
  kept: data.kept.words,
  erased: erasedWords(data.erased),
  headings: data.shown.map(column => ({ text: inWords(column) })),
  rows: rows.slice(0, MOST_SHOWN).map(row => data.shown.map(column => asText(row[column]))),
  more: Math.max(0, rows.length - MOST_SHOWN),
  count: rows.length,
});

const asJson = (known: Known[]): Uint8Array =>
  Buffer.from(
    JSON.stringify(
      known.map(({ data: { what, why, kept }, rows }) => ({ what, why, kept: kept.words, rows })),
      undefined,
      2,
    ),
  );

function accountWords({ erased, workElsewhere, lastAdministrator }: ErasedAccounts): string {
  if (lastAdministrator)
    return 'Their account stays: nobody else administers the organisation. Make somebody else administrator first.';
  if (workElsewhere) return 'Their account goes on elsewhere; they can no longer come in here.';
  return erased ? 'Their account is gone.' : '';
}
