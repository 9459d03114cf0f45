import { z } from 'zod';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { versionOrNone } from '../../../../platform/http/version-field.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { type AreaNotSaved, addArea, changeArea } from '../../actions/areas.ts';
import { AREA_KINDS, type Area, type AreaValues, areaWithKind, kindWord } from '../../area.ts';
import { allAreas, areaById } from '../../queries/areas.ts';
import { placeKinds } from '../../queries/place-kinds.ts';
import { type DaysAnswers, daysAnswers, readDays } from '../days-form.ts';
import { idIn, idOf } from '../directory-addresses.ts';
import { areaAddress, areaTrail } from '../place-addresses.ts';
import { line, neededLine } from '../place-fields.ts';

const shape = z.object({
  kind: neededLine('what kind of area this is, like ward', 60).transform(kindWord),
  name: neededLine('the name of the area', 120),
  code: line(40),
});

type Answers = { kind: string; name: string; code: string; partOf: string; days: DaysAnswers };

export const newArea = (visit: SignedInVisit): Promise<Answer> => visit.within(within => show(within, {}));

export async function editArea(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit, 'area');
  return visit.within(async within => {
    const area = id && (await areaById(within, id));
    return area ? show(within, { area, answers: answersOf(area) }) : notFound;
  });
}

export async function postNewArea(visit: SignedInVisit): Promise<Answer> {
  const { values, answers, errors } = readArea(visit.form);
  return visit.within(async within => {
    if (!values) return show(within, { answers, errors });
    const done = await addArea(within, values, visit.now());
    if ('id' in done) return redirect(areaAddress(done.id), 'Added.');
    return show(within, { answers, errors: NOT_SAVED(done) });
  });
}

export async function postArea(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit, 'area');
  if (!id) return notFound;
  const { values, answers, errors } = readArea(visit.form);
  const version = versionOrNone.parse(visit.form.version);
  return visit.within(async within => {
    const area = await areaById(within, id);
    if (!area) return notFound;
    if (!values) return show(within, { area, answers, errors });
    const done = await changeArea(within, { id, version, values }, visit.now());
    if ('saved' in done) return redirect(areaAddress(id), done.saved ? 'Saved.' : 'Nothing was changed.');
    return done.refused === 'not-found' ? notFound : show(within, { area, answers, errors: NOT_SAVED(done) });
  });
}

type ReadArea = { values?: AreaValues; answers: Answers; errors?: PageError[] };

function readArea(form: Record<string, unknown>): ReadArea {
  const read = readForm(shape, form);
  const days = readDays(form);
  const partOf = typeof form.partOf === 'string' ? form.partOf : '';
  const { kind = '', name = '', code = '' } = read.answers;
  const answers = { kind, name, code, partOf, days: days.answers };
  const errors = [...(read.errors ?? []), ...days.errors];
  if (!read.value || errors.length) return { answers, errors };
  const { startsOn, endsOn } = days;
  return { values: { ...read.value, partOf: idIn(partOf) ?? null, startsOn, endsOn }, answers };
}

function NOT_SAVED({ refused }: AreaNotSaved): PageError[] {
  switch (refused) {
    case 'in-itself':
      return fieldProblem('partOf', 'An area cannot be part of itself, nor of one of its own parts');
    case 'no-such-area':
      return fieldProblem('partOf', 'Choose an area of the list');
    case 'name-taken':
      return fieldProblem('name', 'There is an area of this kind and name in the same place already');
    default:
      return fieldProblem(
        'name',
        'Somebody changed this area while you were typing. Open it again, then save',
      );
  }
}

const answersOf = (area: Area): Answers => ({
  kind: area.kind,
  name: area.name,
  code: area.code,
  partOf: area.partOf ?? '',
  days: daysAnswers(area),
});

type Shown = { area?: Area; answers?: Answers; errors?: PageError[] };

async function show(within: Within, { area, answers, errors = [] }: Shown): Promise<Answer> {
  const areas = await allAreas(within);
  const own = (await placeKinds(within, 'area')).map(({ kind }) => kind);
  const title = area ? `Change ${area.name}` : 'Add an area';
  const facts = {
    title,
    area,
    answers,
    errors,
    kinds: [...new Set([...AREA_KINDS, ...own])],
    areas: [
      { value: '', text: 'Nothing larger' },
      ...areas.filter(({ id }) => id !== area?.id).map(one => ({ value: one.id, text: areaWithKind(one) })),
    ],
    here: area ? `${areaAddress(area.id)}/edit` : `${areaAddress()}/new`,
    back: areaAddress(area?.id),
  };
  const steps = area
    ? [{ text: area.name, href: areaAddress(area.id) }, { text: 'Change' }]
    : [{ text: 'Add' }];
  const frame = { title, trail: areaTrail(...steps) };
  return page('organisations/pages/edit-area/edit.njk', facts, frame, errors.length ? 422 : 200);
}
