import type { PageError } from '../../govuk/frame.ts';
import { fieldProblem } from '../../http/form.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../http/visit.ts';
import { giveIn, readAtOnce } from '../actions.ts';
import type { Prepared } from '../prepared.ts';
import { trailOf, wordsOf } from './which.ts';

/** Where the file is given in, with the columns that it may have. */
export const uploadPage = (prepared: Prepared) => (): Answer => show(prepared);

/** A file that cannot be read is told at once and not kept; what was read is looked at next. */
export const postTable =
  (prepared: Prepared) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const file = visit.request.uploads.find(upload => upload.field === 'file');
    if (!file) return show(prepared, fieldProblem('file', `Choose the file of ${prepared.many}`));
    const table = await readAtOnce(prepared, file);
    if (table && 'problem' in table) return show(prepared, fieldProblem('file', table.problem));
    const when = { now: visit.now(), today: visit.today() };
    const id = await visit.within(within => giveIn(within, prepared, { file, table }, when));
    return redirect(`${prepared.at}/${id}`);
  };

function show(prepared: Prepared, errors: PageError[] = []): Answer {
  const facts = { table: wordsOf(prepared), columns: columnsOf(prepared), errors };
  const frame = { title: prepared.title, trail: trailOf(prepared) };
  return page('table-in/upload.njk', facts, frame, errors.length ? 422 : 200);
}

const columnsOf = ({ columns }: Prepared) =>
  columns.map(({ heading, about, alsoHeaded = [], required, examples }) => ({
    heading,
    about,
    also: alsoHeaded.join(', '),
    needed: Boolean(required),
    example: examples.find(Boolean) ?? '',
  }));
