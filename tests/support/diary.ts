import assert from 'node:assert/strict';
import type { Inboxes } from './inboxes.ts';
import { runTimed } from './run-timed.ts';

type Lived = {
  /** The capabilities that ask and send; the rest of what comes by the clock is not looked at. */
  looks: readonly string[];
  /** When the worker looks on a day: "T09:05:00Z". */
  hoursOf: (day: Temporal.PlainDate) => readonly string[];
};

/** Days that pass, and a diary of who received what on each: "2025-05-02 pat: 1 thing to answer". */
export function diaryOf(mail: Inboxes, { looks, hoursOf }: Lived) {
  const { site } = mail;
  const ours = { ...site, capabilities: site.capabilities.filter(({ name }) => looks.includes(name)) };
  const diary: string[] = [];
  const noteArrivals = () => {
    const at = site.clock.now().toZonedDateTimeISO('Europe/London');
    for (const { to, text } of mail.fresh().sort((one, other) => one.to[0]!.localeCompare(other.to[0]!))) {
      const subject = /^Subject: (.*)$/m.exec(text)?.[1]?.replace('Borough of Ashmere: ', '');
      assert.ok(at.hour >= 9 && at.hour < 17, `${to[0]} was written to at ${at.toPlainTime()}`);
      diary.push(`${at.toPlainDate()} ${to[0]!.split('.')[0]}: ${subject}`);
    }
  };
  /** Lets the days pass up to one and with it. */
  const liveUntil = async (day: string) => {
    let today = site.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate().add({ days: 1 });
    for (; Temporal.PlainDate.compare(today, day) <= 0; today = today.add({ days: 1 }))
      for (const hour of hoursOf(today)) {
        await runTimed(ours, `${today}${hour}`);
        noteArrivals();
      }
  };
  return {
    diary,
    liveUntil,
    /** Does what is queued by now. */
    work: () => runTimed(ours),
    /** The days pass up to one on which the mail server is away until the office closes. */
    withoutMailOn: async (day: string) => {
      await mail.away();
      await liveUntil(day);
      await runTimed(ours, `${day}T17:00:00Z`);
      await mail.back();
    },
  };
}
