/** A browser as far as a node sees one: it keeps cookies, and says where its requests come from. */

import fetch, { type Response } from 'node-fetch';

export interface BrowserOptions {
  /** Headers that go along, for example those of a proxy. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A browser at one node. */
export class Browser {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;
  /** Name → value. */
  readonly cookies = new Map<string, string>();
  /** The `set-cookie` lines of all answers. */
  readonly given: string[] = [];

  constructor(url: string, { headers = {} }: BrowserOptions = {}) {
    this.#url = url;
    this.#headers = headers;
  }

  get(path: string): Promise<Response> {
    return this.#send('GET', path, {});
  }

  /** Posts JSON from a page of the node; `headers` may say otherwise. */
  post(
    path: string,
    body: unknown = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const own = { origin: this.#url, 'sec-fetch-site': 'same-origin' };
    return this.#send('POST', path, { ...own, ...headers }, JSON.stringify(body));
  }

  async #send(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: string,
  ): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.#url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(cookie !== '' && { cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...this.#headers,
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    for (const line of response.headers.raw()['set-cookie'] ?? []) this.#keep(line);
    return response;
  }

  #keep(line: string): void {
    this.given.push(line);
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
