import { HEIC_WORDS } from '../../../platform/files/heic.ts';
import { KINDS_IN_WORDS } from '../../../platform/files/kind-of-file.ts';
import type { InLanguages } from './say.ts';

// In Welsh, numbers stand behind what they count and days behind "erbyn", which changes the first letter of nothing.

/** All that the page behind a link says of itself; what is asked is said by whoever asks. */
export const ANSWER_PAGE = {
  languages: { en: 'Language', cy: 'Iaith' },
  step: { en: '{at} of {all} things we ask of you', cy: 'Cwestiwn {at} o {all}' },
  for: { en: 'for {name}', cy: 'ar ran {name}' },
  askedBy: { en: 'asked by {name}', cy: 'gofynnwyd gan {name}' },
  wasToBeDone: { en: 'was to be done by {moment}', cy: 'roedd angen ei wneud erbyn {moment}' },
  doBy: { en: 'do it by {moment}', cy: 'i’w wneud erbyn {moment}' },
  wasDue: { en: 'was due {day}', cy: 'roedd angen ateb erbyn {day}' },
  answerBy: { en: 'answer by {day}', cy: 'atebwch erbyn {day}' },
  happened: { en: 'What happened:', cy: 'Beth ddigwyddodd:' },
  counts: { en: 'What counts as done:', cy: 'Beth sy’n cyfrif fel wedi’i wneud:' },
  lines: { en: '{number} lines', cy: 'Llinellau: {number}' },
  allOf: { en: 'All {number}', cy: 'Pob un ({number})' },
  keptOne: {
    en: '1 line marked OFFICIAL-SENSITIVE is not shown here: sign in to read it. You can answer all the same.',
    cy: 'Ni ddangosir yma un llinell sydd wedi’i marcio OFFICIAL-SENSITIVE: mewngofnodwch i’w darllen. Gallwch ateb yr un fath.',
  },
  keptMany: {
    en: '{number} lines marked OFFICIAL-SENSITIVE are not shown here: sign in to read them. You can answer all the same.',
    cy: 'Ni ddangosir yma’r llinellau sydd wedi’u marcio OFFICIAL-SENSITIVE ({number}): mewngofnodwch i’w darllen. Gallwch ateb yr un fath.',
  },
  overOne: {
    en: 'One more needs no answer any more: somebody else said what became of it.',
    cy: 'Nid oes angen ateb am un arall mwyach: dywedodd rhywun arall beth ddigwyddodd.',
  },
  overMany: {
    en: '{number} more need no answer any more: somebody else said what became of them.',
    cy: 'Nid oes angen ateb am y lleill ({number}) mwyach: dywedodd rhywun arall beth ddigwyddodd.',
  },
  elsewhere: {
    en: 'This is with somebody else now. You need not do anything.',
    cy: 'Mae hyn gyda rhywun arall nawr. Nid oes angen i chi wneud dim.',
  },
  over: {
    en: 'Nobody needs an answer to this any more. Thank you all the same.',
    cy: 'Nid oes angen ateb i hyn mwyach. Diolch yr un fath.',
  },
  closed: {
    en: 'Nobody answered this for months, so it was closed as never answered. If you can answer it still, tell the communications team: they can write your answer down.',
    cy: 'Ni chafwyd ateb i hyn am fisoedd, felly cafodd ei gau heb ateb. Os gallwch ateb o hyd, dywedwch wrth y tîm cyfathrebu: gallant gofnodi eich ateb.',
  },
  said: { en: 'You answered on {moment}:', cy: 'Ateboch ar {moment}:' },
  saidFor: {
    en: '{name} wrote down on {moment} what was answered for you on {day}:',
    cy: 'Ar {moment}, cofnododd {name} yr ateb a roddwyd ar eich rhan ar {day}:',
  },
  again: {
    en: 'You can answer again. What you said before stays.',
    cy: 'Gallwch ateb eto. Mae’r hyn a ddywedoch o’r blaen yn aros.',
  },
  notMine: { en: 'Not mine: ask someone else', cy: 'Nid fi ddylai ateb: gofynnwch i rywun arall' },
  send: { en: 'Send your answer', cy: 'Anfon eich ateb' },
  sendNext: { en: 'Send, and see the next', cy: 'Anfon, a gweld y nesaf' },
  later: { en: 'Ask me again later', cy: 'Gofynnwch i mi eto’n hwyrach' },
  laterDay: { en: 'On which day?', cy: 'Ar ba ddiwrnod?' },
  laterOnce: {
    en: 'At the latest on {day}. You can do this once more.',
    cy: 'Erbyn {day} fan bellaf. Gallwch wneud hyn unwaith eto.',
  },
  laterOften: {
    en: 'At the latest on {day}. You can do this {number} times.',
    cy: 'Erbyn {day} fan bellaf. Sawl gwaith y gallwch wneud hyn: {number}.',
  },
  laterSend: { en: 'Ask me again then', cy: 'Gofynnwch i mi eto bryd hynny' },
  others: { en: 'Also asked of you', cy: 'Cwestiynau eraill i chi' },
  othersAll: { en: 'What this message asked', cy: 'Yr hyn a ofynnodd y neges hon' },
  andMore: { en: ', and {number} more', cy: ', a rhagor ({number})' },
  isOpen: { en: 'waits for you, by {day}', cy: 'yn aros amdanoch, erbyn {day}' },
  isAnswered: { en: 'you answered', cy: 'rydych wedi ateb' },
  isElsewhere: { en: 'is with somebody else now', cy: 'gyda rhywun arall nawr' },
  isOver: { en: 'is not needed any more', cy: 'nid oes ei angen mwyach' },
  isClosed: { en: 'was closed without an answer', cy: 'cafodd ei gau heb ateb' },
  foot: {
    en: 'No account needed. This link works until {day} and is for {name} alone: whoever has it answers in that name.',
    cy: 'Nid oes angen cyfrif. Mae’r ddolen hon yn gweithio tan {day}, ac i {name} yn unig y mae: bydd pwy bynnag sydd â hi yn ateb yn yr enw hwnnw.',
  },
  doneTitle: { en: 'Nothing more is asked of you', cy: 'Nid oes dim mwy i’w ateb' },
  done: {
    en: 'That was all, {name}. You can close this page.',
    cy: 'Dyna’r cyfan, {name}. Gallwch gau’r dudalen hon.',
  },
  sentTitle: { en: 'Check your inbox', cy: 'Edrychwch yn eich mewnflwch' },
  sent: {
    en: 'If this was ever one of our links, a new one is on its way to the address that the old one was sent to. It can take some minutes.',
    cy: 'Os bu hon erioed yn un o’n dolenni, mae un newydd ar ei ffordd i’r cyfeiriad yr anfonwyd yr hen un iddo. Gall gymryd rhai munudau.',
  },
  notCome: {
    en: 'Nothing comes? Then write back to the message that you have the link from.',
    cy: 'Dim byd yn cyrraedd? Yna atebwch y neges y cawsoch y ddolen ynddi.',
  },
  endedTitle: { en: 'This link cannot be used any more', cy: 'Ni ellir defnyddio’r ddolen hon mwyach' },
  ended: {
    en: 'It has run out, was taken back, or was not copied whole. Nothing that you answered before is lost.',
    cy: 'Mae wedi dod i ben, wedi’i thynnu’n ôl, neu ni chafodd ei chopïo’n gyfan. Nid oes dim a atebwyd gennych o’r blaen wedi’i golli.',
  },
  canSend: {
    en: 'We can send a new one. It goes to the address that the old one was sent to, and to nobody else.',
    cy: 'Gallwn anfon un newydd. Mae’n mynd i’r cyfeiriad yr anfonwyd yr hen un iddo, ac i neb arall.',
  },
  sendLink: { en: 'Send me a new link', cy: 'Anfonwch ddolen newydd ataf' },
  gone: {
    en: 'This is not asked of you any more, so nothing was changed.',
    cy: 'Nid ydym yn gofyn hyn i chi mwyach, felly ni newidiwyd dim.',
  },
  thanks: { en: 'Thank you. Your answer is kept.', cy: 'Diolch. Mae eich ateb wedi’i gadw.' },
  passedOn: { en: 'Thank you. We ask somebody else.', cy: 'Diolch. Byddwn yn gofyn i rywun arall.' },
  putOff: {
    en: 'We ask you again then, and not before.',
    cy: 'Byddwn yn gofyn i chi eto bryd hynny, ac nid cyn hynny.',
  },
  tooOften: {
    en: 'This was put off as often as it can be. Say how it stands instead.',
    cy: 'Mae hyn wedi’i ohirio mor aml ag y gellir. Dywedwch sut mae pethau yn lle hynny.',
  },
} satisfies InLanguages;

/** Beside the fields of an answer. */
export const ANSWER_FIELDS = {
  answer: { en: 'Your answer', cy: 'Eich ateb' },
  which: { en: 'If only some: which?', cy: 'Os mai dim ond rhai: pa rai?' },
  mine: { en: 'Only these', cy: 'Dim ond y rhain' },
  whichExcept: { en: 'If not all: which?', cy: 'Os nad pob un: pa rai?' },
  mineExcept: { en: 'Tick those that you mean', cy: 'Ticiwch y rhai yr ydych yn eu golygu' },
  whose: { en: 'If it is not yours: whose is it?', cy: 'Os nad chi ddylai ateb: pwy ddylai?' },
  name: { en: 'First and last name', cy: 'Enw cyntaf a chyfenw' },
  nameHint: {
    en: 'Leave it empty if you do not know. Whoever asked then decides.',
    cy: 'Gadewch yn wag os nad ydych yn gwybod. Y sawl a ofynnodd fydd wedyn yn penderfynu.',
  },
  note: { en: 'Anything to add?', cy: 'Unrhyw beth i’w ychwanegu?' },
  noteHint: {
    en: 'What was done, what came of it, what is missing. No names of the public.',
    cy: 'Beth a wnaed, beth ddaeth ohono, beth sydd ar goll. Dim enwau aelodau’r cyhoedd.',
  },
  late: { en: 'If it was late: on which day?', cy: 'Os oedd yn hwyr: ar ba ddiwrnod?' },
  doneOn: { en: 'On which day was it done?', cy: 'Ar ba ddiwrnod y cafodd ei wneud?' },
  more: {
    en: 'Tell more: how many came, what they said',
    cy: 'Dweud mwy: faint o bobl ddaeth, beth oedd ganddynt i’w ddweud',
  },
  file: { en: 'Add a photo or file', cy: 'Ychwanegu llun neu ffeil' },
  fileHint: {
    en: 'One photo (JPEG or PNG), PDF, Word, Excel, PowerPoint or text, up to {most}. We remove where a picture was taken.',
    cy: 'Un llun (JPEG neu PNG), PDF, Word, Excel, PowerPoint neu destun, hyd at {most}. Rydym yn dileu’r wybodaeth am ble y tynnwyd llun.',
  },
  day: { en: 'Day', cy: 'Diwrnod' },
  month: { en: 'Month', cy: 'Mis' },
  year: { en: 'Year', cy: 'Blwyddyn' },
} satisfies InLanguages;

/** What is not right yet, field by field. */
export const ANSWER_PROBLEMS = {
  choose: { en: 'Choose an answer', cy: 'Dewiswch ateb' },
  noteNeeded: { en: 'Write a sentence about it', cy: 'Ysgrifennwch frawddeg amdano' },
  tooLong: { en: 'Write {most} characters or fewer', cy: 'Ysgrifennwch {most} nod neu lai' },
  nameTooLong: {
    en: 'Write a name of {most} characters or fewer',
    cy: 'Ysgrifennwch enw o {most} nod neu lai',
  },
  tickOne: {
    en: 'Tick at least one, or choose another answer',
    cy: 'Ticiwch o leiaf un, neu dewiswch ateb arall',
  },
  tickedAll: {
    en: 'You ticked all of them. Leave some out, or choose another answer',
    cy: 'Rydych wedi ticio pob un. Gadewch rai allan, neu dewiswch ateb arall',
  },
  wholeNumber: {
    en: 'Enter a whole number, like 14, or leave it empty',
    cy: 'Rhowch rif cyfan, fel 14, neu gadewch yn wag',
  },
  doneMissing: {
    en: 'Enter the day on which it was done',
    cy: 'Rhowch y diwrnod y cafodd ei wneud',
  },
  doneUnreal: {
    en: 'Enter the day on which it was done as a real date, like 27 3 2026',
    cy: 'Rhowch y diwrnod y cafodd ei wneud fel dyddiad go iawn, fel 27 3 2026',
  },
  doneAhead: { en: 'Enter a day that is not in the future', cy: 'Rhowch ddiwrnod nad yw yn y dyfodol' },
  laterMissing: {
    en: 'Enter the day on which we ask you again',
    cy: 'Rhowch y diwrnod y dylem ofyn i chi eto',
  },
  laterUnreal: {
    en: 'Enter the day on which we ask you again as a real date, like 27 3 2026',
    cy: 'Rhowch y diwrnod y dylem ofyn i chi eto fel dyddiad go iawn, fel 27 3 2026',
  },
  laterNotLater: { en: 'Enter a day after today', cy: 'Rhowch ddiwrnod ar ôl heddiw' },
  laterTooLate: {
    en: 'Enter a day within the next ten working days',
    cy: 'Rhowch ddiwrnod o fewn y deg diwrnod gwaith nesaf',
  },
  fileEmpty: {
    en: 'The file is empty. Choose one that holds something, or leave it out',
    cy: 'Mae’r ffeil yn wag. Dewiswch un â rhywbeth ynddi, neu peidiwch â’i hychwanegu',
  },
  fileLarge: {
    en: 'The file must be {most} or smaller. Send a smaller photo, or your answer without it',
    cy: 'Rhaid i’r ffeil fod yn {most} neu’n llai. Anfonwch lun llai, neu eich ateb hebddo',
  },
  fileHeic: {
    en: HEIC_WORDS,
    cy: 'Mae’r llun hwn mewn fformat (HEIC) na all y rhan fwyaf o gyfrifiaduron ei ddangos. Tynnwch sgrinlun ohono ar y ffôn a dewiswch hwnnw. Ar iPhone gallwch hefyd ei ddewis o Photos yn hytrach na Files, sy’n ei anfon fel JPEG',
  },
  fileKind: {
    en: `The file must be one of these: ${KINDS_IN_WORDS}. A photograph in another format can be saved as JPEG`,
    cy: 'Rhaid i’r ffeil fod yn un o’r rhain: PDF, Word, Excel, PowerPoint, OpenDocument, JPEG, PNG, GIF, WebP, CSV neu destun. Gellir cadw llun mewn fformat arall fel JPEG',
  },
  fileBroken: {
    en: 'The picture is damaged, so the place where it was taken cannot be taken out of it. Choose another one',
    cy: 'Mae’r llun wedi’i ddifrodi, felly ni ellir dileu’r wybodaeth am ble y’i tynnwyd. Dewiswch un arall',
  },
} satisfies InLanguages;
