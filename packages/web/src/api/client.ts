/** Calls to the people's routes of the page's own node, with its session cookie. */

import { call } from '../platform/network.js';

type Query = Readonly<Record<string, string | number | null | undefined>>;

function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined) search.set(name, String(value));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

/** The own node. Each call @throws Unreachable; Refused */
export const api = {
  get<T>(path: string, query: Query = {}, timeoutMilliseconds?: number): Promise<T> {
    return call({
      method: 'GET',
      url: withQuery(path, query),
      cookies: true,
      ...(timeoutMilliseconds !== undefined && { timeoutMilliseconds }),
    });
  },
  post<T>(path: string, body: unknown = {}, timeoutMilliseconds?: number): Promise<T> {
    return call({
      method: 'POST',
      url: path,
      body,
      cookies: true,
      ...(timeoutMilliseconds !== undefined && { timeoutMilliseconds }),
    });
  },
  patch<T>(path: string, body: unknown): Promise<T> {
    return call({ method: 'PATCH', url: path, body, cookies: true });
  },
};
