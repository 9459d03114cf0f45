import { z } from 'zod';
import { readForm } from '../../../../platform/http/form.ts';
import type { Answer, SignedInVisit } from '../../../../platform/http/visit.ts';
import { handOut } from '../../actions/requests.ts';
import type { PrivacyParts } from '../../parts.ts';
import { filesBy } from '../../queries.ts';
import { accessDocument, accessJson } from '../../rules/access-document.ts';
import { meant, readAsked, reference } from './asked.ts';
import { notSaid, showSomebody } from './show.ts';

const shape = z.object({ reference });

/** Hands out everything that is known of somebody, as a document for people or as JSON, and keeps that it was done. */
export const handOutSomebody =
  (parts: PrivacyParts) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const asked = readAsked(visit.form);
    const { value, errors, answers } = readForm(shape, visit.form);
    if (!value) return showSomebody(visit, parts, asked, { errors, act: 'access', answers });
    const found = await visit.within(async within => {
      const { sought, said } = await meant(within, asked);
      if (!said) return undefined;
      const files = visit.form.format === 'zip' ? await filesBy(within, sought.names) : NO_FILES;
      return { files, known: await handOut(within, parts.all(), { sought, ...value }, visit.now()) };
    });
    if (!found) return notSaid(asked);
    const { known, files } = found;
    for (const { about } of known) for (const id of about) visit.shown.add(id);
    const name = `What is known - ${value.reference.replace(/[^\p{L}\p{N} -]/gu, '')}`;
    if (visit.form.format === 'json')
      return {
        kind: 'file',
        name: `${name}.json`,
        mediaType: 'application/json',
        content: accessJson(known),
      };
    const { name: organisation, timeZone: zone } = visit.who.organisation;
    const about = { organisation, ...value, now: visit.now(), zone };
    const document = accessDocument(known, { ...about, leftOut: files.leftOut });
    const { writeDocx, packFiles } = await writers();
    const content = await writeDocx(document);
    if (visit.form.format === 'zip') {
      const own = [
        { name: `${name}.docx`, content },
        { name: `${name}.json`, content: accessJson(known) },
      ];
      const put = files.files.map(file => ({ ...file, name: `files/${file.name.replace(/[\\/]/g, '_')}` }));
      const archive = packFiles([...own, ...put], visit.now());
      return {
        kind: 'file',
        name: `OFFICIAL-SENSITIVE ${name}.zip`,
        mediaType: 'application/zip',
        content: archive,
      };
    }
    return { kind: 'file', name: `OFFICIAL-SENSITIVE ${name}.docx`, mediaType: DOCX, content };
  };

/** A few times a year somebody asks: until then no process holds what writes Word documents and archives. */
const writers = async () => ({
  ...(await import('../../../../documents/docx/write.ts')),
  ...(await import('../../../../documents/zip/pack-files.ts')),
});

const NO_FILES = { files: [], leftOut: [] };

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
