import { day } from '../../../../language/words.ts';
import { escaped } from '../../../../platform/govuk/markup.ts';
import type { NamedKind } from '../../named.ts';
import { isOver, PERSON_KIND_WORDS } from '../../person.ts';
import type { ListedNamed, ListedPerson } from '../../queries/directory.ts';
import { namedAddress, personAddress } from '../directory-addresses.ts';
import { KINDS } from './kinds.ts';

/** The body of the table; written here and not by the view, whose loops took a fifth of the time of the page. */
export const drawPeople = (people: ListedPerson[], today: Temporal.PlainDate): string =>
  people.map(person => drawPerson(person, today)).join('');

function drawPerson(person: ListedPerson, today: Temporal.PlainDate): string {
  const { id, name, email, kind, posts, department } = person;
  const head = linked(personAddress(id), name) + under(email) + under(note(person, today));
  return `<tr><th scope="row">${head}</th>${cell(posts)}${cell(department)}${cell(PERSON_KIND_WORDS[kind])}</tr>\n`;
}

function note({ endsOn, coveredBy }: ListedPerson, today: Temporal.PlainDate): string {
  if (endsOn && isOver({ endsOn }, today)) return `left ${day(endsOn)}`;
  if (coveredBy) return `away, covered by ${coveredBy}`;
  return endsOn ? `here until ${day(endsOn)}` : '';
}

/** The same of departments, posts, teams and portfolios. */
export const drawNamed = (records: ListedNamed[], kind: NamedKind): string =>
  records.map(record => drawRecord(record, kind)).join('');

function drawRecord({ id, name, within, who }: ListedNamed, kind: NamedKind): string {
  const words = KINDS[kind];
  const above = cell(within, kind === 'department' || kind === 'portfolio' ? words.within : '');
  const by = words.who
    ? `<td data-head="${words.who}">${who ? escaped(who) : '<span class="cg-soft">nobody</span>'}</td>`
    : '';
  return `<tr><th scope="row">${linked(namedAddress(kind, id), name)}</th>${above}${by}</tr>\n`;
}

const linked = (href: string, text: string): string =>
  `<a class="govuk-link" href="${href}">${escaped(text)}</a>`;

const under = (text: string): string => text && ` <span class="cg-soft cg-under">${escaped(text)}</span>`;

/** `head`: the heading of the column, where a card on a phone must say it. */
const cell = (text: string | null, head = ''): string =>
  `<td${head && ` data-head="${head}"`}>${escaped(text ?? '')}</td>`;
