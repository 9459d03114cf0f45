/** A dated thing of a calendar file, in the days and the time of whoever reads it. Both days are counted. */
export type IcsEntry = {
  /** Who it is for ever, one time of something that repeats among them. */
  uid: string;
  title: string;
  from: Temporal.PlainDate;
  by: Temporal.PlainDate;
  /** "19:00" on its first day; none for whole days. */
  at?: string;
  cancelled: boolean;
};

/** `from` and `by`: what lies outside is passed over, and what repeats is written out up to there. */
export type IcsAsked = { zone: string; from: Temporal.PlainDate; by: Temporal.PlainDate };

/** `told`: what was passed over, each as the rest of "Passed over: …". */
export type IcsRead = { name: string; entries: IcsEntry[]; told: string[] };
