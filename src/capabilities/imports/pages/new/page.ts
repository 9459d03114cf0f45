import { inMegabytes } from '../../../../language/file-size.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import type { Handler } from '../../../../platform/http/capability.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { giveIn } from '../../actions/give-in.ts';

const NO_FILE = 'Choose the document to read';

/** Where a document is given in. `largest` is in bytes. */
export const newPage =
  (largest: number): Handler<SignedInVisit> =>
  () =>
    form(largest);

export const postNew =
  (largest: number): Handler<SignedInVisit> =>
  async visit => {
    const file = visit.request.uploads.find(upload => upload.field === 'file');
    if (!file) return form(largest, fieldProblem('file', NO_FILE), 422);
    const id = await visit.within(within => giveIn(within, file, visit.now()));
    return redirect(`/readings/${id}`);
  };

function form(largest: number, errors: PageError[] = [], status = 200): Answer {
  const trail = [{ text: 'Plans', href: '/plans' }, { text: 'Read a document' }];
  return page(
    'imports/pages/new/new.njk',
    { errors, largest: inMegabytes(largest) },
    { title: 'Read a document', trail, place: '/plans' },
    status,
  );
}
