import { z } from 'zod';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { type Answer, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { erase } from '../../actions/requests.ts';
import type { ErasedAccounts, PrivacyParts } from '../../parts.ts';
import { meant, readAsked, reference } from './asked.ts';
import { MOST_SENTENCES, notSaid, showSomebody } from './show.ts';

const ticked = z
  .union([z.string().transform(id => [id]), z.array(z.string())])
  .transform(given => given.filter(id => /^\d{1,18}$/.test(id)).slice(0, MOST_SENTENCES))
  .catch([]);

const shape = z.object({
  eraseReference: reference,
  sure: z.literal('yes', { error: 'Tick this if they are to be erased: it cannot be undone' }),
});

/** Takes somebody out wherever the declarations say so, and ends their access. */
export const eraseSomebody =
  (parts: PrivacyParts) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const asked = readAsked(visit.form);
    const { value, errors, answers } = readForm(shape, visit.form);
    if (!value) return showSomebody(visit, parts, asked, { errors, act: 'erase', answers });
    const { organisation, account } = visit.who;
    const done = await visit.within(async within => {
      const { sought, single, said } = await meant(within, asked);
      if (!said) return 'not-said' as const;
      if (sought.accounts.includes(account.id)) return 'own-account' as const;
      const sentences = { names: single, entries: ticked.parse(visit.form.sentence) };
      const request = { sought, sentences, reference: value.eraseReference };
      return { sought, counts: await erase(within, parts.all(), request, visit.now()) };
    });
    if (done === 'not-said') return notSaid(asked);
    if (done === 'own-account')
      return showSomebody(visit, parts, asked, { errors: OWN_ACCOUNT, act: 'erase', answers });
    const accounts = await parts.eraseAccounts(organisation.id, done.sought.accounts, visit.now());
    const rows = Object.values(done.counts).reduce((sum, count) => sum + count, 0);
    const records = rows === 1 ? '1 record was changed' : `${rows} records were changed`;
    return redirect('/organisation/privacy', `Erased: ${records}. ${accountWords(accounts)}`.trim());
  };

const OWN_ACCOUNT = fieldProblem(
  'sure',
  'This is your own account. Another administrator can erase it, signed in as themselves.',
);

function accountWords({ erased, workElsewhere, lastAdministrator }: ErasedAccounts): string {
  if (lastAdministrator)
    return 'Their account stays: nobody else administers the organisation. Make somebody else administrator first.';
  if (workElsewhere) return 'Their account goes on elsewhere; they can no longer come in here.';
  return erased ? 'Their account is gone.' : '';
}
