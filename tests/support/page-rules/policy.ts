import { createHash } from 'node:crypto';
import { inlineScriptHashes } from '../../../src/platform/govuk/views.ts';
import { forEach, type PageRule, tagOf } from './rule.ts';

const ALLOWED = inlineScriptHashes();

/** What the content security policy would block, so that it fails in a test and not silently in a browser. */
export const POLICY_RULES: PageRule[] = [
  forEach('[style]', element => `a style attribute is blocked: ${tagOf(element)}`),
  forEach('style', element => `an inline style sheet is blocked: ${tagOf(element)}`),
  forEach('script', script => {
    if (script.getAttribute('src') || script.getAttribute('nonce')) return undefined;
    const digest = createHash('sha256').update(script.textContent).digest('base64');
    return ALLOWED.includes(`'sha256-${digest}'`)
      ? undefined
      : `an inline script is blocked: ${tagOf(script)}`;
  }),
  forEach('*', element => {
    const handler = Object.keys(element.rawAttributes).find(name => /^on[a-z]+$/i.test(name));
    return handler && `the event handler ${handler} is blocked: ${tagOf(element)}`;
  }),
  forEach('a', link =>
    /^\s*(javascript|data|vbscript):/i.test(link.getAttribute('href') ?? '')
      ? `the address of a link is a script: ${tagOf(link)}`
      : undefined,
  ),
  forEach('link[href], script[src], img[src]', element => {
    const address = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
    return /^(https?:)?\/\//.test(address)
      ? `something is loaded from elsewhere: ${tagOf(element)}`
      : undefined;
  }),
];
