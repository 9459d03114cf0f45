import { type Answer, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { contentOf, type ExportFile, exportFile, KEPT_HOURS } from '../../queries/export-files.ts';
import { listOf } from '../../rules/asked-address.ts';
import { EXPORT_FORMATS } from '../../rules/export/formats.ts';
import { timeFor } from '../../rules/export/long.ts';
import { idIn, PLANS } from '../which.ts';

/** A long file that is being written, lies ready, or could not be made. */
export async function exportFilePage(visit: SignedInVisit): Promise<Answer> {
  const file = await fileOf(visit);
  if (!file) return notFound;
  const { called } = formatOf(file);
  const list = listOf(file.plan ?? undefined);
  const title = TITLES[file.status](called);
  const query = new URLSearchParams(file.said).toString();
  const facts = {
    file,
    title,
    called,
    back: query ? `${list}?${query}` : list,
    here: `/exports/${file.id}`,
    progress: progressOf(file, visit.now()),
    zone: visit.who.organisation.timeZone,
    until: file.askedAt.add({ hours: KEPT_HOURS }),
  };
  return page('plans/pages/export-file/file.njk', facts, { title, trail: [PLANS, { text: title }] });
}

const TITLES: Record<ExportFile['status'], (called: string) => string> = {
  waiting: called => `Writing the ${called}`,
  made: called => `The ${called} is ready`,
  unable: called => `The ${called} could not be made`,
};

/** For the script that waits with the person. */
export async function exportFileStatus(visit: SignedInVisit): Promise<Answer> {
  const file = await fileOf(visit);
  if (!file) return notFound;
  const value = { status: file.status, progress: progressOf(file, visit.now()) };
  return { kind: 'json', value, status: 200 };
}

export async function fetchExportFile(visit: SignedInVisit): Promise<Answer> {
  const id = idIn(visit.params.file);
  const found = await visit.within(async within => {
    const file = id && (await exportFile(within, id, visit.now()));
    const content = file && (await contentOf(within, file.id));
    return file && content && { file, content };
  });
  if (!found) return notFound;
  const { file, content } = found;
  return { kind: 'file', name: file.name, mediaType: formatOf(file).mediaType, content };
}

async function fileOf(visit: SignedInVisit): Promise<ExportFile | undefined> {
  const id = idIn(visit.params.file);
  return id ? visit.within(within => exportFile(within, id, visit.now())) : undefined;
}

const formatOf = ({ format }: ExportFile) => EXPORT_FORMATS.find(({ ending }) => ending === format)!;

function progressOf({ lines, askedAt }: ExportFile, now: Temporal.Instant): string {
  const seconds = Math.max(0, Math.round(now.since(askedAt).total('seconds')));
  const gone = seconds < 90 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
  return `${lines.toLocaleString('en-GB')} lines usually take about ${timeFor(lines)}; ${gone} have gone.`;
}
