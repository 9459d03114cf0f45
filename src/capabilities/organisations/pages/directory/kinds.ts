import type { NamedKind } from '../../named.ts';

export type ListedKind = 'person' | NamedKind;

type Words = {
  one: string;
  many: string;
  within: string;
  who: string;
  add: string;
  name: string;
  empty: string;
};

/** How each kind of record is spoken of in the directory. */
export const KINDS: Record<ListedKind, Words> = {
  person: {
    one: 'person',
    many: 'People',
    within: 'Department',
    who: 'Posts',
    add: 'Add a person',
    name: 'Name',
    empty: 'Add the people who answer for your plans, or bring them in from a file of your personnel system.',
  },
  post: {
    one: 'post',
    many: 'Posts',
    within: 'Department',
    who: 'Held by',
    add: 'Add a post',
    name: 'Title',
    empty:
      'A post is a job that somebody holds and others cover. Plans that name a post stay right when people move.',
  },
  department: {
    one: 'department',
    many: 'Departments',
    within: 'Part of',
    who: '',
    add: 'Add a department',
    name: 'Name',
    empty: 'Departments say where people belong and who leads communications for them.',
  },
  team: {
    one: 'team',
    many: 'Teams',
    within: 'Department',
    who: 'Led by',
    add: 'Add a team',
    name: 'Name',
    empty: 'A team is asked through whoever leads it.',
  },
  portfolio: {
    one: 'portfolio',
    many: 'Portfolios',
    within: 'Held by',
    who: '',
    add: 'Add a portfolio',
    name: 'Name',
    empty: 'A portfolio is what a councillor or chief officer answers for.',
  },
};

export const LISTED_KINDS = Object.keys(KINDS) as ListedKind[];
