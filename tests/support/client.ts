import type { FastifyInstance } from 'fastify';
import { type HTMLElement, parse } from 'node-html-parser';
import { CookieJar } from './jar.ts';
import { wordsOf } from './page-words.ts';
import { refuseFaults, tokenIn } from './seen-before.ts';

/** What came back for one request, read as a person would: the words, the fields, where it leads. */
export type Response = {
  status: number;
  /** The address asked for last, after redirects where they were followed. */
  path: string;
  /** Where a redirect leads. */
  location: string | undefined;
  headers: Record<string, unknown>;
  html: string;
  /** The visible words, blanks drawn together. */
  text: string;
  dom: HTMLElement;
  bytes: Buffer;
};

export type Fields = Record<string, string | string[]>;
export type SentFile = { field?: string; name: string; content: Uint8Array | string; mediaType?: string };
export type Sending = {
  /** Go where a redirect leads, as a browser does. */
  follow?: boolean;
  /** Do not send the form's token, as a forged form would not. */
  forged?: boolean;
  headers?: Record<string, string>;
};

/** A browser without JavaScript: keeps cookies, sends forms with the token of the page it saw last. */
export class Client {
  readonly jar = new CookieJar();
  readonly #app: FastifyInstance;
  readonly #address: string;
  #csrf: string | undefined;

  constructor(app: FastifyInstance, address = '127.0.0.1') {
    this.#app = app;
    this.#address = address;
  }

  get(path: string, sending: Sending = {}): Promise<Response> {
    return this.#send('GET', path, undefined, sending);
  }

  async post(path: string, fields: Fields = {}, sending: Sending = {}): Promise<Response> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(await this.#withToken(path, fields, sending)))
      for (const one of [value].flat()) body.append(name, one);
    return this.#send('POST', path, body, sending);
  }

  async upload(
    path: string,
    files: SentFile | SentFile[],
    fields: Fields = {},
    sending: Sending = {},
  ): Promise<Response> {
    const body = new FormData();
    for (const [name, value] of Object.entries(await this.#withToken(path, fields, sending)))
      for (const one of [value].flat()) body.append(name, one);
    for (const { field = 'file', name, content, mediaType } of [files].flat())
      body.append(
        field,
        new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type: mediaType }),
        name,
      );
    return this.#send('POST', path, body, sending);
  }

  async #withToken(path: string, fields: Fields, { forged }: Sending): Promise<Fields> {
    if (forged) return fields;
    // the form's own page, and else pages with a form that are there for everybody
    for (const page of [path, '/account', '/sign-in']) if (!this.#csrf) await this.get(page);
    return this.#csrf ? { _csrf: this.#csrf, ...fields } : fields;
  }

  async #send(
    method: 'GET' | 'POST',
    path: string,
    payload: URLSearchParams | FormData | undefined,
    { follow, headers }: Sending,
  ): Promise<Response> {
    const body = payload && new Request('http://localhost', { method: 'POST', body: payload });
    const answer = await this.#app.inject({
      method,
      url: path,
      remoteAddress: this.#address,
      headers: {
        ...(this.jar.header() && { cookie: this.jar.header() }),
        ...(body && { 'content-type': body.headers.get('content-type')! }),
        ...headers,
      },
      ...(body && { payload: Buffer.from(await body.arrayBuffer()) }),
    });
    this.jar.take(answer.headers);
    const response = read(path, answer.statusCode, answer.headers, answer.rawPayload);
    this.#csrf = tokenIn(response.html) ?? (method === 'POST' ? undefined : this.#csrf);
    return follow && response.location ? this.get(response.location, { follow, headers }) : response;
  }
}

/**
 * Every page that any test sees goes through the checker; a fault fails that test. What a test does not look at is not
 * made: an attack on every route looks at thousands of pages, and at the words of few.
 */
function read(path: string, status: number, headers: Record<string, unknown>, bytes: Buffer): Response {
  const isPage = String(headers['content-type'] ?? '').startsWith('text/html');
  const html = isPage || /json|text/.test(String(headers['content-type'])) ? bytes.toString() : '';
  if (isPage) refuseFaults(path, status, html);
  let dom: HTMLElement | undefined;
  let text: string | undefined;
  const page = () => (dom ??= parse(html));
  return {
    status,
    path,
    location: headers.location as string | undefined,
    headers,
    html,
    bytes,
    get dom() {
      return page();
    },
    get text() {
      text ??= wordsOf(page());
      return text;
    },
  };
}
