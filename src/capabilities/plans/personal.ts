import { sql } from 'kysely';
import type { Within } from '../../platform/database/database.ts';
import type { PersonalData } from '../../platform/privacy/personal-data.ts';

/** Lists go by the name that stands with each line: it follows the owner's, whose erasing came before. */
async function followErasedOwners({ db }: Within): Promise<number> {
  const { numAffectedRows } = await sql`
    update lines l set accountable = o.name from owners o
    where o.id = l.accountable_id and l.accountable <> o.name`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** What goes when its plan goes. */
export const KEPT_WITH_PLAN = {
  words: 'As long as the plan; a plan that was taken out is deleted after two years.',
  by: 'delete-old-plans',
};
const RECORD =
  'A public body must be able to say who decided: it stays with the plan (UK GDPR article 17(3)(b)).';

/** What plans keep of people, besides the history. */
export const PLAN_DATA: PersonalData[] = [
  {
    table: 'lines',
    what: 'Names of people in the owner column of plans, and who answers for a line',
    why: 'A plan says who keeps each promise.',
    kept: KEPT_WITH_PLAN,
    of: { names: ['accountable', 'owner'] },
    shown: ['reference', 'what', 'owner', 'accountable', 'state'],
    erased: {
      by: followErasedOwners,
      words:
        'Who answers for a line is no longer named. The printed words of a plan stay: they are listed, for a person to weigh.',
    },
  },
  {
    table: 'plans',
    what: 'Who took a plan out',
    why: 'So that whoever misses it knows whom to ask.',
    kept: { words: 'Until the plan is put back, or deleted after two years.', by: 'delete-old-plans' },
    of: { names: ['removed_by'] },
    shown: ['title', 'removed_by', 'removed_at'],
    erased: { removed_by: '(erased)' },
  },
  {
    table: 'removed_lines',
    what: 'Who took a line out, and why',
    why: 'So that it can be put back, and it is known who decided.',
    kept: KEPT_WITH_PLAN,
    of: { names: ['removed_by'] },
    shown: ['reason', 'removed_by', 'removed_at'],
    erased: { removed_by: '(erased)' },
  },
  {
    table: 'plan_agreements',
    what: 'Who agreed a plan',
    why: 'To say which version was agreed, by whom and when.',
    kept: KEPT_WITH_PLAN,
    of: { names: ['agreed_by', 'recorded_by'] },
    shown: ['agreed_by', 'agreed_on', 'edition', 'recorded_by'],
    erased: { stays: RECORD },
  },
  {
    table: 'plan_showings',
    what: 'Who was shown a plan',
    why: 'To say that a committee or a person saw it.',
    kept: KEPT_WITH_PLAN,
    of: { names: ['shown_to', 'recorded_by'] },
    shown: ['shown_to', 'shown_on', 'recorded_by'],
    erased: { stays: RECORD },
  },
  {
    table: 'exports',
    what: 'Who took a plan out as a file',
    why: 'To know the file again when it comes back, and whom to ask where it went.',
    kept: KEPT_WITH_PLAN,
    of: { names: ['made_by'] },
    shown: ['format', 'lines', 'made_by', 'made_at'],
    erased: { stays: 'Needed to find out where a copy went; it goes with the plan.' },
  },
  {
    table: 'export_files',
    what: 'Long files that somebody asked for',
    why: 'So that they lie ready for whoever asked.',
    kept: { words: 'A day.', by: 'clear-export-files' },
    of: { accounts: ['made_by'] },
    shown: ['name', 'format', 'asked_at'],
    erased: 'rows',
  },
  {
    table: 'views',
    what: 'Views that somebody saved',
    why: 'So that they find them again.',
    kept: { words: 'Until the view is removed.' },
    of: { accounts: ['made_by'] },
    shown: ['name', 'shared', 'made_by_name', 'made_at'],
    erased: { made_by_name: '(erased)' },
  },
  {
    table: 'view_links',
    what: 'Who made a link to a view, and who took it back',
    why: 'To know whom to ask who has it.',
    kept: { words: 'As long as the view.' },
    of: { accounts: ['made_by'], names: ['revoked_by_name'] },
    shown: ['made_by_name', 'made_at', 'expires_at', 'revoked_at'],
    erased: {
      stays: 'A link of somebody who left opens nothing; who made it is needed to find out who had it.',
    },
  },
  {
    table: 'bulk_changes',
    what: 'Changes of many lines that somebody prepared',
    why: 'So that they can be looked at first, and undone for a day.',
    kept: { words: 'A day, for as long as it can be undone.', by: 'clear-bulk-changes' },
    of: { accounts: ['made_by'] },
    shown: ['status', 'lines', 'made_at'],
    erased: 'rows',
  },
];
