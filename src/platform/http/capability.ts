import type { Within } from '../database/database.ts';
import type { AnyJob } from '../jobs/job.ts';
import type { Timed } from '../jobs/timed.ts';
import type { MessageKind } from '../mail/message.ts';
import type { PersonalData } from '../privacy/personal-data.ts';
import type { Needs, RouteOptions } from './needs.ts';
import type { OrganisationPage } from './organisation-page.ts';
import type { Answer, ArrivingVisit, SignedInVisit, Visit } from './visit.ts';

/** What a capability gives the app to mount. */
export type Capability = {
  name: string;
  /** Of many pages, loaded when they are asked for: the worker serves none, and would hold them all in memory. */
  routes?: (routes: Routes) => void | Promise<void>;
  jobs?: AnyJob[];
  /** Jobs that come by the clock, once a period for each organisation; they need not stand among `jobs` as well. */
  timed?: Timed[];
  /**
   * Items of the main navigation, or of the lists `under` one of them; those with the lower place come first. `leads`: its
   * own page is no list and leads to all of them, so that it does not stand among them a second time.
   */
  navigation?: { text: string; href: string; place: number; under?: string; needs?: Needs; leads?: true }[];
  /** Pages by which the organisation is looked after; its own page lists them for whoever may open them. */
  organisationPages?: OrganisationPage[];
  /** What pages of capabilities above show of this one, by the name that they ask for it under. */
  panels?: Record<string, Panel>;
  /** The kinds of message that it writes to people; each can be looked at on `/dev/messages`. */
  messages?: MessageKind[];
  /** What it keeps of people, why and for how long. */
  personal?: PersonalData[];
  /**
   * Told what an answer shows before it leaves, so that it can keep who was shown what. It is asked for every answer, so
   * that no page can forget it; where it fails, nothing leaves.
   */
  leaving?: (visit: SignedInVisit, answer: Leaving) => Promise<void>;
  /** Fills a sample organisation, for looking round. */
  sample?: Sample;
};

/** A part of a page, as markup: what it is `about` is said by the page that asks. */
export type Panel = (within: Within, about: Record<string, string>) => Promise<string>;

/** What leaves: a page as markup, or a file, of which only its address says what it is. */
export type Leaving = { kind: 'page' | 'file'; html: string };

export type Sample = (within: Within, now: Temporal.Instant) => Promise<void>;

export type Handler<V extends Visit> = (visit: V) => Promise<Answer> | Answer;

/** How a capability names its routes. Every route says who may come: that is checked before the handler runs. */
export type Routes = {
  /** For people who are signed in for an organisation, in at least the role named: on the plan, if the path names one. */
  get: (path: string, needs: Needs, handler: Handler<SignedInVisit>, options?: RouteOptions) => void;
  post: (path: string, needs: Needs, handler: Handler<SignedInVisit>, options?: RouteOptions) => void;
  /** For people whose account is known but who have not chosen (or made) an organisation. */
  arriving: (method: 'GET' | 'POST', path: string, handler: Handler<ArrivingVisit>) => void;
  /** For everyone: signing in, the links of set-up. Limited more tightly. */
  open: (method: 'GET' | 'POST', path: string, handler: Handler<Visit>, options?: RouteOptions) => void;
};
