import type { WrittenTold } from './message.ts';
import { messagesIn } from './phrases.ts';

// Numbers stand after what they count ("cwestiynau i chi: 3"): before it they would change its first letter.

const date = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const day = (on: Temporal.PlainDate): string => on.toLocaleString('cy', date);
/** "dydd Iau 5 Mehefin 2025", in the middle of a sentence. */
const weekday = (on: Temporal.PlainDate): string =>
  `${on
    .toLocaleString('cy', { weekday: 'long' })
    .toLowerCase()
    .replace('dydd ', '')
    .replace(/^./, first => `dydd ${first.toUpperCase()}`)} ${day(on)}`;

const TOLD_SHORT: Record<WrittenTold['why'], (of: string) => string> = {
  silent: of => `nid yw ${of} wedi ateb`,
  'not-theirs': of => `ni ellir gofyn i ${of}`,
  nobody: of => `ni ellir gofyn i ${of}`,
  undelivered: of => `ni chyrhaeddodd neges at ${of}`,
};

const TOLD: Record<WrittenTold['why'], (one: WrittenTold) => string> = {
  silent: ({ of }) => `Nid yw ${of} wedi ateb`,
  'not-theirs': ({ of, named }) =>
    `Mae ${of} yn dweud mai rhywun arall ddylai ateb${named ? `, ac wedi enwi ${named}` : ''}`,
  nobody: ({ of, unknown }) =>
    unknown
      ? `Nid yw’n hysbys pwy yw “${of}”. Dywedwch pwy ydyw, a gofynnir iddynt`
      : `Ni ellir gofyn i ${of}: nid yw yma mwyach, neu nid oes cyfeiriad ar gael`,
  undelivered: ({ of, lost }) =>
    lost === 'given-up'
      ? `Methwyd â danfon neges at ${of} am ddau ddiwrnod, ac fe’i hanfonir eto`
      : `Ni chyrhaeddodd neges at ${of}, felly nid yw’r cwestiwn wedi’i ofyn`,
};

/** "1:30yb" */
const clock = ({ hour, minute }: Temporal.PlainTime): string =>
  `${hour % 12 || 12}${minute ? `:${String(minute).padStart(2, '0')}` : ''}${hour < 12 ? 'yb' : 'yh'}`;

type Due = { by: Temporal.PlainDate; hour: Temporal.PlainTime | null };

const at = (hour: Temporal.PlainTime | null): string => (hour ? ` am ${clock(hour)}` : '');

const DUE = {
  late: ({ by, hour }: Due) => `roedd angen ateb erbyn ${weekday(by)}${at(hour)}`,
  today: ({ hour }: Due) => `erbyn heddiw${at(hour)}`,
  later: ({ by, hour }: Due) => `erbyn ${weekday(by)}${at(hour)}`,
};

/** What stands in a message of ours; what is asked stays in the words of whoever asks. */
export const welsh = messagesIn({
  lang: 'cy',
  askedSubject: (organisation, { all, late }) =>
    `${organisation} – cwestiynau i chi: ${all}${late ? `, yn hwyr: ${late}` : ''}`,
  toldSubject: (organisation, told) =>
    told.length === 1
      ? `${organisation}: ${TOLD_SHORT[told[0]!.why](told[0]!.of)}`
      : `${organisation} – cwestiynau heb ateb: ${told.length}`,
  tidingsSubject: (organisation, [first]) => `${organisation}: ${first!.title}`,
  beginning: ({ organisation, asked }) =>
    `Mae gan ${organisation} ${asked.length === 1 ? 'un cwestiwn' : 'gwestiynau'} i chi. Mae’n cymryd munud, ar ffôn hefyd. Atebwch yma. Nid oes angen cyfrif arnoch:`,
  ending: until =>
    `Mae’r ddolen yn gweithio tan ${day(until)}, ac i chi yn unig y mae. Os mai rhywun arall ddylai ateb, gallwch ddweud hynny yno, ac os yw’n rhy gynnar, gallwch ohirio’r cwestiwn.`,
  onceADay: organisation =>
    `Cewch un neges o’r fath y dydd ar y mwyaf gan ${organisation}, ar ddiwrnodau gwaith.`,
  whyTold: 'Rydym yn dweud hyn wrthych gan na all neb arall ei ddatrys. Mewngofnodwch i wneud hynny.',
  told: one => `${TOLD[one.why](one)}: ${one.what} (${DUE.later(one)})`,
  forWhom: name => `ar ran ${name}`,
  due: ({ why, ...by }, when) => {
    if (why === 'new') return `newydd, ${DUE[when](by)}`;
    return why === 'again' ? `gofynnoch i ni holi eto heddiw, ${DUE[when](by)}` : DUE[when](by);
  },
  more: records => `a rhagor: ${records}`,
  marked: records => `llinellau wedi’u marcio OFFICIAL-SENSITIVE, nad yw neges yn eu henwi: ${records}`,
  counts: what => `Beth sy’n cyfrif fel wedi’i wneud: ${what}`,
  happened: what => `Beth ddigwyddodd: ${what}`,
  atOnce: {
    subject: (organisation, due) =>
      due
        ? `${organisation}: mae angen i chi weithredu ${DUE.later(due)}`
        : `${organisation}: mae angen ateb gennych nawr`,
    toldSubject: (organisation, due) =>
      due
        ? `${organisation}: nid oes neb i ofyn iddynt am yr hyn sydd i’w wneud ${DUE.later(due)}`
        : `${organisation}: nid oes neb i ofyn iddynt am rywbeth na all aros`,
    beginning: 'Ni allai hyn aros am y neges ddyddiol.',
    answer: 'Atebwch yma. Nid oes angen cyfrif arnoch:',
  },
  newLink: {
    subject: organisation => `${organisation}: eich dolen newydd i ateb`,
    beginning: organisation =>
      `Agorodd rhywun hen ddolen o’ch eiddo a gofyn am un newydd. Mae’n dangos yr hyn y mae ${organisation} yn dal i’w ofyn i chi:`,
    ending: until =>
      `Mae’n gweithio tan ${day(until)}, ac i chi yn unig y mae. Os nad chi a ofynnodd amdani, nid oes angen i chi wneud dim.`,
  },
});
