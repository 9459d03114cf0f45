import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { makeFeed, revokeFeed } from '../../actions/keep-feeds.ts';
import { FEED_KIND_WORDS, FEED_KINDS, type FeedOf, MOST_FEEDS } from '../../feed.ts';
import { type Feed, feedsOf } from '../../queries/feeds.ts';
import { type Choices, occurrenceChoices } from '../../queries/occurrence-choices.ts';
import { identified } from '../identified.ts';

const shape = z.object({
  of: z.enum(FEED_KINDS, 'Choose what the feed shows'),
  plan: z.string().catch(''),
  channel: z.string().catch(''),
  area: z.string().catch(''),
  onlyEvents: z.literal('yes').optional(),
});

type Shown = { made?: string; errors?: PageError[]; answers?: Record<string, string> };

/** The feeds that somebody made for their own calendar programs: what each shows, when it was read, and its end. */
export function feedsPage(url: string) {
  const show = async (visit: SignedInVisit, shown: Shown = {}): Promise<Answer> => {
    const { account } = visit.who;
    const found = await visit.within(async within => ({
      feeds: await feedsOf(within, account.id),
      choices: await occurrenceChoices(within),
    }));
    for (const { id } of found.choices.plans) visit.shown.add(id);
    return view(visit, found, shown);
  };

  const make = async (visit: SignedInVisit): Promise<Answer> => {
    const { value, errors, answers } = readForm(shape, visit.form);
    if (!value) return show(visit, { errors, answers });
    const of = whichOf(value);
    if (!of) return show(visit, { errors: fieldProblem(value.of, CHOOSE[value.of]), answers });
    const wanted = { account: visit.who.account.id, of, onlyEvents: value.onlyEvents === 'yes' };
    const made = await visit.within(within => makeFeed(within, wanted, visit.now()));
    if (isRefused(made))
      return show(visit, {
        errors:
          made.refused === 'too-many'
            ? fieldProblem('of', `End a feed first: nobody has more than ${MOST_FEEDS}`)
            : fieldProblem(value.of, CHOOSE[value.of]),
        answers,
      });
    return show(visit, { made: url + made.path });
  };

  const revoke = async (visit: SignedInVisit): Promise<Answer> => {
    const feed = identified(visit.params.feed);
    if (!feed) return notFound;
    const named = { account: visit.who.account.id, feed };
    const done = await visit.within(within => revokeFeed(within, named, visit.now()));
    if (isRefused(done)) return notFound;
    return redirect('/feeds', done.revoked ? 'The feed is ended: no program reads it any more.' : undefined);
  };

  return { show: (visit: SignedInVisit) => show(visit, { answers: asked(visit) }), make, revoke };
}

const CHOOSE = {
  person: 'Choose what the feed shows',
  plan: 'Choose a plan',
  channel: 'Choose a channel',
  area: 'Choose an area',
};

function whichOf(value: z.output<typeof shape>): FeedOf | undefined {
  if (value.of === 'person') return { kind: 'person', id: null };
  const id = identified(value[value.of]);
  return id ? { kind: value.of, id } : undefined;
}

/** A page that leads here may say of what. */
function asked({ query }: SignedInVisit): Record<string, string> {
  const of = FEED_KINDS.find(kind => typeof query[kind] === 'string');
  return of ? { of, [of]: String(query[of]) } : {};
}

function view(
  visit: SignedInVisit,
  { feeds, choices }: { feeds: Feed[]; choices: Choices },
  { made, errors, answers = {} }: Shown,
): Answer {
  const facts = {
    made,
    errors,
    answers,
    zone: visit.who.organisation.timeZone,
    open: feeds.filter(({ revokedAt }) => !revokedAt).map(told),
    ended: feeds.filter(({ revokedAt }) => revokedAt).map(told),
    choices: {
      plan: choicesOf(choices.plans, 'a plan'),
      channel: choicesOf(choices.channels, 'a channel'),
      area: choicesOf(choices.areas, 'an area'),
    },
  };
  const title = 'Calendar feeds';
  return page('commitments/pages/feeds/feeds.njk', facts, { title }, errors ? 422 : 200);
}

const told = (feed: Feed) => ({
  ...feed,
  what:
    feed.kind === 'person' ? FEED_KIND_WORDS.person : (feed.name ?? 'Something that is not there any more'),
  kindWords: feed.kind === 'person' ? '' : FEED_KIND_WORDS[feed.kind],
});

const choicesOf = (some: { id: string; name: string }[], one: string) => [
  { value: '', text: `Choose ${one}` },
  ...some.map(({ id, name }) => ({ value: id, text: name })),
];
