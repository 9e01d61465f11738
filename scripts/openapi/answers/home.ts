/** What a home answers to its owner and to its members' phones. */

import { calendarDate, programmeId, seconds, shape, spaceId, venueId } from '@covisa/protocol';
import type {
  ImportReport,
  MailStatus,
  MemberRequest,
  SentInvitation,
  SpokenCode,
  VisaVisit,
} from '#node/engine/services.js';
import {
  anyText,
  base64url,
  count,
  exactly,
  many,
  spaces,
  textOrNull,
  visitKind,
  weight,
} from './parts.js';

const { bool, closed, literal, nullable, optional } = shape;

/** A member, without visa numbers (http/views.ts). */
export const member = closed({
  id: anyText,
  status: literal('active', 'paused', 'revoked'),
  plan: anyText,
  name: anyText,
  displayName: textOrNull,
  contact: textOrNull,
  since: calendarDate,
  paidUntil: nullable(calendarDate),
  visaYearStart: calendarDate,
  holderKey: nullable(base64url),
  former: many(base64url),
  erasedUntil: optional(calendarDate),
  isStatic: bool,
  ask: bool,
  claim: nullable(closed({ lapses: seconds })),
  issued: nullable(seconds),
});
/** A member with the code, and the link, which is shown once. */
export const invitation = closed({
  member,
  claimCode: textOrNull,
  claimLapses: nullable(seconds),
  claimLink: textOrNull,
});
/** A code for the next phone. */
export const move = closed({ claimCode: anyText, claimLink: textOrNull, lapses: seconds });
/** A visit of a member of ours. */
export const visaVisit = exactly<VisaVisit>()(
  closed({
    host: spaceId,
    hostName: textOrNull,
    venue: venueId,
    date: calendarDate,
    kind: visitKind,
    weight,
    programme: programmeId,
    incarnation: count,
    index: count,
    voided: bool,
    doubledWith: spaces,
  }),
);
const changed = literal('name', 'displayName', 'contact', 'plan', 'since', 'paidUntil');
const reason = literal(
  'cell',
  'plan-missing',
  'repeated',
  'ambiguous',
  'card-change',
  'text',
  'ended',
  'other',
);
/** What a list of members did, or would. */
export const importReport = exactly<ImportReport & { readonly passedOver: readonly string[] }>()(
  closed({
    rows: many(
      closed({
        line: count,
        action: literal('add', 'update', 'unchanged', 'skip', 'error'),
        name: anyText,
        problem: textOrNull,
        reason: optional(reason),
        path: optional(anyText),
        otherLine: optional(count),
        changes: optional(many(changed)),
      }),
    ),
    counts: closed({ add: count, update: count, unchanged: count, skip: count, error: count }),
    passedOver: many(anyText),
  }),
);
export const sentInvitation = exactly<SentInvitation>()(
  closed({ sentTo: anyText, lapses: seconds }),
);
export const mailStatus = exactly<MailStatus>()(closed({ configured: bool, from: textOrNull }));
/** What a member asked for. */
export const memberRequest = exactly<MemberRequest>()(
  closed({
    id: anyText,
    kind: literal('objection', 'erasure'),
    member: anyText,
    memberName: textOrNull,
    recorded: seconds,
    done: nullable(seconds),
    host: nullable(spaceId),
    hostName: textOrNull,
    date: nullable(calendarDate),
    note: textOrNull,
  }),
);
export const spokenCode = exactly<SpokenCode>()(closed({ code: anyText, lapses: seconds }));
