import type { PageError } from '../../../../platform/govuk/frame.ts';
import type { Handler } from '../../../../platform/http/capability.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { giveIn } from '../../../../platform/table-in/actions.ts';
import { postConfirm, postDiscard } from '../../../../platform/table-in/pages/acts.ts';
import { exampleFile, problemsFile } from '../../../../platform/table-in/pages/files.ts';
import { tablePage } from '../../../../platform/table-in/pages/table.ts';
import { tableIdOf, trailOf, wordsOf } from '../../../../platform/table-in/pages/which.ts';
import type { Prepared } from '../../../../platform/table-in/prepared.ts';
import type { Calendar } from '../../calendar.ts';
import { lackedByFile } from '../../file-in/lacked.ts';
import { fileInto } from '../../file-in/prepared.ts';
import { AHEAD, readFile } from '../../file-in/read-file.ts';
import type { CalendarParts } from '../../follows.ts';
import { calendarById } from '../../queries/calendars.ts';
import { daysInWords } from '../../rules/entry-words.ts';
import { idOf, PLACE } from '../addresses.ts';

type Into = { calendar: Calendar; prepared: Prepared };

/** The pages by which a file is put into a calendar: given in, looked at, confirmed. Each is of the calendar that its address names. */
export function filePages(parts: CalendarParts) {
  const into =
    (show: (visit: SignedInVisit, into: Into) => Promise<Answer> | Answer): Handler<SignedInVisit> =>
    async visit => {
      const id = idOf(visit, 'calendar');
      const calendar = id && (await visit.within(within => calendarById(within, id)));
      return calendar ? show(visit, { calendar, prepared: fileInto(calendar, parts) }) : notFound;
    };
  return {
    upload: into((visit, at) => upload(visit, at)),
    post: into(post),
    example: into((_, { prepared }) => exampleFile(prepared)()),
    preview: into(preview),
    problems: into((visit, { prepared }) => problemsFile(prepared)(visit)),
    confirm: into((visit, { prepared }) => postConfirm(prepared)(visit)),
    discard: into((visit, { prepared }) => postDiscard(prepared)(visit)),
  };
}

function upload(visit: SignedInVisit, { calendar, prepared }: Into, errors: PageError[] = []): Answer {
  const facts = {
    table: wordsOf(prepared),
    columns: prepared.columns.map(({ heading, about, alsoHeaded = [], required, examples }) => ({
      ...{ heading, about, also: alsoHeaded.join(', '), needed: Boolean(required) },
      example: examples.find(Boolean) ?? '',
    })),
    until: visit.today().add(AHEAD),
    elections: calendar.kind === 'elections',
    errors,
  };
  const frame = { title: prepared.title, trail: trailOf(prepared), place: PLACE };
  return page('calendars/pages/file/upload.njk', facts, frame, errors.length ? 422 : 200);
}

/** A file that cannot be read is told at once and not kept; what was read is looked at next. */
async function post(visit: SignedInVisit, at: Into): Promise<Answer> {
  const { calendar, prepared } = at;
  const file = visit.request.uploads.find(({ field }) => field === 'file');
  if (!file) return upload(visit, at, fieldProblem('file', 'Choose the file of the calendar'));
  const { timeZone: zone } = visit.who.organisation;
  const when = { now: visit.now(), today: visit.today() };
  const table = await readFile(file.content, { columns: prepared.columns, zone, today: when.today });
  if ('problem' in table) return upload(visit, at, fieldProblem('file', table.problem));
  if (calendar.kind === 'elections' && !table.columns.includes('poll'))
    return upload(visit, at, fieldProblem('file', NO_POLL));
  const id = await visit.within(within => giveIn(within, prepared, { file, table }, when));
  return redirect(`${prepared.at}/${id}`);
}

const NO_POLL =
  'The file does not say whose polls these are, by which the law counts. Put in a table with a column “Poll”, or add each election by hand';

/** What the file would do, and what of the last one it does not have. */
async function preview(visit: SignedInVisit, { calendar, prepared }: Into): Promise<Answer> {
  const answer = await tablePage(prepared)(visit);
  const id = tableIdOf(visit);
  if (answer.kind !== 'page' || !id) return answer;
  const placed = { ...answer, frame: { ...answer.frame, place: PLACE } };
  if (answer.template !== 'table-in/preview.njk') return placed;
  const lacked = await visit.within(within => lackedByFile(within, { calendar, given: id }, visit.today()));
  const facts = {
    ...answer.facts,
    lacked: lacked.map(entry => ({ title: entry.title, when: daysInWords(entry) })),
  };
  return { ...placed, template: 'calendars/pages/file/preview.njk', facts };
}
