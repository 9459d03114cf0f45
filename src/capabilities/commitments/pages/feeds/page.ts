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
import { FEED_KIND_WORDS, FEED_KINDS, type FeedKind, type FeedOf, MOST_FEEDS } from '../../feed.ts';
import { type Feed, feedsOf } from '../../queries/feeds.ts';
import { type Choices, occurrenceChoices } from '../../queries/occurrence-choices.ts';
import { identified } from '../identified.ts';

const MISSING = 'Choose what the feed shows';

/** What it shows is one choice: "person", or the kind and the identifier of a record. */
const shape = z.object({
  shows: z
    .string()
    .catch('')
    .transform(whichOf)
    .pipe(z.custom<FeedOf>(of => of !== undefined, MISSING)),
  onlyEvents: z.literal('yes').optional(),
});

function whichOf(said: string): FeedOf | undefined {
  const [name, sent] = said.split(' ');
  const kind = FEED_KINDS.find(one => one === name);
  if (kind === 'person') return { kind, id: null };
  const id = identified(sent);
  return kind && id ? { kind, id } : undefined;
}

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
    for (const { kind, of } of found.feeds) if (kind === 'plan' && of) visit.shown.add(of);
    return view(visit, found, shown);
  };

  const make = async (visit: SignedInVisit): Promise<Answer> => {
    const { value, errors, answers } = readForm(shape, visit.form);
    if (!value) return show(visit, { errors, answers });
    const wanted = {
      account: visit.who.account.id,
      of: value.shows,
      onlyEvents: value.onlyEvents === 'yes',
    };
    const made = await visit.within(within => makeFeed(within, wanted, visit.now()));
    if (isRefused(made))
      return show(visit, { errors: fieldProblem('shows', NOT_MADE[made.refused]), answers });
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

const NOT_MADE = {
  'not-found': MISSING,
  'too-many': `End a feed first: nobody has more than ${MOST_FEEDS}`,
};

/** A page that leads here may say of what. */
function asked({ query }: SignedInVisit): Record<string, string> {
  const of = FEED_KINDS.find(kind => typeof query[kind] === 'string');
  return of ? { shows: of === 'person' ? of : `${of} ${query[of]}` } : {};
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
    groups: [
      { text: 'A plan', items: choicesOf('plan', choices.plans) },
      { text: 'A channel', items: choicesOf('channel', choices.channels) },
      { text: 'An area, with what is part of it', items: choicesOf('area', choices.areas) },
    ].filter(({ items }) => items.length),
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

const choicesOf = (kind: FeedKind, some: { id: string; name: string }[]) =>
  some.map(({ id, name }) => ({ value: `${kind} ${id}`, text: name }));
