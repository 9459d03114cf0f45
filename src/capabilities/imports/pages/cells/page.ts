import { isRefused } from '../../../../language/refusal.ts';
import { count } from '../../../../language/words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { FIELDS, type Field } from '../../../../reading/reading.ts';
import { correctCells } from '../../actions/correct.ts';
import { countFound, linesAt, pageOfLines } from '../../queries/lines.ts';
import { fieldWords } from '../../reading-words.ts';
import { shownFields } from '../../rules/shown-fields.ts';
import type { StoredLine, StoredReading } from '../../stored-reading.ts';
import { lineAddress } from '../line/line-place.ts';
import { progressWords } from '../reading/page.ts';
import { asked, type ReviewQuery, readQuery, SIZE } from '../reading/query.ts';
import { waitForReading } from '../reading/wait.ts';
import { CLOSED, tell } from '../tell.ts';
import { idOf, readingOf, trailTo } from '../which-reading.ts';
import {
  type Checked,
  checked,
  markOf,
  placeText,
  type SentLine,
  saysNow,
  sentLines,
  typedIn,
} from './sent-cells.ts';

/** The lines of a page as a grid of fields: cells are put right one after the other, and read again together. */
export async function cellsPage(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit);
  if (!id) return notFound;
  const query = readQuery(visit.query);
  const come = await waitForReading(visit, id);
  return visit.within(async within => {
    const reading = await readingOf(within, visit);
    if (!reading) return notFound;
    if (reading.status === 'waiting' && reading.outline)
      return waiting(visit, reading, come && progressWords(come));
    if (reading.status !== 'read' || !reading.outline) return redirect(`/readings/${id}`);
    const filter = { doubtful: Boolean(query.doubtful), section: query.section, words: query.q };
    const after = (query.page - 1) * SIZE;
    const lines = await pageOfLines(within, id, { ...filter, after, most: SIZE });
    const total = await countFound(within, id, filter);
    return show(reading, query, { lines, fields: shownFields(reading.outline.tables), total });
  });
}

function waiting(visit: SignedInVisit, reading: StoredReading, progress = ''): Answer {
  return page(
    'imports/pages/reading/waiting.njk',
    { reading, zone: visit.who.organisation.timeZone, progress, errors: [] },
    { title: `Reading ${reading.file.name}`, trail: trailTo(reading), place: '/plans' },
  );
}

/** All that was typed on a page is worked in by one reading. */
export async function postCells(visit: SignedInVisit): Promise<Answer> {
  const query = readQuery(visit.query);
  return visit.within(async within => {
    const reading = await readingOf(within, visit);
    if (!reading?.outline) return notFound;
    const fields = sentFields(visit.form);
    const sent = sentLines(visit.form, fields.length);
    const lines = await linesAt(
      within,
      reading.id,
      sent.map(({ at }) => at),
    );
    const found = checked(sent, lines, fields, reading.corrections);
    const errors = problems(found, fields);
    if (errors.length)
      return show(
        reading,
        query,
        { lines: linesSent(sent, lines), fields, total: 0 },
        { sent, found, errors },
      );
    return save(within, visit, reading, { found, query });
  });
}

/** The fields that the grid showed, in its order. */
const sentFields = ({ fields }: Record<string, unknown>): Field[] =>
  String(fields)
    .split(' ')
    .flatMap(name => FIELDS.find(field => field === name) ?? []);

async function save(
  within: Within,
  visit: SignedInVisit,
  reading: StoredReading,
  { found, query }: { found: Checked; query: ReviewQuery },
): Promise<Answer> {
  const here = `/readings/${reading.id}/cells?${asked({ ...query, page: query.page })}`;
  if (!found.cells.length) return tell(here, 'Nothing was changed on this page.');
  const done = await correctCells(within, reading.id, found.cells, visit.now());
  if (isRefused(done)) return tell(`/readings/${reading.id}`, CLOSED);
  return redirect(here, `${count(found.cells.length, 'cell was', 'cells were')} put right and read again.`);
}

function problems({ changed, tooLong, gone }: Checked, fields: Field[]): PageError[] {
  const at = (number: number, field: number) => `#cell-${number}-${field}`;
  return [
    ...changed.map(({ line, number, field }) => ({
      href: at(number, field),
      text: `Somebody else changed ${fieldWords(fields[field]!)} of line ${line.position} since you opened the page. Look at both, then save again`,
    })),
    ...tooLong.map(({ line, number, field }) => ({
      href: at(number, field),
      text: `${fieldWords(fields[field]!)} of line ${line.position} must be 20,000 characters or fewer`,
    })),
    ...(gone.length
      ? [
          {
            href: '#gone',
            text: `${count(gone.length, 'line is', 'lines are')} no longer there as you saw ${gone.length === 1 ? 'it' : 'them'}. What you typed stands below`,
          },
        ]
      : []),
  ];
}

const linesSent = (sent: SentLine[], lines: StoredLine[]): StoredLine[] =>
  sent.flatMap(
    ({ at }) => lines.find(({ line }) => placeText(line.at) === placeText(at as typeof line.at)) ?? [],
  );

type Grid = { lines: StoredLine[]; fields: Field[]; total: number };
type Refused = { sent: SentLine[]; found: Checked; errors: PageError[] };

function show(
  reading: StoredReading,
  query: ReviewQuery,
  { lines, fields, total }: Grid,
  refused?: Refused,
): Answer {
  const here = `/readings/${reading.id}/cells`;
  return page(
    'imports/pages/cells/cells.njk',
    {
      reading,
      heads: fields.map(field => fieldWords(field).replace(/ \(.*/, '')),
      fields: fields.join(' '),
      rows: lines.map((line, number) =>
        shownRow(reading, line, { number, before: lines[number - 1], fields }, refused),
      ),
      search: asked({ ...query, page: query.page }),
      back: `/readings/${reading.id}?${asked({ ...query, page: query.page })}#lines`,
      pages: total
        ? pageLinks({ total, page: query.page, size: SIZE }, to => `${here}?${asked({ ...query, page: to })}`)
        : undefined,
      gone: refused?.found.gone.map(({ texts }) =>
        texts.map(({ field, text }) => ({ label: fieldWords(field), text })),
      ),
      errors: refused?.errors ?? [],
    },
    { title: 'Edit lines in a grid', trail: trailTo(reading, 'Edit in a grid'), place: '/plans' },
    refused ? 422 : 200,
  );
}

type InGrid = { number: number; before: StoredLine | undefined; fields: Field[] };

function shownRow(
  reading: StoredReading,
  { line, position }: StoredLine,
  { number, before, fields }: InGrid,
  refused?: Refused,
) {
  const typed = refused?.sent.find(({ at }) => placeText(at as typeof line.at) === placeText(line.at));
  const says = fields.map(field => saysNow(line, field, reading.corrections));
  return {
    number,
    position,
    at: placeText(line.at),
    address: lineAddress(line.at),
    section: line.section !== before?.line.section ? line.section || 'No section' : undefined,
    was: says.map(markOf).join(' '),
    cells: fields.map((field, index) => ({
      id: `cell-${number}-${index}`,
      label: `${fieldWords(field)}, line ${position}`,
      text: (typed && typedIn(typed, index)) ?? says[index] ?? '',
      taken: line.taken?.[field],
      theirs: refused?.found.changed.find(one => one.line.position === position && one.field === index)?.now,
    })),
  };
}
