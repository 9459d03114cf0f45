import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { type Answer, page, type Visit } from '../../../../platform/http/visit.ts';
import { newPassword, personName } from '../../account.ts';
import { followLink, type OpenLink, readLink } from '../../actions/links.ts';
import type { Door } from '../../door.ts';
import { linkOver } from '../link-over.ts';

const OVER = linkOver('Ask an administrator of your organisation for a new one.');

/** For somebody who was added, or forgot the password. Looking at the page uses nothing up: scanners look too. */
export function joinPage(door: Door) {
  const { database } = door;
  const read = (visit: Visit) =>
    database.beforeOrganisation(db => readLink(db, visit.params.token!, visit.now()));

  const show = async (visit: Visit): Promise<Answer> => {
    const link = await read(visit);
    return link ? view({ link, token: visit.params.token!, answers: { name: link.account.name } }) : OVER;
  };

  const send = async (visit: Visit): Promise<Answer> => {
    const token = visit.params.token!;
    const link = await read(visit);
    if (!link) return OVER;
    // whoever came in before keeps the name that stands beside what they did
    const form = link.account.hasPassword ? { ...visit.form, name: link.account.name } : visit.form;
    const { value, errors, answers } = readForm(shape(link, String(form.name ?? '')), form);
    if (!value) return view({ link, token, errors, answers }, 422);
    const { email } = link.account;
    const followed = await followLink(database, token, value, door.whence(visit, email), visit.now());
    if ('refused' in followed) return OVER;
    const notice = link.organisation && `You are signed in for ${link.organisation.name}.`;
    return door.goOn(visit, followed.in, email, '/', notice);
  };

  return { show, send };
}

const shape = ({ account, organisation }: OpenLink, name: string) =>
  z.object({
    name: personName,
    password: newPassword({ name, email: account.email, organisation: organisation?.name }),
  });

type Facts = { link: OpenLink; token: string; answers: Record<string, string>; errors?: PageError[] };

function view(facts: Facts, status = 200): Answer {
  const { account, organisation } = facts.link;
  const title = account.hasPassword ? 'Choose a new password' : `Join ${organisation?.name ?? 'Commsgrid'}`;
  return page('access/pages/join/page.njk', { ...facts, title }, { title, organisation }, status);
}
