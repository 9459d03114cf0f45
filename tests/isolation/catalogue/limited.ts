/** What somebody who may not see everything sees of a table (docs/decisions/0024), as the catalogue prints it. */
const SEEN = '(plan_id = ANY (( SELECT plans_seen(false) AS plans_seen)::uuid[]))';
const SEEN_WHOLE = '(plan_id = ANY (( SELECT plans_seen(true) AS plans_seen)::uuid[]))';
const SOMEBODY_OF_ALL = '( SELECT sees_organisation() AS sees_organisation)';
const NOT_SENSITIVE = `'OFFICIAL-SENSITIVE'::text`;

const ofLine = (table: string) =>
  `(${SEEN_WHOLE} OR (${SEEN} AND (EXISTS ( SELECT FROM lines l WHERE (l.id = ${table}.line_id)))))`;
const ofRecord = (table: string) => {
  const there = (lines: string) => `(EXISTS ( SELECT FROM ${lines} l WHERE (l.id = ${table}.subject_id)))`;
  const kinds = PROMISED.map(
    ([kind, kept]) => `WHEN '${kind}'::text THEN ${thereAs(kept, `${table}.subject_id`)}`,
  );
  return `CASE subject_kind WHEN 'plan'::text THEN (subject_id = ANY (( SELECT plans_seen(false) AS plans_seen)::uuid[])) WHEN 'line'::text THEN (${there('lines')} OR ${there('removed_lines')}) ${kinds.join(' ')} WHEN 'reading'::text THEN ${SOMEBODY_OF_ALL} ELSE true END`;
};
/** What belongs to a promise, and the tables that it stands in. */
const PROMISED: [string, string][] = [
  ['promise', 'promises'],
  ['commitment', 'commitments'],
  ['occurrence', 'occurrences'],
  ['evidence', 'evidence'],
  ['concern', 'concerns'],
];
const thereAs = (kept: string, id: string) =>
  `(EXISTS ( SELECT FROM ${kept} ${kept[0]} WHERE (${kept[0]}.id = ${id})))`;
const ofPromise = (table: string) => thereAs('promises', `${table}.promise_id`);
const askedOf = PROMISED.filter(([kind]) => ['promise', 'occurrence', 'concern'].includes(kind))
  .map(([kind, kept]) => `WHEN '${kind}'::text THEN ${thereAs(kept, 'request_records.record_id')}`)
  .join(' ');
const ofOneOrSeveral = `((plan_id IS NULL) OR ${SEEN})`;
const ofEntry = (table: string, column: string) =>
  `(${SOMEBODY_OF_ALL} OR (EXISTS ( SELECT FROM ${table} l WHERE (l.${column} = ${column === 'audience_id' ? 'audiences' : 'channels'}.id))))`;
/** Only whoever edits in the whole organisation comes here, and sees everything. */
const NOBODY = 'false';

const all = (tables: string, condition: (table: string) => string): Record<string, string> =>
  Object.fromEntries(tables.split(' ').map(table => [table, condition(table)]));

/** The narrower policy of each table that has one. */
export const AS_GRANTED: Record<string, string> = {
  plans: '(id = ANY (( SELECT plans_seen(false) AS plans_seen)::uuid[]))',
  lines: `(${SEEN} AND ((marking <> ${NOT_SENSITIVE}) OR ${SEEN_WHOLE}))`,
  removed_lines: `(${SEEN} AND (((line #>> '{row,marking}'::text[]) IS DISTINCT FROM ${NOT_SENSITIVE}) OR ${SEEN_WHOLE}))`,
  ...all(
    'plan_sections plan_agreements plan_showings plan_priorities clauses register_sources line_tallies owner_tallies register_tallies kept_tallies merges',
    () => SEEN,
  ),
  ...all(
    'line_audiences line_channels line_clauses line_contributors line_priorities line_tags unknown_audiences bulk_change_lines',
    ofLine,
  ),
  ...all('comments attachments history', ofRecord),
  ...all('views bulk_changes exports', () => ofOneOrSeveral),
  ...all('readings reading_lines doubt_tallies merge_rows merge_decisions register_merges', () => NOBODY),
  request_records: `CASE kind WHEN 'plan'::text THEN (record_id = ANY (( SELECT plans_seen(false) AS plans_seen)::uuid[])) WHEN 'line'::text THEN (EXISTS ( SELECT FROM lines l WHERE (l.id = request_records.record_id))) ${askedOf} ELSE true END`,
  audiences: ofEntry('line_audiences', 'audience_id'),
  channels: ofEntry('line_channels', 'channel_id'),
  export_files:
    '((made_by = ( SELECT current_person() AS current_person)) AND (from_plans <@ ( SELECT plans_seen(false) AS plans_seen)) AND (from_marked <@ ( SELECT plans_seen(true) AS plans_seen)))',
  promises: `(${SEEN_WHOLE} OR (${SEEN} AND ((line_id IS NULL) OR (EXISTS ( SELECT FROM lines l WHERE (l.id = promises.line_id))))))`,
  ...all('commitments occurrences promise_days evidence concerns', ofPromise),
  evidence_of: thereAs('evidence', 'evidence_of.evidence_id'),
  kept_apart: '(EXISTS ( SELECT FROM lines l WHERE (l.id = kept_apart.line_id)))',
};

/** Columns by which a row belongs to a plan, a line or what was read for one. */
export const BELONGS = ['plan_id', 'line_id', 'reading_id', 'subject_id', 'record_id'];

/** Tables with such a column and no narrower policy, each with its reason. */
export const SEEN_BY_ALL: Record<string, string> = {
  directory_words: 'finds people, areas and bodies by their names; of plans and lines it knows nothing',
  marked_reads: 'who read what is marked is written for everybody, and read by administrators alone',
  grants: 'what a person has parts of is shown to themselves, and to those who may give it',
};
