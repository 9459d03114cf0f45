/** How an organisation asks its people. Days are working days. */
export type AskingSettings = {
  /** From which hour of the day, on the organisation's clocks, the daily message goes. */
  hour: number;
  /** So many days before it is due somebody is reminded; 0 for not at all before. */
  remindBefore: number;
  /** So many days after it was due, each. */
  remindAfter: number[];
  /** So many days after it was due the manager or lead is told that nobody answered. */
  tellAfter: number;
  /** How often somebody may put one request off. */
  snoozes: number;
  /** So many months after somebody was told, what nobody answered still is closed. */
  closeAfter: number;
};

export const USUAL_SETTINGS: AskingSettings = {
  hour: 9,
  remindBefore: 3,
  remindAfter: [2, 5],
  tellAfter: 5,
  snoozes: 2,
  closeAfter: 3,
};

/** The furthest that something is put off at once, in working days. */
export const LONGEST_SNOOZE = 10;

/** How long a link answers: longer than a holiday. */
export const LINK_LIFETIME = Temporal.Duration.from({ hours: 30 * 24 });

/** How often a request goes on to whom it is said to be by those asked, before the lead decides. */
export const MOST_PASSED = 3;
