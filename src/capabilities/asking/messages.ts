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
      hour: null,
      why: 'late',
      for: null,
      records: {
        titles: ['Publish the flood leaflet in four languages'],
        more: 0,
        kept: 0,
        counts: ['It lies in every library'],
        happened: [],
      },
    },
    {
      what: 'Are these lines yours?',
      by: Temporal.PlainDate.from('2025-06-12'),
      hour: null,
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
        happened: [],
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
      hour: null,
      why: 'silent',
      unknown: false,
      named: '',
      lost: null,
      records: { titles: ['Hold a ward panel'], more: 0, kept: 0, counts: [], happened: [] },
      href: 'https://comms.ashmere.example/asking/an-invented-request',
    },
  ],
};

/** What something that happened made due within hours. */
const WITHIN_HOURS: WrittenMessage = {
  ...SAMPLE,
  asked: [
    {
      what: 'This is to be done within hours. Has it been done?',
      by: Temporal.PlainDate.from('2025-06-05'),
      hour: Temporal.PlainTime.from('22:30'),
      why: 'new',
      for: null,
      records: {
        titles: ['Tell the boards that a road is closed, by 5 June 2025 at 10:30pm'],
        more: 0,
        kept: 0,
        counts: ['Each chair was rung'],
        happened: ['Burst main in Harbour Street, 5 June 2025 at 6:30pm'],
      },
    },
  ],
  told: [],
  tidings: [],
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
    preview: preview(URGENT, english.atOnce(WITHIN_HOURS)),
  },
  {
    kind: NEW_LINK,
    purpose: 'Sends somebody whose link has run out a new one, because they asked for it.',
    urgent: true,
    preview: preview(NEW_LINK, english.newLink(SAMPLE)),
  },
];
