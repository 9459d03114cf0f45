import { isRefused } from '../../../../language/refusal.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { historyOf } from '../../../../platform/history/history.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import { versionOrNone } from '../../../../platform/http/version-field.ts';
import {
  type Answer,
  mayAs,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { changeNamed, endNamed } from '../../actions/named.ts';
import { type NamedKind, namedSubject } from '../../named.ts';
import { departmentItems } from '../../rules/departments.ts';
import { KINDS } from '../directory/kinds.ts';
import { idOf, listOf, namedAddress, personAddress, TRAIL, tellAt } from '../directory-addresses.ts';
import { toldHistory } from '../told-history.ts';
import { namedProblem, readNamed } from './form.ts';
import { loadNamed } from './load.ts';

export type Asked = { errors?: PageError[]; answers?: Record<string, string> };

/** One department, post, team or portfolio: what belongs to it, who is meant by it, and how it is changed. */
export function namedPage(kind: NamedKind) {
  const show = (visit: SignedInVisit): Promise<Answer> => viewNamed(visit, kind);

  const save = async (visit: SignedInVisit): Promise<Answer> => {
    const id = idOf(visit, kind);
    if (!id) return notFound;
    const version = versionOrNone.parse(visit.form.version);
    const done = await visit.within(async within => {
      const read = await readNamed(within, kind, visit.form, visit.today());
      if (!read.values) return { read };
      const values = read.values;
      return { read, changed: await changeNamed(within, { kind, id, version, values }, visit.now()) };
    });
    const { answers, errors } = done.read;
    if (!done.changed) return viewNamed(visit, kind, { errors, answers });
    if (!isRefused(done.changed))
      return redirect(namedAddress(kind, id), done.changed.saved.length ? 'Saved.' : 'Nothing was changed.');
    const { refused } = done.changed;
    if (refused === 'not-found') return notFound;
    if (refused === 'changed-meanwhile')
      return viewNamed(visit, kind, { errors: fieldProblem('name', MEANWHILE), answers });
    return viewNamed(visit, kind, { errors: namedProblem(kind, { refused }), answers });
  };

  const end = async (visit: SignedInVisit): Promise<Answer> => {
    const id = idOf(visit, kind);
    if (!id) return notFound;
    const done = await visit.within(within => endNamed(within, { kind, id }, visit.now()));
    if (!isRefused(done)) return redirect(listOf(kind), `${done.ended} is ended.`);
    return done.refused === 'not-found' ? notFound : redirect(namedAddress(kind, id));
  };

  return { show, save, end };
}

const MEANWHILE = 'Somebody changed this while you were typing. Look at the page again, then save.';

const OVER = 'This has ended, so nothing was changed.';

export async function viewNamed(visit: SignedInVisit, kind: NamedKind, asked: Asked = {}): Promise<Answer> {
  const id = idOf(visit, kind);
  const found =
    id &&
    (await visit.within(async within => {
      const loaded = await loadNamed(within, kind, id, visit.today());
      return loaded && { ...loaded, entries: await historyOf(within, namedSubject(kind, id), 50) };
    }));
  if (!found) return notFound;
  const { record, departments, entries, ...facts } = found;
  if (record.endedAt && asked.errors) return tellAt(namedAddress(kind, record.id), OVER);
  const zone = visit.who.organisation.timeZone;
  const shown = {
    ...facts,
    record,
    here: namedAddress(kind, record.id),
    words: KINDS[kind],
    kind,
    may: mayAs(visit.who.role, 'lead') && !record.endedAt,
    above: record.within && {
      text: kind === 'portfolio' ? facts.holder : departments.paths.get(record.within),
      href: kind === 'portfolio' ? personAddress(record.within) : namedAddress('department', record.within),
    },
    departments: [
      { value: '', text: kind === 'department' ? 'Of none' : 'None' },
      ...departmentItems(departments).filter(({ value }) => value !== record.id),
    ],
    answers: { ...answersOf(record, facts), ...asked.answers },
    errors: asked.errors ?? [],
    entries: toldHistory(entries),
    zone,
    ended: record.endedAt?.toZonedDateTimeISO(zone).toPlainDate(),
  };
  const list = { text: KINDS[kind].many, href: listOf(kind) };
  const { place }: Around = facts;
  const frame = {
    title: place ? `${record.name}, ${place.text}` : record.name,
    trail: [...TRAIL, list, { text: record.name }],
  };
  return page(`organisations/pages/named/${kind}.njk`, shown, frame, asked.errors ? 422 : 200);
}

type Around = { holder?: string | undefined; place?: { text: string } | undefined };

const answersOf = (
  record: { name: string; within: string | null },
  { holder, place }: Around,
): Record<string, string> => ({
  name: record.name,
  within: record.within ?? '',
  holder: holder ?? '',
  area: place?.text ?? '',
});
