import { sql } from 'kysely';
import type { Within } from '../../../../platform/database/database.ts';

/** A document that a plan was made of (`edition` false) or that was worked into it. */
export type PlanDocument = {
  reading: string;
  file: string;
  at: Temporal.Instant;
  by: string;
  edition: boolean;
};

/** The documents that made a plan what it is, the latest first. */
export async function documentsOfPlan({ db }: Within, plan: string): Promise<PlanDocument[]> {
  const { rows } = await sql<PlanDocument>`
    select r.id as reading, r.file_name as file, coalesce(m.accepted_at, r.given_at) as at,
      coalesce(m.accepted_by, r.given_by) as by, m.reading_id is not null as edition
    from readings r left join merges m on m.reading_id = r.id and m.status = 'accepted'
    where r.plan_id = ${plan} and r.status = 'accepted'
    order by 3 desc limit 20
  `.execute(db);
  return rows;
}
