import type { Within } from '../../../platform/database/database.ts';
import { type Change, record } from '../../../platform/history/history.ts';
import { askingSettings } from '../queries/settings.ts';
import type { AskingSettings } from '../settings.ts';

/** When and how often people are asked. From the next hour on; what was sent stays sent. */
export async function keepSettings(
  within: Within,
  settings: AskingSettings,
  now: Temporal.Instant,
): Promise<boolean> {
  const before = await askingSettings(within);
  const changes = changesOf(before, settings);
  if (!changes.length) return false;
  const row = {
    hour: settings.hour,
    remind_before: settings.remindBefore,
    remind_after: settings.remindAfter,
    tell_after: settings.tellAfter,
    snoozes: settings.snoozes,
    close_after: settings.closeAfter,
  };
  await within.db
    .insertInto('asking_settings')
    .values(row)
    .onConflict(conflict =>
      conflict
        .column('organisation_id')
        .doUpdateSet(set => ({ ...row, version: set('asking_settings.version', '+', 1) })),
    )
    .execute();
  await record(
    within,
    { kind: 'organisation', id: within.organisation },
    'changed how people are asked',
    changes,
    now,
  );
  return true;
}

const FIELDS = {
  hour: 'hour of the daily message',
  remindBefore: 'reminded before (working days)',
  remindAfter: 'reminded after (working days)',
  tellAfter: 'silence told after (working days)',
  snoozes: 'may put off (times)',
  closeAfter: 'closed without an answer after (months)',
} satisfies Record<keyof AskingSettings, string>;

function changesOf(before: AskingSettings, after: AskingSettings): Change[] {
  return (Object.keys(FIELDS) as (keyof AskingSettings)[]).flatMap(name => {
    const [was, is] = [String(before[name]), String(after[name])];
    return was === is ? [] : [{ field: FIELDS[name], before: was, after: is }];
  });
}
