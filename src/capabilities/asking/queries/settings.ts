import type { Within } from '../../../platform/database/database.ts';
import { type AskingSettings, USUAL_SETTINGS } from '../settings.ts';

/** How the organisation asks: as it said, or as everybody does who said nothing. `version`: 0 where it said nothing. */
export async function askingSettings({ db }: Within): Promise<AskingSettings & { version: number }> {
  const row = await db
    .selectFrom('asking_settings')
    .select(['hour', 'remind_before as remindBefore', 'remind_after as remindAfter'])
    .select(['tell_after as tellAfter', 'snoozes', 'close_after as closeAfter', 'version'])
    .executeTakeFirst();
  return row ?? { ...USUAL_SETTINGS, version: 0 };
}
