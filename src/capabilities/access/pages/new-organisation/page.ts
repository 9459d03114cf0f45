import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { type Answer, type ArrivingVisit, page, redirect } from '../../../../platform/http/visit.ts';
import { organisationName } from '../../../organisations/index.ts';
import { found, foundSample, SAMPLE_NAME } from '../../actions/founding.ts';
import type { Door } from '../../door.ts';
import { foundingStanding } from '../../queries.ts';
import { mayFound } from '../../rules/people.ts';

const shape = z.object({ name: organisationName });

/** Set up an organisation, or look round a made-up one. */
export function newOrganisationPage({ database, session, samples }: Door) {
  const show = async ({ who }: ArrivingVisit): Promise<Answer> => {
    const standing = await database.beforeOrganisation(db => foundingStanding(db, who.account.id));
    if (mayFound(standing)) return redirect('/organisations');
    return view({ first: standing.organisations === 0 });
  };

  const founder = ({ who, request }: ArrivingVisit) => ({
    account: who.account,
    token: session.read(request)!,
  });

  const foundOne = async (visit: ArrivingVisit): Promise<Answer> => {
    const { value, errors, answers } = readForm(shape, visit.form);
    if (!value) return view({ errors, answers }, 422);
    const founded = await found(database, founder(visit), value.name, visit.now());
    if ('refused' in founded) return redirect('/organisations');
    return redirect(
      '/plans',
      `${value.name} is set up. Give in the first document, or add people under Organisation.`,
    );
  };

  const foundSampleOne = async (visit: ArrivingVisit): Promise<Answer> => {
    const founded = await foundSample(database, founder(visit), samples(), visit.now());
    if ('refused' in founded) return redirect('/organisations');
    return redirect('/plans', `${SAMPLE_NAME} is ready. Everything in it is made up: change what you like.`);
  };

  return { show, found: foundOne, foundSample: foundSampleOne };
}

type Facts = { first?: boolean; errors?: PageError[]; answers?: Record<string, string> };

const view = (facts: Facts, status = 200): Answer =>
  page(
    'access/pages/new-organisation/page.njk',
    { answers: {}, ...facts },
    { title: 'Set up your organisation' },
    status,
  );
