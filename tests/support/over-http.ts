import { CookieJar } from './jar.ts';

export type Reply = { status: number; location: string | undefined; html: string };

export type SentFile = { name: string; content: Uint8Array };

/** Somebody at a browser without JavaScript, over a real connection; what is not answered was not acknowledged. */
export class OverHttp {
  readonly #jar = new CookieJar();
  #url: string;
  #token: string | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  /** Commsgrid was started again elsewhere. */
  moveTo(url: string): void {
    this.#url = url;
  }

  get(path: string): Promise<Reply> {
    return this.#send(path, {});
  }

  post(path: string, fields: Record<string, string> = {}): Promise<Reply> {
    return this.#send(path, { method: 'POST', body: new URLSearchParams(this.#signed(fields)) });
  }

  /** `halfWay` happens when one half has been sent and the other has not. */
  async upload(path: string, file: SentFile, halfWay?: () => Promise<unknown>): Promise<Reply> {
    const body = new FormData();
    for (const [name, value] of Object.entries(this.#signed({}))) body.append(name, value);
    body.append('file', new Blob([new Uint8Array(file.content)]), file.name);
    const whole = new Response(body);
    const type = whole.headers.get('content-type') ?? '';
    const bytes = new Uint8Array(await whole.arrayBuffer());
    return this.#send(path, {
      method: 'POST',
      body: halfWay ? inTwoHalves(bytes, halfWay) : bytes,
      headers: { 'content-type': type },
      ...(halfWay && { duplex: 'half' }),
    });
  }

  #signed(fields: Record<string, string>): Record<string, string> {
    return this.#token ? { _csrf: this.#token, ...fields } : fields;
  }

  async #send(path: string, how: RequestInit): Promise<Reply> {
    const answer = await fetch(this.#url + path, {
      ...how,
      redirect: 'manual',
      headers: { ...how.headers, cookie: this.#jar.header() },
      signal: AbortSignal.timeout(20_000),
    });
    this.#jar.take({ 'set-cookie': answer.headers.getSetCookie() });
    const html = await answer.text();
    this.#token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? this.#token;
    return { status: answer.status, location: answer.headers.get('location') ?? undefined, html };
  }
}

function inTwoHalves(bytes: Uint8Array, halfWay: () => Promise<unknown>): ReadableStream<Uint8Array> {
  const middle = Math.floor(bytes.length / 2);
  return new ReadableStream({
    async start(sending) {
      sending.enqueue(bytes.subarray(0, middle));
      await halfWay();
      sending.enqueue(bytes.subarray(middle));
      sending.close();
    },
  });
}

const PASSWORD = 'lantern orchard gravel';

/** Sets up the first account by the printed link, and an organisation of its own. */
export async function setUp(url: string, firstLink: string): Promise<OverHttp> {
  const person = new OverHttp(url);
  await person.get(firstLink);
  const account = { name: 'Ada Marsh', email: 'ada@ashmere.example', password: PASSWORD };
  expectMoved(await person.post(firstLink, account));
  await person.get('/organisations/new');
  expectMoved(await person.post('/organisations/new', { name: 'Borough of Ashmere' }));
  return person;
}

/** @returns where it leads. */
export function expectMoved({ status, location, html }: Reply): string {
  if (status === 303 && location) return location;
  throw new Error(
    `Expected to be led on, and got ${status}:\n${html.replace(/<[^>]*>|\s+/g, ' ').slice(0, 2_000)}`,
  );
}
