/** As much of a browser as measuring needs: cookies, forms with their token, redirects left alone. */
export class Visitor {
  #cookies = new Map<string, string>();
  readonly address: string;

  constructor(address: string) {
    this.address = address;
  }

  async get(path: string): Promise<{ status: number; text: string; location: string | null }> {
    return this.#answer(await fetch(this.address + path, { headers: this.#headers(), redirect: 'manual' }));
  }

  /** Sends a form; the token comes from the page at `from`. */
  async post(path: string, fields: Record<string, string>, from = path) {
    return this.send(path, { ...fields, _csrf: token((await this.get(from)).text) });
  }

  async send(path: string, fields: Record<string, string>) {
    const sent = {
      method: 'POST',
      headers: this.#headers(),
      redirect: 'manual',
      body: new URLSearchParams(fields),
    } as const;
    return this.#answer(await fetch(this.address + path, sent));
  }

  #headers(): Record<string, string> {
    return { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  async #answer(response: Response) {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name !== undefined) this.#cookies.set(name, value ?? '');
    }
    return {
      status: response.status,
      text: await response.text(),
      location: response.headers.get('location'),
    };
  }
}

export function token(html: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
}
