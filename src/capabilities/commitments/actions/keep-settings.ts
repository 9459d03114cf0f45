import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { lengthInWords, limitInWords } from '../../../timing/series/words.ts';
import { changedWords } from '../rules/changed-words.ts';
import { type CommitmentSettings, commitmentSettings } from '../settings.ts';
import { AGREE_DATES } from '../write-dates-asked.ts';

export type NewSettings = Omit<CommitmentSettings, 'version'>;

/**
 * How promises are counted from now on. Grace and warning are for promises that are kept from now on, since each has its own;
 * how days are shifted is for all, whose dates to come follow by a job.
 */
export async function keepSettings(
  within: Within,
  settings: NewSettings,
  now: Temporal.Instant,
): Promise<boolean> {
  const before = await commitmentSettings(within);
  const changes = changedWords(inWords(before), inWords(settings));
  if (!changes.length) return false;
  const row = rowOf(settings, now);
  await within.db
    .insertInto('commitment_settings')
    .values(row)
    .onConflict(conflict =>
      conflict
        .column('organisation_id')
        .doUpdateSet(set => ({ ...row, version: set('commitment_settings.version', '+', 1) })),
    )
    .execute();
  const subject = { kind: 'organisation', id: within.organisation };
  await record(within, subject, 'changed how promises are counted', changes, now);
  if (before.shift !== settings.shift) await enqueue(within, AGREE_DATES, {}, now);
  return true;
}

const rowOf = ({ shift, soon, look, graceDays, warningDays }: NewSettings, now: Temporal.Instant) => ({
  shift,
  soon: soon?.limit ?? null,
  soon_in_working_days: soon?.workingDays ?? false,
  look_count: look.count,
  look_unit: look.unit,
  grace_days: graceDays,
  warning_days: warningDays,
  changed_at: now,
});

const SHIFT_WORDS = {
  none: 'it stays',
  next: 'the next working day',
  previous: 'the working day before',
};

const inWords = ({ shift, soon, look, graceDays, warningDays }: NewSettings): Record<string, string> => ({
  'day that is not worked': SHIFT_WORDS[shift],
  'as soon as practicable': soon ? limitInWords(soon.limit, soon.workingDays) : 'not agreed',
  'looked at': `every ${lengthInWords(look)}`,
  'days of grace': String(graceDays),
  'asked beforehand (working days)': String(warningDays),
});
