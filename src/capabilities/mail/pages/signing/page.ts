import { z } from 'zod';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import type { AskNames } from '../../../../platform/mail/records/ask-names.ts';
import { lookUp, type RecordFinding } from '../../../../platform/mail/records/look-up.ts';
import { keepKey, makeKey, setSigning } from '../../actions/signing.ts';
import { ownSettings, signing } from '../../queries/settings.ts';
import { dkimRecord, inStrings } from '../../rules/dkim-record.ts';
import { type RecordWords, recordWords } from '../../rules/record-words.ts';
import type { MailPageParts } from '../settings/page.ts';

const HERE = '/organisation/mail/signing';
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

const shape = z.object({
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .refine(
      given =>
        given.length <= 200 &&
        given.split('.').length > 1 &&
        given.split('.').every(part => LABEL.test(part)),
      'Enter the domain of the sender’s address, like example.org',
    ),
  selector: z
    .string()
    .trim()
    .toLowerCase()
    .refine(given => LABEL.test(given), 'Enter a short name of letters and digits, like commsgrid'),
});

/** "commsgrid", then "commsgrid2": a name that is used again would leave what was signed before without its record. */
function nextName(used: string | undefined): string {
  const [, name = 'commsgrid', number] = /^(.*?)(\d*)$/.exec(used ?? '') ?? [];
  return used ? `${name}${Number(number || 1) + 1}` : 'commsgrid';
}

/** The key that messages are signed with (DKIM), and what the domain's name server must say of it. */
export function signingPage({ sealing, environment }: MailPageParts, ask: AskNames) {
  const show = (visit: SignedInVisit): Promise<Answer> => view(visit, {});

  const make = async (visit: SignedInVisit): Promise<Answer> => {
    const { value, errors, answers } = readForm(shape, visit.form);
    if (!value) return view(visit, { errors, answers });
    const key = await makeKey();
    await visit.within(within => keepKey(within, { ...value, key }, sealing, visit.now()));
    return redirect(HERE, 'The key is made. Have the record below published; then begin to sign.');
  };

  const set = async (visit: SignedInVisit): Promise<Answer> => {
    const signs = visit.form.signs === 'yes';
    const changed = await visit.within(within => setSigning(within, signs, visit.now()));
    if (!changed) return redirect(HERE, 'Nothing was changed.');
    return redirect(HERE, signs ? 'Messages are signed from now on.' : 'Messages are not signed any more.');
  };

  const look = async (visit: SignedInVisit): Promise<Answer> => {
    const { known, address, bounces } = await visit.within(senderOf);
    if (!known) return redirect(HERE, 'Make a key first.');
    const asked = { address: address || `postmaster@${known.domain}`, bounces, key: known };
    return view(visit, { looked: (await lookUp(ask, asked)).map(shown) });
  };

  const shown = (finding: RecordFinding) => ({ ...recordWords(finding), name: finding.name });

  async function senderOf(within: Within) {
    const [known, own] = [await signing(within), await ownSettings(within)];
    const address = environment.fromAddress ?? own.fromAddress;
    return { known, address, bounces: environment.bounces ?? (own.bounces || undefined) };
  }

  type Looked = RecordWords & { name: string };
  type Shown = { errors?: PageError[]; answers?: Record<string, string>; looked?: Looked[] };

  async function view(visit: SignedInVisit, { errors, answers, looked }: Shown): Promise<Answer> {
    const { known, address } = await visit.within(senderOf);
    const facts = {
      known: known && {
        ...known,
        name: `${known.selector}._domainkey.${known.domain}`,
        record: dkimRecord(known.publicKey),
        strings: inStrings(dkimRecord(known.publicKey)),
      },
      answers: answers ?? {
        domain: known?.domain ?? address.split('@')[1] ?? '',
        selector: nextName(known?.selector),
      },
      errors,
      looked,
    };
    const trail = [
      { text: 'Organisation', href: '/organisation' },
      { text: 'Email', href: '/organisation/mail' },
      { text: 'Signing' },
    ];
    return page('mail/pages/signing/signing.njk', facts, { title: 'Signing', trail }, errors ? 422 : 200);
  }

  return { show, make, set, look };
}
