import { hash } from 'node:crypto';
import { checkPage } from './page-checker.ts';

/** The field in which every form of ours has its token, which no two pages share. */
const TOKEN = /name="_csrf" value="([^"]+)"/g;

/** Pages that a test file has seen without a fault: the same page to the same person for the hundredth time has none. */
const faultless = new Set<string>();

/** @throws for what the page checker finds, where this page was not seen before but for its tokens */
export function refuseFaults(path: string, status: number, html: string): void {
  const page = hash('sha1', `${status} ${html.replace(TOKEN, 'name="_csrf" value="token"')}`);
  if (faultless.has(page)) return;
  const faults = checkPage(html, { path, status });
  if (faults.length) throw new Error(`A page has faults:\n  ${faults.join('\n  ')}`);
  faultless.add(page);
}

/** The token of the first form. */
export const tokenIn = (html: string): string | undefined => html.matchAll(TOKEN).next().value?.[1];
