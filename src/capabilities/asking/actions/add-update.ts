import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import type { Choice, FieldSaid, RequestState } from '../request.ts';
import type { Sayer, UpdateKind, WrittenDown } from '../update.ts';

export type HeldRequest = {
  id: string;
  kind: string;
  state: RequestState;
  choices: Choice[];
  snoozes: number;
  passed: number;
};

/** The request as it stands, held until the transaction ends, so that two who answer at once stand in line. */
export async function holdRequest({ db }: Within, id: string): Promise<HeldRequest | undefined> {
  const row = await db
    .selectFrom('requests')
    .select(['id', 'kind', 'state', 'choices', 'snoozes', 'passed'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, state: row.state as RequestState, choices: row.choices as Choice[] };
}

export type NewUpdate = {
  kind: UpdateKind;
  choice?: string;
  note?: string;
  picked?: string[] | null;
  name?: string;
  until?: Temporal.PlainDate;
  /** On which day it was done. */
  day?: Temporal.PlainDate | null;
  said?: FieldSaid[];
};

/** Keeps what was said after what was said before; the request is held. */
export async function addUpdate(
  { db }: Within,
  request: string,
  { kind, choice = '', note = '', picked = null, name = '', until, day = null, said = [] }: NewUpdate,
  by: Sayer,
  now: Temporal.Instant,
): Promise<string> {
  const { id } = await db
    .insertInto('request_updates')
    .values({
      request_id: request,
      number: sql<number>`(select count(*)::int + 1 from request_updates where request_id = ${request}::uuid)`,
      kind,
      choice,
      note,
      picked: picked && sql<string[]>`${picked}::uuid[]`,
      name,
      until: until ?? null,
      done_on: day,
      said: json(said),
      by_id: by.person,
      by_name: by.name,
      by_link: by.byLink,
      ...(by.written && writtenColumns(by.written)),
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const writtenColumns = ({ by, byId, way, on }: WrittenDown) => ({
  written_by: by,
  written_by_id: byId,
  way,
  said_on: on,
});
