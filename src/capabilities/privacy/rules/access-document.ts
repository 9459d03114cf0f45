import type { DocumentOut } from '../../../documents/document-out.ts';
import type { Known } from '../../../platform/privacy/of-somebody.ts';
import { asText, inWords } from './in-words.ts';

type About = { organisation: string; reference: string; now: Temporal.Instant; zone: string };

/** What somebody is handed who asks what is known of them: each kind with why it is kept, for how long, and its rows. */
export function accessDocument(known: Known[], { organisation, reference, now, zone }: About): DocumentOut {
  return {
    title: `What ${organisation} keeps of you`,
    marking: 'OFFICIAL-SENSITIVE',
    orientation: 'landscape',
    creator: organisation,
    created: now,
    introduction: [reference, 'Answer to a request for access (UK GDPR article 15).'],
    sections: known.map(({ data, rows }) => ({
      heading: data.what,
      paragraphs: [`Why: ${data.why}`, `For how long: ${data.kept.words}`],
      tables: [
        {
          headings: data.shown.map(inWords),
          rows: rows.map(row => data.shown.map(column => asText(row[column], zone))),
        },
      ],
    })),
  };
}

/** The same for programs: every kind with its rows as they are kept. */
export function accessJson(known: Known[]): Uint8Array {
  const kinds = known.map(({ data: { what, why, kept }, rows }) => ({ what, why, kept: kept.words, rows }));
  return Buffer.from(JSON.stringify(kinds, undefined, 2));
}
