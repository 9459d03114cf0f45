import { setTimeout as pause } from 'node:timers/promises';
import { count, thousands } from '../../../language/words.ts';
import type { PageError } from '../../govuk/frame.ts';
import { fieldProblem } from '../../http/form.ts';
import { type Answer, notFound, page, type SignedInVisit } from '../../http/visit.ts';
import { dayInWords } from '../day-in-words.ts';
import { type GivenStatus, type GivenTable, givenStatus, givenTable } from '../given.ts';
import type { Outcome } from '../judge.ts';
import type { Prepared } from '../prepared.ts';
import { storedWords } from './acts.ts';
import { tableIdOf, trailOf, wordsOf } from './which.ts';

/** One address for a file that was given in, whatever has become of it: to be put right, to be confirmed, stored. */
export const tablePage =
  (prepared: Prepared) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const id = tableIdOf(visit);
    if (!id) return notFound;
    const look = () => visit.within(within => givenTable(within, { kind: prepared.kind, id }, visit.now()));
    let given = await look();
    if (given && isUnderWay(given.status) && !isUnderWay(await waitFor(visit, id))) given = await look();
    return given ? show(prepared, visit, given) : notFound;
  };

/** How it stands, for a page that waits. */
export const tableStatus =
  (prepared: Prepared) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const id = tableIdOf(visit);
    const given =
      id && (await visit.within(within => givenTable(within, { kind: prepared.kind, id }, visit.now())));
    if (!given) return notFound;
    return {
      kind: 'json',
      status: 200,
      value: { status: isUnderWay(given.status) ? 'waiting' : given.status },
    };
  };

const isUnderWay = (status: GivenStatus | undefined): boolean => status === 'waiting' || status === 'storing';

/** How long a page waits, so that what is done quickly shows at once, and how it asks. In milliseconds. */
const PATIENCE = 1_200;
const FIRST = 40;
const LONGEST = 250;

async function waitFor(visit: SignedInVisit, id: string): Promise<GivenStatus | undefined> {
  const until = performance.now() + PATIENCE;
  for (let wait = FIRST; ; wait = Math.min(wait * 1.5, LONGEST)) {
    // each look is a transaction of its own: none is held open while nothing happens
    const status = await visit.within(within => givenStatus(within, id));
    if (!isUnderWay(status) || performance.now() + wait > until) return status;
    await pause(wait);
  }
}

function show(prepared: Prepared, visit: SignedInVisit, given: GivenTable): Answer {
  const around = {
    table: wordsOf(prepared),
    given,
    here: `${prepared.at}/${given.id}`,
    zone: visit.who.organisation.timeZone,
  };
  const answer = (view: string, title: string, facts: object, status = 200): Answer =>
    page(
      `table-in/${view}.njk`,
      { ...around, ...facts, title },
      { title, trail: trailOf(prepared, { text: given.fileName }) },
      status,
    );
  const { outcome, status } = given;
  if (isUnderWay(status))
    return answer('waiting', status === 'waiting' ? 'Reading the file' : 'Storing the file', {});
  if (status === 'stored')
    return answer('stored', 'The file is stored', { words: storedWords(prepared, given) });
  if (!outcome)
    return answer('wrong', 'The file cannot be read', { errors: fieldProblem('file', given.problem) });
  const headings = headingsOf(prepared, outcome);
  return outcome.wrong.cells
    ? answer('wrong', 'Put the file right', {
        outcome,
        headings,
        rows: wrongRows(outcome),
        errors: toPutRight(outcome),
      })
    : answer('preview', `Check ${prepared.many} before they are stored`, {
        outcome: { ...outcome, firstChanged: changedRows(outcome) },
        headings,
        fieldNames: Object.fromEntries(prepared.columns.map(({ name, heading }) => [name, heading])),
      });
}

const headingsOf = ({ columns }: Prepared, outcome: Outcome): string[] =>
  outcome.columns.map(name => columns.find(column => column.name === name)?.heading ?? name);

const changedRows = ({ firstChanged }: Outcome) =>
  firstChanged.map(({ changes, ...row }) => ({
    ...row,
    changes: changes.map(({ field, before, after }) => ({
      field,
      before: dayInWords(before),
      after: dayInWords(after),
    })),
  }));

function toPutRight({ wrong, rows }: Outcome): PageError[] {
  const some = `${thousands(wrong.rows)} of ${count(rows, 'row')}`;
  const text = `Nothing was stored. Put ${count(wrong.cells, 'cell')} in ${some} right in the file, then upload it again`;
  return [{ href: '#to-put-right', text }];
}

/** Each cell with its sentences, so that the view need not look them up. */
const wrongRows = ({ columns, firstWrong }: Outcome) =>
  firstWrong.map(({ row, cells, whole, wrong }) => ({
    row,
    whole,
    cells: cells.map((text, at) => ({ text, wrong: wrong[columns[at]!] ?? [] })),
  }));
