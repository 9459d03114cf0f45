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
import { addBody, type BodyNotSaved, changeBody } from '../../actions/bodies.ts';
import { areaWithKind, kindWord } from '../../area.ts';
import { BODY_KINDS, type Body, type BodyValues } from '../../body.ts';
import { allAreas } from '../../queries/areas.ts';
import { bodyById } from '../../queries/bodies.ts';
import { placeKinds } from '../../queries/place-kinds.ts';
import { type DaysAnswers, daysAnswers, readDays } from '../days-form.ts';
import { idIn, idOf } from '../directory-addresses.ts';
import { bodyAddress, bodyTrail } from '../place-addresses.ts';
import { emailOrNone, line, neededLine, someLines } from '../place-fields.ts';

const MOST_ROLES = 30;

const shape = z.object({
  kind: neededLine('what kind of body this is, like board', 60).transform(kindWord),
  name: neededLine('the name of the body', 160),
  email: emailOrNone,
  phone: line(40),
  website: line(300),
  address: someLines(1000),
  roles: someLines(2000)
    .transform(text => [
      ...new Set(
        text
          .split('\n')
          .map(role => role.trim())
          .filter(Boolean),
      ),
    ])
    .refine(roles => roles.length <= MOST_ROLES, `Enter ${MOST_ROLES} roles or fewer`)
    .refine(
      roles => roles.every(role => role.length <= 60),
      'Enter roles of 60 characters or fewer, one to a line',
    ),
});

type Answers = Record<string, string>;

export const newBody = (visit: SignedInVisit): Promise<Answer> => visit.within(within => show(within, {}));

export async function editBody(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit, 'body');
  return visit.within(async within => {
    const body = id && (await bodyById(within, id));
    return body ? show(within, { body, answers: answersOf(body), days: daysAnswers(body) }) : notFound;
  });
}

export async function postNewBody(visit: SignedInVisit): Promise<Answer> {
  const { values, ...read } = readBody(visit.form);
  return visit.within(async within => {
    if (!values) return show(within, read);
    const done = await addBody(within, values, visit.now());
    if ('id' in done) return redirect(bodyAddress(done.id), 'Added. Say who holds its roles next.');
    return show(within, { ...read, errors: notSaved(done) });
  });
}

export async function postBody(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit, 'body');
  if (!id) return notFound;
  const { values, ...read } = readBody(visit.form);
  const version = versionOrNone.parse(visit.form.version);
  return visit.within(async within => {
    const body = await bodyById(within, id);
    if (!body) return notFound;
    if (!values) return show(within, { body, ...read });
    const done = await changeBody(within, { id, version, values }, visit.now());
    if ('saved' in done) return redirect(bodyAddress(id), done.saved ? 'Saved.' : 'Nothing was changed.');
    return done.refused === 'not-found' ? notFound : show(within, { body, ...read, errors: notSaved(done) });
  });
}

type ReadBody = { values?: BodyValues; answers: Answers; days: DaysAnswers; errors?: PageError[] };

function readBody(form: Record<string, unknown>): ReadBody {
  const { value, errors = [], answers } = readForm(shape, form);
  const days = readDays(form);
  const all = [...errors, ...days.errors];
  if (!value || all.length) return { answers, days: days.answers, errors: all };
  const { startsOn, endsOn } = days;
  return {
    values: { ...value, area: idIn(answers.area) ?? null, startsOn, endsOn },
    answers,
    days: days.answers,
  };
}

function notSaved({ refused }: BodyNotSaved): PageError[] {
  switch (refused) {
    case 'no-such-area':
      return fieldProblem('area', 'Choose an area of the list');
    case 'name-taken':
      return fieldProblem('name', 'There is a body of this kind and name in the same area already');
    default:
      return fieldProblem(
        'name',
        'Somebody changed this body while you were typing. Open it again, then save',
      );
  }
}

const answersOf = ({ kind, name, area, email, phone, website, address, roles }: Body): Answers => ({
  kind,
  name,
  area: area ?? '',
  email,
  phone,
  website,
  address,
  roles: roles.join('\n'),
});

type Shown = { body?: Body; answers?: Answers; days?: DaysAnswers; errors?: PageError[] };

async function show(within: Within, { body, answers = {}, days, errors = [] }: Shown): Promise<Answer> {
  const own = (await placeKinds(within, 'body')).map(({ kind }) => kind);
  const areas = await allAreas(within);
  const title = body ? `Change ${body.name}` : 'Add a body';
  const facts = {
    title,
    body,
    answers,
    days,
    errors,
    kinds: [...new Set([...BODY_KINDS, ...own])],
    areas: [
      { value: '', text: 'No area' },
      ...areas.map(area => ({ value: area.id, text: areaWithKind(area) })),
    ],
    here: body ? `${bodyAddress(body.id)}/edit` : `${bodyAddress()}/new`,
    back: bodyAddress(body?.id),
  };
  const steps = body
    ? [{ text: body.name, href: bodyAddress(body.id) }, { text: 'Change' }]
    : [{ text: 'Add' }];
  const frame = { title, trail: bodyTrail(...steps) };
  return page('organisations/pages/edit-body/edit.njk', facts, frame, errors.length ? 422 : 200);
}
