import { isRefused, type Refusal, refuse } from '../../../language/refusal.ts';
import { measured } from './measured-fetch.ts';
import { FIRST_PAGE, type GroupsFault, groupsOnPage } from './rules/graph.ts';
import { providerFault } from './rules/provider-fault.ts';

/** Whoever signs on waits for it, and so do those behind them. In milliseconds, for all pages. */
const PATIENCE = 10_000;

/** Of 999 groups each. Who is in more is in more than Microsoft itself lists of anybody. */
const MOST_PAGES = 12;

/**
 * The groups of whoever an access token is of, asked of Microsoft Graph: all of them, or why not. A part of them is never
 * handed on, since what is missing might be what somebody's role hangs on.
 */
export async function groupsByGraph(
  graph: string,
  token: string,
  patience = PATIENCE,
): Promise<string[] | Refusal<GroupsFault>> {
  const until = performance.now() + patience;
  const all: string[] = [];
  let address: string | undefined = graph + FIRST_PAGE;
  for (let pages = 0; address; pages++) {
    if (pages === MOST_PAGES) return refuse('groups-unreadable');
    const said = await ask(address, token, until - performance.now());
    if (isRefused(said)) return said;
    const page = groupsOnPage(said.content, graph);
    if (isRefused(page)) return page;
    all.push(...page.groups);
    address = page.next;
  }
  return all;
}

async function ask(
  address: string,
  token: string,
  left: number,
): Promise<{ content: unknown } | Refusal<GroupsFault>> {
  if (left <= 0) return refuse('groups-away');
  try {
    const answer = await measured(address, {
      method: 'GET',
      headers: { accept: 'application/json', authorization: `Bearer ${token}` },
      body: undefined,
      redirect: 'manual',
      signal: AbortSignal.timeout(Math.ceil(left)),
    });
    if (answer.status === 401 || answer.status === 403) return refuse('groups-not-allowed');
    if (answer.status === 429 || answer.status >= 500) return refuse('groups-away');
    if (answer.status !== 200) return refuse('groups-unreadable');
    return { content: await answer.json() };
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return refuse('groups-unreadable');
    const fault = providerFault(thrown);
    if (!fault) throw thrown;
    return refuse(fault === 'slow' || fault === 'unreachable' ? 'groups-away' : 'groups-unreadable');
  }
}
