import { isRefused } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import { versionOrNone } from '../../../../platform/http/version-field.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { addHolder, changeHolder, removeHolder } from '../../actions/role-holders.ts';
import { LANGUAGES } from '../../person.ts';
import { areaById } from '../../queries/areas.ts';
import { bodyById } from '../../queries/bodies.ts';
import { holderById, type PlacedHolder, rolesInUse } from '../../queries/role-holders.ts';
import { HOLDER_ROLES, type HolderPlace } from '../../role-holder.ts';
import { KEPT_AFTER_ROLE } from '../../rules/kept-until.ts';
import { idOf } from '../directory-addresses.ts';
import {
  areaAddress,
  areaTrail,
  bodyAddress,
  bodyTrail,
  holderAddress,
  wordsIn,
} from '../place-addresses.ts';
import { answersOf, emptyAnswers, type HolderAnswers, readHolder } from './form.ts';

/** The body or area that an address names. */
function placeOf(visit: SignedInVisit): HolderPlace | undefined {
  const [body, area] = [idOf(visit, 'body'), idOf(visit, 'area')];
  return body ? { body } : area ? { area } : undefined;
}

const addressOf = (place: HolderPlace): string =>
  'body' in place ? bodyAddress(place.body) : areaAddress(place.area);

export async function newHolder(visit: SignedInVisit): Promise<Answer> {
  const place = placeOf(visit);
  const answers = { ...emptyAnswers, role: wordsIn(visit.query.role, 60) };
  return place ? visit.within(within => show(within, { place, answers })) : notFound;
}

export async function postNewHolder(visit: SignedInVisit): Promise<Answer> {
  const place = placeOf(visit);
  if (!place) return notFound;
  const { values, answers, errors } = readHolder(visit.form);
  return visit.within(async within => {
    if (!values) return show(within, { place, answers, errors });
    const done = await addHolder(within, place, values, visit.now());
    return isRefused(done)
      ? notFound
      : redirect(addressOf(place), `${values.name} is added as ${values.role}.`);
  });
}

export async function editHolder(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit, 'roleHolder');
  return visit.within(async within => {
    const holder = id && (await holderById(within, id));
    return holder ? show(within, { place: holder.place, holder, answers: answersOf(holder) }) : notFound;
  });
}

export async function postHolder(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit, 'roleHolder');
  if (!id) return notFound;
  const { values, answers, errors } = readHolder(visit.form);
  const version = versionOrNone.parse(visit.form.version);
  return visit.within(async within => {
    const holder = await holderById(within, id);
    if (!holder) return notFound;
    if (!values) return show(within, { place: holder.place, holder, answers, errors });
    const done = await changeHolder(within, { id, version, values }, visit.now());
    if ('place' in done)
      return redirect(addressOf(done.place), done.saved ? 'Saved.' : 'Nothing was changed.');
    return done.refused === 'not-found'
      ? notFound
      : show(within, { place: holder.place, holder, answers, errors: fieldProblem('name', MEANWHILE) });
  });
}

const MEANWHILE = 'Somebody changed this role holder while you were typing. Open the page again, then save';

export async function postRemoveHolder(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit, 'roleHolder');
  const done = id && (await visit.within(within => removeHolder(within, id, visit.now())));
  if (!done || isRefused(done)) return notFound;
  return redirect(addressOf(done.place), 'Taken out. The history keeps that they were written down here.');
}

type Shown = { place: HolderPlace; holder?: PlacedHolder; answers: HolderAnswers; errors?: PageError[] };

async function show(within: Within, { place, holder, answers, errors = [] }: Shown): Promise<Answer> {
  const of = 'body' in place ? await bodyById(within, place.body) : await areaById(within, place.area);
  if (!of) return notFound;
  const title = holder ? `${holder.name}, ${holder.role}` : 'Add a role holder';
  const facts = {
    title,
    of: of.name,
    holder,
    answers,
    errors,
    roles: [...new Set([...HOLDER_ROLES, ...(await rolesInUse(within))])],
    languages: Object.entries(LANGUAGES).map(([value, text]) => ({ value, text })),
    months: KEPT_AFTER_ROLE,
    here: holder ? `${holderAddress(holder.id)}/edit` : `${addressOf(place)}/role-holders/new`,
    remove: holder && `${holderAddress(holder.id)}/remove`,
    back: addressOf(place),
  };
  const trail = 'body' in place ? bodyTrail : areaTrail;
  const frame = {
    title,
    trail: trail({ text: of.name, href: addressOf(place) }, { text: holder?.name ?? 'Add' }),
  };
  return page('organisations/pages/role-holder/edit.njk', facts, frame, errors.length ? 422 : 200);
}
