import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { askForFile } from '../../actions/ask-for-file.ts';
import { giveOut } from '../../actions/give-out.ts';
import { linesToExport, MOST_EXPORTED } from '../../queries/export.ts';
import type { Asked } from '../../rules/asked.ts';
import { addressOf, listOf, readAsked } from '../../rules/asked-address.ts';
import { asAsked } from '../../rules/export/as-asked.ts';
import { markingOf } from '../../rules/export/document-of-all.ts';
import { exportFileName } from '../../rules/export/file-name.ts';
import type { ExportFormat } from '../../rules/export/formats.ts';
import { isLong } from '../../rules/export/long.ts';
import { inWordsDated } from '../../rules/when-dated.ts';
import { writeInThread } from '../../writing-thread.ts';
import { planIdOf } from '../which.ts';

/** The lines of a plan, or of all, as the address asks for them, as a file of this format; a long one is written by a job. */
export const exportFile =
  (format: ExportFormat) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const asked = askedOf(visit);
    if (!asked) return notFound;
    const now = visit.now();
    const found = await visit.within(async within => {
      const lines = await linesToExport(within, asked);
      if (!lines || lines === 'too-many') return lines;
      if (isLong(format.ending, lines.order.length))
        return askForFile(within, { asked, format: format.ending, lines: lines.order.length }, now);
      return {
        exported: asAsked(lines, asked),
        identity: await giveOut(within, lines, format, { now, today: visit.today() }),
      };
    });
    if (!found) return notFound;
    if (found === 'too-many') return redirect(addressOf(listOf(asked.plan), asked), TOO_MANY);
    if (typeof found === 'string') return redirect(`/exports/${found}`);
    const { exported, identity } = found;
    const day = inWordsDated(visit.today().toString());
    const made = { by: visit.who.organisation.name, at: now, day, export: identity };
    const content = await writeInThread(exported, format.ending, made);
    if (!content) return redirect(addressOf(listOf(asked.plan), asked), TOO_LONG);
    const marking = markingOf(exported);
    const name = exportFileName({
      title: exported.title,
      ...(!exported.whole && { day }),
      marking,
      ending: format.ending,
    });
    return { kind: 'file', name, mediaType: format.mediaType, content };
  };

/** What is asked for; nothing where the address of a plan is none. */
export function askedOf(visit: SignedInVisit): Asked | undefined {
  const asked = readAsked(visit.query, visit.who.organisation.timeZone, visit.today());
  if (visit.params.plan === undefined) return asked;
  const plan = planIdOf(visit);
  return plan ? { ...asked, plan } : undefined;
}

const TOO_MANY = `These are more than ${MOST_EXPORTED.toLocaleString('en-GB')} lines, too many for one file. Filter them, and export one part after the other.`;
const TOO_LONG =
  'These lines need more time or memory than one file is given, so none was made. Nothing of the plan is changed. Filter the lines and export one part after the other, or take them as Excel, which needs the least.';
