import type { OutgoingHttpHeaders } from 'node:http';

/** The cookies of one browser, as far as the pages use them: set, replaced, cleared. */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  set(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  delete(name: string): void {
    this.#cookies.delete(name);
  }

  take(headers: OutgoingHttpHeaders): void {
    for (const line of [headers['set-cookie'] ?? []].flat()) this.#takeOne(String(line));
  }

  #takeOne(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map(part => part.trim());
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const cleared = attributes.some(attribute => /^max-age=0$|^expires=Thu, 01 Jan 1970/i.test(attribute));
    if (cleared) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
