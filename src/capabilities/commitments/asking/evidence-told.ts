import { isRefused } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { type AnswerGiven, actorOf, updateSubject } from '../../asking/index.ts';
import { attach, attachable, attachedFile, attachmentsOf } from '../../attachments/index.ts';
import { type Settling, settle } from '../actions/settle.ts';
import { undoSettle } from '../actions/undo-settle.ts';
import { evidenceSubject, type NewEvidence } from '../evidence.ts';
import type { When } from '../when.ts';
import { answeredOn } from './answered-on.ts';
import { ATTENDANCE, type EvidenceAnswer, FEEDBACK } from './kinds.ts';

/** An answer about occurrences, by the update that holds it. */
export type Told = AnswerGiven & { update: string };

/**
 * What somebody answers settles what they were asked about, with what they have to show. Whoever answers again takes back
 * what they said before.
 */
export async function settleByAnswer(
  within: Within,
  told: Told,
  when: When & { zone: string },
): Promise<void> {
  for (const settling of await settlingsBy(within, told.earlier))
    await undoSettle(within, { settling }, when.now);
  const settled = await settle(
    within,
    { ...settlingOf(told, when), evidence: evidenceOf(told) },
    saidBy(told),
    when,
  );
  if (isRefused(settled)) return; // nothing of it is there any more
  for (const id of settled.evidence) await keepFiles(within, id, told.update, when.now);
}

/** Under which acts answers settled something. */
async function settlingsBy({ db }: Within, updates: readonly string[]): Promise<string[]> {
  if (!updates.length) return [];
  const rows = await db
    .selectFrom('evidence')
    .select('settling_id as settling')
    .distinct()
    .where('request_update_id', 'in', [...updates])
    .execute();
  return rows.flatMap(({ settling }) => settling ?? []);
}

/** Under whose name it stands: of whoever answered, and by which way. */
const saidBy = ({ by }: AnswerGiven) => ({ name: actorOf(by).name, account: by.written?.byId ?? null });

function evidenceOf({ note, said, update }: Told): NewEvidence {
  const came = said[ATTENDANCE];
  return {
    note,
    attendance: came === undefined ? null : Number(came),
    feedback: said[FEEDBACK] ?? '',
    update,
  };
}

function settlingOf({ choice, day, note, records, ...given }: Told, when: When & { zone: string }): Settling {
  const occurrences = records.map(({ id }) => id);
  const those: Settling = {
    occurrences: records.filter(({ picked }) => picked).map(({ id }) => id),
    as: 'done',
    doneOn: answeredOn(given, when),
    inTime: true,
  };
  const said: { [answer in EvidenceAnswer]: Settling } = {
    done: { occurrences, as: 'done', doneOn: answeredOn(given, when), inTime: true },
    late: { occurrences, as: 'done', doneOn: day ?? answeredOn(given, when) },
    except: those,
    some: those,
    no: { occurrences, as: 'not-done', reason: note },
    nothing: { occurrences, as: 'nothing', reason: note },
  };
  return said[choice as EvidenceAnswer];
}

/** Proof that came with an answer stands with the evidence. */
async function keepFiles(
  within: Within,
  evidence: string,
  update: string,
  now: Temporal.Instant,
): Promise<void> {
  for (const { id } of await attachmentsOf(within, updateSubject(update))) {
    const file = await attachedFile(within, updateSubject(update), id);
    const kept = file && (await attachable(file));
    if (kept && !isRefused(kept)) await attach(within, evidenceSubject(evidence), kept, now);
  }
}
