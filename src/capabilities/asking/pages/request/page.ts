import { sizeInWords } from '../../../../language/file-size.ts';
import { day } from '../../../../language/words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { type HistoryEntry, historyOf } from '../../../../platform/history/history.ts';
import { type Answer, mayAs, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { type Attachment, attachmentsOf } from '../../../attachments/index.ts';
import { type Fate, fatesAbout } from '../../../mail/index.ts';
import { takesAnswer } from '../../actions/answer.ts';
import type { RequestKind } from '../../kind.ts';
import { messagesOf, type StoodIn, toldName } from '../../queries/one.ts';
import { type Pending, pendingById } from '../../queries/pending.ts';
import { recordsOf, type ShownRecord } from '../../queries/records.ts';
import { updatesOf } from '../../queries/updates.ts';
import { requestSubject } from '../../request.ts';
import { whyNobody } from '../../rules/why-told.ts';
import { whatHappened } from '../../rules/written.ts';
import { type Update, updateSubject, WAY_WORDS } from '../../update.ts';
import { type AskedOn, whoIsAsked } from '../../who-is-asked.ts';
import { standingWords } from '../standing-words.ts';
import { ASKING, ownerAddress, requestIdOf } from '../which.ts';

export type Kinds = () => readonly RequestKind[];
export type Typed = { answers: Record<string, string>; errors: PageError[] };

type Found = {
  request: Pending;
  asked: AskedOn | undefined;
  records: ShownRecord[];
  updates: (Update & { files: Attachment[] })[];
  messages: StoodIn[];
  fates: Map<string, Fate>;
  told: string | undefined;
  history: HistoryEntry[];
};

/** One request: what was asked of whom, when they were written to, and everything that was said to it. */
export const requestPage =
  (kinds: Kinds) =>
  async (visit: SignedInVisit, typed?: Typed): Promise<Answer> => {
    const id = requestIdOf(visit);
    const found = id && (await visit.within(within => load(within, id, visit.today(), kinds())));
    return found ? show(visit, found, kinds(), typed) : notFound;
  };

async function load(
  within: Within,
  id: string,
  today: Temporal.PlainDate,
  kinds: readonly RequestKind[],
): Promise<Found | undefined> {
  const request = await pendingById(within, id);
  if (!request) return undefined;
  const updates = (await updatesOf(within, [id])).get(id) ?? [];
  const messages = await messagesOf(within, id);
  const written = messages.map(message => message.id);
  const files = await Promise.all(updates.map(one => attachmentsOf(within, updateSubject(one.id))));
  return {
    request,
    asked: (await whoIsAsked(within, [request], today)).get(id),
    records: (await recordsOf(within, [request], kinds)).get(id) ?? [],
    updates: updates.map((one, at) => ({ ...one, files: files[at] ?? [] })),
    messages,
    fates: await fatesAbout(within, 'request-message', written),
    told: await toldName(within, id),
    history: await historyOf(within, requestSubject(id)),
  };
}

function show(visit: SignedInVisit, found: Found, kinds: readonly RequestKind[], typed?: Typed): Answer {
  const { request, asked, told, messages } = found;
  const open = request.state === 'open' || request.state === 'not-theirs';
  const nobody = request.state === 'open' && !asked ? whyNobody(request) : undefined;
  for (const one of found.records) visit.shown.add(one.of ?? one.id); // what is gone is named without leading to it
  const facts = {
    what: request.what,
    kind: kinds.find(({ kind }) => kind === request.kind)?.title,
    standing: standingWords({ ...request, told: told ?? null }, visit.who.organisation.mail, nobody),
    settle: nobody && request.owner && !request.owner.known ? ownerAddress(request.owner.id) : undefined,
    nobody,
    decide: request.state === 'not-theirs',
    named: request.named,
    of: request.person?.name ?? request.owner?.name,
    asked,
    person: asked?.person.id ?? request.person?.id,
    by: request.by,
    byAt: request.byAt,
    happened: whatHappened(found.records),
    askedBy: request.askedBy,
    askedAt: request.askedAt,
    choices: request.choices,
    records: found.records,
    updates: found.updates.map(one => shownUpdate(one, request)),
    messages: messages.map(one => ({
      ...one,
      words: WHY_WORDS[one.why] ?? one.why,
      fate: found.fates.get(one.id),
    })),
    lost: lostOf(found),
    mayOpen: mayAs(visit.who.role, 'administrator'),
    mayEditPeople: mayAs(visit.who.role, 'lead'),
    history: found.history.map(({ at, actor, action, changes }) => ({
      when: at,
      who: actor,
      words: action,
      reason: changes.map(changeWords).filter(Boolean).join('; '),
    })),
    here: `/asking/${request.id}`,
    open,
    mayAct: open && mayAs(visit.who.role, 'editor'),
    mayWrite: takesAnswer(request.state, { byLink: false }),
    zone: visit.who.organisation.timeZone,
    answers: typed?.answers ?? {},
    errors: typed?.errors,
  };
  const frame = { title: request.what, trail: [ASKING, { text: 'One request' }] };
  return page('asking/pages/request/request.njk', facts, frame, typed ? 422 : 200);
}

/** Of a request whose last message did not arrive: to whom, why, and what becomes of it. */
function lostOf({ request, asked, messages, fates }: Found): object | undefined {
  if (request.state !== 'open' || !request.lost || !asked) return undefined;
  const fate = messages.map(({ id }) => fates.get(id)).find(one => one?.lost);
  return {
    again: request.lost === 'given-up',
    name: asked.person.name,
    address: asked.person.email,
    person: asked.person.id,
    why: fate?.why,
    href: fate?.href,
  };
}

const WHY_WORDS: Record<string, string> = {
  new: 'asked',
  soon: 'reminded, before it was due',
  today: 'reminded on the day',
  late: 'reminded, late',
  again: 'asked again, as they wanted',
  waiting: 'stood in it with others',
  silent: 'told that nobody answered',
  'not-theirs': 'told that it is another one’s',
  nobody: 'told that nobody can be asked',
  undelivered: 'told that it did not arrive',
};

/** What somebody wrote stands with their answer; here only that they did. */
function changeWords({ field, after }: HistoryEntry['changes'][number]): string {
  if (field === 'note' || !after) return '';
  return /^\d{4}-\d\d-\d\d$/.test(after) ? `${field} ${day(after)}` : `${field}: ${after}`;
}

function shownUpdate(update: Found['updates'][number], { choices, fields, id }: Pending) {
  const { kind, choice, until, name, picked } = update;
  const text = {
    answer: choices.find(({ key }) => key === choice)?.text ?? choice,
    'not-mine': name ? `Not mine: ${name}` : 'Not mine',
    later: 'Ask me again later',
  }[kind];
  return {
    ...update,
    text,
    until,
    said: update.said.map(({ name, value }) => ({
      label: fields.find(one => one.name === name)?.label ?? name,
      value,
    })),
    written: update.written && { ...update.written, way: WAY_WORDS[update.written.way] },
    picked,
    files: update.files.map(file => ({
      name: file.name,
      size: sizeInWords(file.size),
      href: `/asking/${id}/files/${file.id}`,
    })),
  };
}
