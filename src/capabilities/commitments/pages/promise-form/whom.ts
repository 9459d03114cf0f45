import type { Spread } from '../../promise.ts';
import { type Named, type PromiseChoices, postsTitled, titleChosen } from '../../queries/promise-choices.ts';
import type { Answers, Reader } from './answers.ts';

const WHOM = ['once', 'areas', 'bodies', 'audience', 'teams', 'post'] as const;

/** For whom it is kept; undefined where the answer is wrong, null for once for all. */
export function readSpread(asked: Reader, choices: PromiseChoices): Spread | null | undefined {
  const whom = asked.one('whom', WHOM, 'Choose for whom it is kept');
  const named = (field: string, all: readonly Named[], words: string) =>
    asked.one(
      field,
      all.map(({ id }) => id),
      words,
    );
  switch (whom) {
    case 'once':
      return null;
    case 'areas':
    case 'bodies':
      return readPlaces(asked, whom, choices);
    case 'audience': {
      const audience = named('audience', choices.audiences, 'Choose an audience');
      return audience === undefined ? undefined : { of: whom, audience };
    }
    case 'teams':
      return { of: whom, teams: readTeams(asked, choices) };
    case 'post': {
      const post = named('post', choices.posts, 'Choose a post');
      const titled = post && titleChosen(post);
      if (titled) return { of: 'posts', titled };
      return post === undefined ? undefined : { of: whom, post };
    }
    default:
      return undefined;
  }
}

function readPlaces(asked: Reader, of: 'areas' | 'bodies', choices: PromiseChoices): Spread | undefined {
  const [field, kinds] =
    of === 'areas' ? (['areaKind', choices.areaKinds] as const) : (['bodyKind', choices.bodyKinds] as const);
  const kind = asked.one(field, kinds, 'Choose of which kind');
  const inside = choices.areas.find(({ id }) => id === asked.answers[`${field}In`]);
  return kind === undefined ? undefined : { of, kind, ...(inside && { within: inside.id }) };
}

const readTeams = (asked: Reader, { teams }: PromiseChoices): string[] =>
  asked.some(
    'teams',
    teams.map(({ id }) => id),
  );

export function spreadAnswers(spread: Spread | null): Answers {
  if (!spread) return { whom: 'once' };
  switch (spread.of) {
    case 'areas':
      return { whom: 'areas', areaKind: spread.kind, areaKindIn: spread.within ?? '' };
    case 'bodies':
      return { whom: 'bodies', bodyKind: spread.kind, bodyKindIn: spread.within ?? '' };
    case 'audience':
      return { whom: 'audience', audience: spread.audience };
    case 'teams':
      return { whom: 'teams', teams: spread.teams.join(',') };
    case 'post':
      return { whom: 'post', post: spread.post };
    case 'posts':
      return { whom: 'post', post: postsTitled(spread.titled) };
  }
}
