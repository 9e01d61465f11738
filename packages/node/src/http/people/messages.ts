/** `/api/messages`: what owners write to each other, and `/api/introductions` for the desk. */

import type { Request, Router } from 'express';
import type { AppOptions } from '../context.js';
import { endpoint, jsonBody, reply } from '../edge.js';
import {
  expectedQuery,
  messageErasure,
  messageRequest,
  messagesSeen,
  senderRefusal,
  threadPath,
} from '../schemas/index.js';
import { validator } from '../validate.js';

const parseOrder = validator(messageRequest, 'body');
const parseErasure = validator(messageErasure, 'body');
const parseRefusal = validator(senderRefusal, 'body');
const parseSeen = validator(messagesSeen, 'body');
const parsePath = validator(threadPath, 'path');
const parseExpected = validator(expectedQuery, 'query');
const spaceOf = (request: Request) => parsePath(request.params).space;

/** Routes of the messages. */
export function messageRoutes(router: Router, { engine }: AppOptions): void {
  const { messages } = engine;
  const send = reply((request) => {
    const { programme = null, replyTo = null, ...order } = parseOrder(request.body);
    return messages.send({ ...order, programme, replyTo });
  }, 201);
  endpoint(router, '/messages', {
    get: reply(() => messages.threads()),
    post: [...jsonBody, send],
  });
  const erase = reply(async (request) => {
    await messages.erase(parseErasure(request.body));
    return {};
  });
  endpoint(router, '/messages/erase', { post: [...jsonBody, erase] });
  endpoint(router, '/messages/:space', {
    get: reply((request) => messages.thread(spaceOf(request))),
  });
  const markRead = reply(async (request) => {
    const { ids = null } = parseSeen(request.body);
    await messages.markRead(spaceOf(request), ids);
    return {};
  });
  endpoint(router, '/messages/:space/read', { post: [...jsonBody, markRead] });
  const refuse = reply(async (request) => {
    await messages.refuse(spaceOf(request), parseRefusal(request.body).refused);
    return {};
  });
  endpoint(router, '/messages/:space/refuse', { post: [...jsonBody, refuse] });
  const expected = reply(({ query }) => messages.expected(parseExpected(query).date ?? null));
  endpoint(router, '/introductions', { get: expected });
}
