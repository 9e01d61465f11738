/** Calls to the people's routes of the page's own node, with its session cookie. */

import { type Call, call, Refused } from '../platform/network.js';

type Query = Readonly<Record<string, string | number | null | undefined>>;

function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined) search.set(name, String(value));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

let sessionLost = (): void => undefined;

/** Calls `run` when the node knows the session no longer. What is returned ends that. */
export function onSessionLost(run: () => void): () => void {
  sessionLost = run;
  return () => {
    sessionLost = () => undefined;
  };
}

async function ask<T>(request: Omit<Call, 'cookies'>): Promise<T> {
  try {
    return await call<T>({ ...request, cookies: true });
  } catch (error) {
    if (error instanceof Refused && error.code === 'UNAUTHORISED') sessionLost();
    throw error;
  }
}

/** The own node. Each call @throws Unreachable; Refused */
export const api = {
  get<T>(path: string, query: Query = {}, timeoutMilliseconds?: number): Promise<T> {
    return ask({
      method: 'GET',
      url: withQuery(path, query),
      ...(timeoutMilliseconds !== undefined && { timeoutMilliseconds }),
    });
  },
  post<T>(path: string, body: unknown = {}, timeoutMilliseconds?: number): Promise<T> {
    return ask({
      method: 'POST',
      url: path,
      body,
      ...(timeoutMilliseconds !== undefined && { timeoutMilliseconds }),
    });
  },
  patch<T>(path: string, body: unknown): Promise<T> {
    return ask({ method: 'PATCH', url: path, body });
  },
};
