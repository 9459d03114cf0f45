import type { Page } from 'playwright-core';
import type { Stage } from './stage.ts';

/** One page in one state, as somebody sees it. */
export type PageVisit = {
  /** As the capability names it: "GET /plans/:id", or "POST /plans" where the page answers a form. */
  route: string;
  /** What is special about this state, as part of a sentence. */
  state: string;
  path: string;
  /** Nobody signed in where it is absent. */
  as?: keyof Stage['people'];
  /** 200 where it is not said. */
  status?: number;
  /** What must be over by then, such as jobs that earlier visits asked for. */
  before?: () => Promise<unknown>;
  /** What somebody does on the page at `path` to come to the state; the answer to the last form is then looked at. */
  act?: (page: Page) => Promise<void>;
  /** Whether the way through it with the Tab key is walked. */
  keyboard?: boolean;
};

/** A route that answers with something else than a page for people to look at, and why. */
export type NoPage = { route: string; because: string };

export type Visits = { visits: PageVisit[]; noPages?: NoPage[] };

export const press = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).click();
