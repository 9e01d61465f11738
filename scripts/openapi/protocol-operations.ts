/** The protocol's routes: between nodes, for wallets, and for everybody. */

import {
  INCARNATIONS_MAX,
  listing,
  profile,
  shape,
  spaceId,
  walletOverview,
} from '@covisa/protocol';
import { retrievalRequest } from '#node/engine/gossip/resumes.js';
import { collection } from '#node/engine/messages/collecting.js';
import {
  arrivalRequest,
  claimRequest,
  grantRequest,
  objectionRequest,
  receiptRequest,
  spokenCollectRequest,
  tokenRequest,
} from '#node/http/schemas/index.js';
import { arrival } from './answers/desk.js';
import { move, spokenCode, visaVisit } from './answers/home.js';
import { givenOut, messageReceipt } from './answers/messages.js';
import { receipt } from './answers/node.js';
import {
  anyText,
  asShape,
  base64url,
  count,
  many,
  nothing,
  oneOf,
  textOrNull,
} from './answers/parts.js';
import { applied, publicProgramme } from './answers/programmes.js';
import {
  BODY,
  CHECK,
  type Code,
  ENTRIES,
  HOLDER,
  MESSAGE,
  ONCE,
  PRESENTATION,
  SIGNED,
  SYNC,
  VISA,
} from './codes.js';
import { type Content, json, type Operation } from './operation.js';

const { closed, literal, optional } = shape;

const SYNC_TYPE = 'application/covisa-sync';
const sync: Content = {
  type: SYNC_TYPE,
  description:
    'A line of JSON (schemas/sync-header.json), then raw entries, one a line, in the order of the ranges. May be gzipped.',
};
/** What a home answers a host. */
export const grantAnswer = oneOf(
  closed({ granted: literal(true), grant: base64url, k: count }),
  closed({ granted: literal(false), code: anyText, sentence: anyText }),
);

type Signed = Pick<Operation, 'path' | 'summary' | 'body' | 'answer' | 'codes'>;
const signed = ({ codes, ...rest }: Signed): Operation => ({
  method: 'post',
  security: 'peer',
  status: 200,
  codes: [...SIGNED, ...codes],
  ...rest,
});

const BETWEEN_NODES: readonly Operation[] = [
  signed({
    path: '/covisa/v1/sync',
    summary: 'Exchanges what two nodes of a shared programme hold.',
    body: sync,
    answer: sync,
    codes: [...SYNC, 'FORBIDDEN'],
  }),
  signed({
    path: '/covisa/v1/apply',
    summary: 'Applies to a programme with the opening of the own log.',
    body: sync,
    answer: { type: SYNC_TYPE, shape: applied },
    codes: [...SYNC, ...ENTRIES, 'NOT_FOUND'],
  }),
  signed({
    path: '/covisa/v1/resume',
    summary: 'Shows the start of the caller’s new incarnation.',
    body: sync,
    answer: sync,
    codes: [...SYNC, ...ENTRIES, 'FORBIDDEN'],
  }),
  signed({
    path: '/covisa/v1/recovery',
    summary: 'Fetches one’s own logs, by the recovery key alone.',
    body: { type: SYNC_TYPE, shape: retrievalRequest },
    answer: sync,
    codes: ['SYNC_INVALID', 'SHAPE_INVALID', 'RECOVERY_KEY_UNKNOWN'],
  }),
  signed({
    path: '/covisa/v1/grant',
    summary: 'Asks a member’s home for a grant.',
    body: json(grantRequest),
    answer: json(grantAnswer),
    codes: [...PRESENTATION, 'JSON_INVALID', 'NOT_FOUND'],
  }),
  signed({
    path: '/covisa/v1/messages',
    summary: 'Brings a sealed message.',
    body: {
      type: 'application/covisa-message',
      description: 'Ephemeral key (32 bytes), nonce (24) and box, as messages.md says.',
    },
    answer: json(messageReceipt),
    codes: MESSAGE,
  }),
  signed({
    path: '/covisa/v1/messages/collect',
    summary: 'Fetches the messages that wait for the caller, and says which it holds.',
    body: json(collection),
    answer: json(givenOut),
    codes: ['FORBIDDEN', 'JSON_INVALID'],
  }),
  signed({
    path: '/covisa/v1/spoken/collect',
    summary: 'Collects the presentation behind a spoken code.',
    body: json(spokenCollectRequest),
    answer: json(closed({ token: anyText })),
    codes: ['JSON_INVALID', 'NOT_FOUND'],
  }),
];

const visa = json(closed({ visa: base64url }));
const wallet = (
  name: string,
  summary: string,
  body: shape.Shape<object>,
  answer: Content,
  codes: readonly Code[],
): Operation => ({
  method: 'post',
  path: `/covisa/v1/${name}`,
  summary,
  security: 'wallet',
  body: json(body),
  status: 200,
  answer,
  codes: [...BODY, ...codes],
});

const WALLETS: readonly Operation[] = [
  wallet('claim', 'Takes a visa by a claim code.', claimRequest, visa, [
    ...VISA,
    'NOT_FOUND',
    'KEY_INVALID',
  ]),
  wallet('renew', 'Renews a visa.', tokenRequest, visa, [...HOLDER, ...VISA]),
  wallet('renumber', 'Takes a visa under a new number.', tokenRequest, visa, [
    ...HOLDER,
    ...ONCE,
    ...VISA,
  ]),
  wallet(
    'visits',
    'Lists the visits of a visa.',
    tokenRequest,
    json(closed({ visits: many(visaVisit) })),
    HOLDER,
  ),
  wallet('receipt', 'Gives the receipt of a visit.', receiptRequest, json(receipt), HOLDER),
  wallet(
    'overview',
    'Tells all that a wallet judges by, and renews the visa.',
    tokenRequest,
    json(walletOverview),
    [...HOLDER, ...VISA],
  ),
  wallet('move', 'Gives a code for the next phone.', tokenRequest, json(move), [
    ...HOLDER,
    ...ONCE,
    ...VISA,
  ]),
  wallet('move/withdraw', 'Takes that code back.', tokenRequest, json(nothing), [
    ...HOLDER,
    ...ONCE,
  ]),
  wallet('objection', 'Says that a visit is not right.', objectionRequest, json(nothing), [
    ...HOLDER,
    ...ONCE,
    'CONFLICT',
  ]),
  wallet('erasure', 'Wishes to be erased.', tokenRequest, json(nothing), [
    ...HOLDER,
    ...ONCE,
    'CONFLICT',
  ]),
  wallet('arrival', 'Checks in at an unstaffed door.', arrivalRequest, json(arrival), [
    ...CHECK,
    'VISA_STATIC',
    'SELF_CHECK_IN_OFF',
    'CONFLICT',
    'NOT_FREE',
  ]),
  wallet('spoken', 'Leaves a presentation under a code.', tokenRequest, json(spokenCode), [
    ...PRESENTATION,
    'VISA_STATIC',
    'MEMBER_INACTIVE',
  ]),
];

/** What `/.well-known/covisa` answers. */
export const discovery = closed({
  covisa: literal(1),
  space: spaceId,
  incarnation: count,
  name: anyText,
  url: textOrNull,
  inception: base64url,
  resumes: optional(shape.list(base64url, INCARNATIONS_MAX)),
});
const ownProfile = asShape<object>({
  ...profile.schema,
  properties: { space: spaceId.schema, ...Object(profile.schema.properties) },
  required: ['space', ...Object(profile.schema.required)],
});
const point = asShape<object>({
  type: 'object',
  properties: {
    type: { const: 'Point' },
    coordinates: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
  },
  required: ['type', 'coordinates'],
});
const geojson = closed({
  type: literal('FeatureCollection'),
  features: many(
    closed({
      type: literal('Feature'),
      id: anyText,
      geometry: point,
      properties: asShape<object>({ type: 'object' }),
    }),
  ),
});

const read = (
  path: string,
  summary: string,
  answer: Content,
  more: Partial<Operation> = {},
): Operation => ({
  method: 'get',
  path,
  summary,
  security: 'anybody',
  status: 200,
  answer,
  codes: [],
  ...more,
});

const PUBLIC: readonly Operation[] = [
  read('/.well-known/covisa', 'Leads from a domain to the space.', json(discovery)),
  read('/covisa/v1/profile', 'What the space says of itself.', json(ownProfile)),
  read('/covisa/v1/programmes', 'The programmes of the node.', json(many(publicProgramme))),
  read('/covisa/v1/directory', 'The spaces of its programmes.', json(many(listing))),
  read('/covisa/v1/directory.geojson', 'Their venues, for maps.', {
    type: 'application/geo+json',
    shape: geojson,
  }),
  read('/covisa/v1/log/checkpoint', 'The latest checkpoint of the space’s own log.', {
    type: 'text/plain',
    description: 'A signed note of three lines.',
  }),
  read(
    '/covisa/v1/log/tile/{path}',
    'Hashes of that log.',
    { type: 'application/octet-stream', description: '32 bytes for each hash.' },
    { parameters: closed({ path: anyText }), codes: ['NOT_FOUND'] },
  ),
];

/** All of them. */
export const PROTOCOL_OPERATIONS: readonly Operation[] = [...BETWEEN_NODES, ...WALLETS, ...PUBLIC];
