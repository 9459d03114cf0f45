import type { DocumentOut } from '../../../documents/document-out.ts';
import type { Known } from '../../../platform/privacy/of-somebody.ts';
import { asText, inWords } from './in-words.ts';

type About = {
  organisation: string;
  reference: string;
  now: Temporal.Instant;
  zone: string;
  /** Files that were too large to be put with it. */
  leftOut: string[];
};

/** What somebody is handed who asks what is known of them: each kind with why it is kept, for how long, and its rows. */
export function accessDocument(
  known: Known[],
  { organisation, reference, now, zone, leftOut }: About,
): DocumentOut {
  return {
    title: `What ${organisation} keeps of you`,
    marking: 'OFFICIAL-SENSITIVE',
    orientation: 'landscape',
    creator: organisation,
    created: now,
    introduction: [
      reference,
      'Answer to a request for access (UK GDPR article 15): everything that is kept under your name, your addresses and your account, why, and for how long.',
      'You can ask for what is wrong to be put right, and for what need not be kept to be erased (articles 16 and 17). If you are not content with this answer, you can complain to the Information Commissioner (ico.org.uk).',
      ...(leftOut.length ? [`Too large to be put with this, ask for them: ${leftOut.join('; ')}.`] : []),
    ],
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
