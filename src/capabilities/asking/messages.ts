import type { Message, MessageKind } from '../../platform/mail/message.ts';
import { DAILY, NEW_LINK, URGENT } from './message-kinds.ts';
import { english } from './words/english.ts';
import type { WrittenMessage } from './words/message.ts';

const LINK = 'https://comms.ashmere.example/ask/an-invented-link';

/** Of invented people, for looking at. */
const SAMPLE: WrittenMessage = {
  organisation: 'Borough of Ashmere',
  to: 'Jo Reed',
  today: Temporal.PlainDate.from('2025-06-05'),
  link: LINK,
  until: Temporal.PlainDate.from('2025-07-04'),
  asked: [
    {
      what: 'How is this going?',
      by: Temporal.PlainDate.from('2025-06-03'),
      why: 'late',
      for: null,
      records: {
        titles: ['Publish the flood leaflet in four languages'],
        more: 0,
        kept: 0,
        counts: ['It lies in every library'],
      },
    },
    {
      what: 'Are these lines yours?',
      by: Temporal.PlainDate.from('2025-06-12'),
      why: 'new',
      for: 'Sam Birch',
      records: {
        titles: [
          'Hold a ward panel in the library of Ashmere North',
          'Brief the parish councils on gritting',
        ],
        more: 4,
        kept: 1,
        counts: [],
      },
    },
  ],
  tidings: [
    {
      title: 'Promises this week: 3 due, 1 late',
      lines: ['Was due Friday 30 May 2025: Hold a ward panel, Ashmere North (Mae Lund)'],
      href: 'https://comms.ashmere.example/today',
    },
  ],
  told: [
    {
      what: 'How is this going?',
      of: 'Mae Lund',
      by: Temporal.PlainDate.from('2025-05-29'),
      why: 'silent',
      named: '',
      lost: null,
      href: 'https://comms.ashmere.example/asking/an-invented-request',
    },
  ],
};

const to = { to: { name: 'Jo Reed', address: 'jo.reed@ashmere.example' }, secrets: [LINK] };
const preview = (kind: string, words: { subject: string; text: string }) => (): Message => ({
  kind,
  ...to,
  ...words,
});

export const askingMessages: MessageKind[] = [
  {
    kind: DAILY,
    purpose: 'Asks somebody everything that is asked of them, once a working day at the most.',
    preview: preview(DAILY, english.daily(SAMPLE)),
  },
  {
    kind: URGENT,
    purpose: 'Asks somebody what cannot wait for the daily message.',
    urgent: true,
    preview: preview(
      URGENT,
      english.atOnce({ ...SAMPLE, asked: SAMPLE.asked.slice(0, 1), told: [], tidings: [] }),
    ),
  },
  {
    kind: NEW_LINK,
    purpose: 'Sends somebody whose link has run out a new one, because they asked for it.',
    urgent: true,
    preview: preview(NEW_LINK, english.newLink(SAMPLE)),
  },
];
