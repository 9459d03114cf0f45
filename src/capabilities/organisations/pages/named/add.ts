import { isRefused } from '../../../../language/refusal.ts';
import { type Answer, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { addNamed } from '../../actions/named.ts';
import type { NamedKind } from '../../named.ts';
import { viewDirectory } from '../directory/page.ts';
import { namedAddress } from '../directory-addresses.ts';
import { namedProblem, readNamed } from './form.ts';

/** Puts a department, post, team or portfolio into the directory, from the form beside its list. */
export const postNamed =
  (kind: NamedKind) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const done = await visit.within(async within => {
      const read = await readNamed(within, kind, visit.form, visit.today());
      return { read, added: read.values && (await addNamed(within, kind, read.values, visit.now())) };
    });
    const { answers, errors } = done.read;
    if (!done.added) return viewDirectory(visit, { kind, errors, answers });
    if (isRefused(done.added))
      return viewDirectory(visit, { kind, errors: namedProblem(kind, done.added), answers });
    return redirect(namedAddress(kind, done.added.added), 'Added.');
  };
