import assert from 'node:assert/strict';
import { linkIn } from '../asked.ts';
import { inboxes } from '../inboxes.ts';
import type { Received } from '../mail-server.ts';
import { runTimed } from '../run-timed.ts';
import type { TestSite } from '../site.ts';
import { isWorked } from './days.ts';
import { type Answering, type Asked, answering } from './waiting.ts';

/** What of that which comes by the clock matters to promises and to people's inboxes. */
const LIVED = [
  'promises-follow',
  'write-dates-ahead',
  'ask-what-is-due',
  'tell-leads',
  'daily-messages',
  'send-mail',
];

export type Arrived = { day: string; to: string; subject: string; words: string };

/** What somebody answers to what is asked of them; nothing where they say nothing, or not yet. */
export type Answers = (asked: Asked, today: string) => Answering | undefined;

export type Living = {
  site: TestSite;
  organisation: string;
  arrived: Arrived[];
  /** Lets the nights and mornings pass up to a day and with it; people answer what came. */
  until: (day: string, answers: Answers) => Promise<void>;
  /** Nobody's mail server takes anything until it is opened again. */
  closeMail: () => Promise<void>;
  openMail: () => Promise<void>;
  close: () => Promise<void>;
};

/** A public body whose days pass: by night what is due is asked, in the morning it is in people's inboxes. */
export async function living(now: string): Promise<Living> {
  const mail = await inboxes(now);
  const { site } = mail;
  const lived = site.capabilities.map(one => ({
    ...one,
    timed: one.timed?.filter(({ name }) => LIVED.includes(name)) ?? [],
  }));
  const { organisation } = await site.person({ role: 'editor' });
  const arrived: Arrived[] = [];

  const arrivals = (today: string): Received[] => {
    const fresh = mail.fresh();
    const { hour } = site.clock.now().toZonedDateTimeISO('Europe/London');
    for (const { to, text } of fresh) {
      const subject = /^Subject: (.*(?:\r?\n .*)*)$/m.exec(text)?.[1] ?? '';
      assert.ok(isWorked(today) && hour >= 9 && hour < 17, `${to[0]} was written to on ${today} at ${hour}`);
      arrived.push({ day: today, to: nameOf(to[0]!), subject, words: wordsOf(text) });
    }
    return fresh;
  };

  const morning = async (today: string, answers: Answers) => {
    await runTimed({ ...site, capabilities: lived }, at(today, '09:05'));
    const people = answering(site, organisation);
    let answered = 0;
    const last = new Map(arrivals(today).map(letter => [letter.to[0]!, letter]));
    for (const { to, text } of last.values()) {
      const words = wordsOf(text);
      if (!words.includes('/ask/')) continue; // it tells only what others do not answer
      const link = linkIn({ text: words });
      answered += await people.answer({ to: to[0]!, link }, asked => answers(asked, today));
    }
    if (answered) await site.runJobs();
  };

  return {
    ...{ site, organisation, arrived },
    until: async (day, answers) => {
      let today = tomorrow(site);
      for (; Temporal.PlainDate.compare(today, day) <= 0; today = today.add({ days: 1 })) {
        const text = today.toString();
        // on other days one look does for both: nobody is asked anything, and nothing may leave
        if (isWorked(text)) await runTimed({ ...site, capabilities: lived }, at(text, '04:35'));
        await morning(text, answers);
      }
    },
    closeMail: mail.away,
    openMail: async () => {
      const today = site.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate().toString();
      await runTimed({ ...site, capabilities: lived }, at(today, '17:00')); // the office closes
      await mail.back();
    },
    close: mail.close,
  };
}

/** A moment by the clocks of London. */
export const at = (day: string, time: string): Temporal.Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/London', plainTime: time }).toInstant();

const tomorrow = (site: TestSite): Temporal.PlainDate =>
  site.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate().add({ days: 1 });

/** As a program for mail shows it. */
const wordsOf = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString();

/** "jo" of jo.reed@ashmere.example. */
const nameOf = (address: string): string => address.split('.')[0]!;
