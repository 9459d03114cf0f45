import { mayAs, ROLES, type Role } from './role.ts';

/**
 * Who may do what: the one list. The page /organisation/permissions shows it, routes ask for the first role that has an
 * act, and doors ask `may` where the role alone does not say it. What is seen is held by the database (docs/decisions/0024).
 *
 * own: of lines that they answer for. given: where they were given it besides their role.
 */
const TABLE = `
               viewer  owner  editor  lead  administrator
  see          yes     yes    yes     yes   yes
  see-marked   given   given  yes     yes   yes
  comment      yes     yes    yes     yes   yes
  update-line  -       own    yes     yes   yes
  change-line  -       -      yes     yes   yes
  change-plan  -       -      yes     yes   yes
  give-part    -       -      -       yes   yes
  look-up      yes     yes    yes     yes   yes
  bring-in     -       -      yes     yes   yes
  change-many  -       -      yes     yes   yes
  registers    -       -      yes     yes   yes
  record-event -       yes    yes     yes   yes
  calendars    -       -      yes     yes   yes
  ask          -       -      yes     yes   yes
  directory    -       -      -       yes   yes
  people       -       -      -       -     yes
  settings     -       -      -       -     yes
`;

type Held = 'yes' | 'own' | 'given' | '-';

/** Each act in words, and where it needs its role: on the plan that it is about, or in the whole organisation. */
export const ACTS = {
  see: {
    where: 'plan',
    words: 'See plans with their history, comments and files; list them, keep views, take copies',
  },
  'see-marked': { where: 'plan', words: 'See what is marked OFFICIAL-SENSITIVE' },
  comment: { where: 'plan', words: 'Comment, and take back their own comments' },
  'update-line': { where: 'plan', words: 'Say how a line stands: its state, its notes and its files' },
  'change-line': {
    where: 'plan',
    words: 'Change everything else of a line; add, move, remove and restore lines',
  },
  'change-plan': {
    where: 'plan',
    words:
      'Change a plan itself; say who agreed and saw it; ask owners whether its lines are theirs; remove and restore it',
  },
  'give-part': { where: 'plan', words: 'Say who may see and change a plan, or the plans of a department' },
  'look-up': { where: 'organisation', words: 'See the registers, the directory, areas and outside bodies' },
  'bring-in': { where: 'organisation', words: 'Give in documents and make plans of them; copy plans' },
  'change-many': {
    where: 'organisation',
    words: 'Change many lines at once; make links to views for others',
  },
  registers: {
    where: 'organisation',
    words: 'Keep the registers, areas, outside bodies, and who covers whom',
  },
  'record-event': {
    where: 'organisation',
    words: 'Record that something happened which promises wait for',
  },
  calendars: {
    where: 'organisation',
    words: 'Keep the calendars that promises hang on: terms, meetings, events, festivals, elections',
  },
  ask: { where: 'organisation', words: 'See what people were asked and answered; ask them instead' },
  directory: {
    where: 'organisation',
    words: 'Keep people, posts, departments and teams; settle replies by mail',
  },
  people: { where: 'organisation', words: 'Say who signs in and as what; bring people in, and see them off' },
  settings: { where: 'organisation', words: 'Change the settings: days, signing in, mail, asking, privacy' },
} as const satisfies Record<string, { where: 'plan' | 'organisation'; words: string }>;

export type Act = keyof typeof ACTS;

export const RIGHTS = Object.fromEntries(
  TABLE.trim()
    .split('\n')
    .slice(1)
    .map(row => {
      const [act, ...held] = row.trim().split(/\s+/);
      return [act, Object.fromEntries(ROLES.map((role, at) => [role, held[at]]))];
    }),
) as Record<Act, Record<Role, Held>>;

/** Somebody, as they stand to one record: their role there, and whether they were given sight of what is marked. */
export type Standing = { role: Role | undefined; marked: boolean };

/** Whether somebody may do something. `theirs`: they answer for the line that it is about. */
export function may({ role, marked }: Standing, act: Act, { theirs = false } = {}): boolean {
  const held = role ? RIGHTS[act][role] : '-';
  return held === 'yes' || (held === 'own' && theirs) || (held === 'given' && marked);
}

/** What an account has in an organisation: a role in all of it or none, and whether it has parts of it besides. */
export type Rights = { everywhere: Role | undefined; marked: boolean; parts: boolean };

/** Whether nothing of the organisation's plans is hidden from them. */
export const seesEverything = ({ everywhere: role, marked }: Rights): boolean =>
  may({ role, marked }, 'see') && may({ role, marked }, 'see-marked');

/** Of two roles the one that may more. */
export const higher = (one: Role | undefined, other: Role | undefined): Role | undefined =>
  one && (!other || mayAs(one, other)) ? one : other;
