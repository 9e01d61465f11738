/** `/api/log`: the log and its replicas, to read and to verify. */

import type { Router } from 'express';
import type { AppOptions } from '../context.js';
import { endpoint, reply } from '../edge.js';
import { auditQuery, logQuery, logVerifyQuery, receiptQuery } from '../schemas/index.js';
import { validator } from '../validate.js';
import { logEntryView } from '../views.js';

/** Entries in one answer: the default, and the most. */
const COUNT_DEFAULT = 100;
const COUNT_MAX = 1000;

const parseQuery = validator(logQuery, 'query');
const parseReceipt = validator(receiptQuery, 'query');
const parseAudit = validator(auditQuery, 'query');
const parseVerify = validator(logVerifyQuery, 'query');

/** Routes of the logs. */
export function logRoutes(router: Router, { engine }: AppOptions): void {
  const entries = reply(async (request) => {
    const { space = engine.space, from = '0', count } = parseQuery(request.query);
    const wanted = Math.min(Number(count ?? COUNT_DEFAULT), COUNT_MAX);
    return (await engine.logs.entries(space, Number(from), wanted)).map(logEntryView);
  });
  const verify = reply((request) =>
    engine.logs.verify(parseVerify(request.query).space ?? engine.space),
  );
  const receipt = reply(async (request) => {
    const { space = engine.space, index } = parseReceipt(request.query);
    return { receipt: await engine.logs.receipt(space, Number(index)) };
  });
  const audit = reply((request) => engine.logs.audit(parseAudit(request.query).space));
  endpoint(router, '/log/receipt', { get: receipt });
  endpoint(router, '/log/audit', { get: audit });
  endpoint(router, '/log', { get: entries });
  endpoint(router, '/log/verify', { get: verify });
}
