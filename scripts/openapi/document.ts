/**
 * spec/openapi.json and spec/openapi-people.json: OpenAPI 3.1 from the shapes by which requests are
 * checked, and from those that answers are held to (test/support/documented-answers.ts).
 */

import { STATUS_OF_CODE } from '#node/http/status.js';
import { ANY, type Code } from './codes.js';
import type { Content, Operation, Security } from './operation.js';
import { PEOPLE_OPERATIONS } from './people-operations.js';
import { PROTOCOL_OPERATIONS } from './protocol-operations.js';
import { NamedSchemas } from './schemas.js';

/** Where a route answers a code by another status than its own. */
const OTHER_STATUS: Readonly<Record<string, number>> = {
  'post /api/test-clock TEST_CLOCK_OFF': 403,
};

/** What a caller shows. */
const SECURITY: Readonly<Record<Security, readonly object[]>> = {
  anybody: [],
  wallet: [],
  peer: [{ signature: [] }],
  browser: [],
  desk: [{ token: [] }, { session: [] }],
  owner: [{ token: [] }, { session: [] }],
};
const WHO: Readonly<Record<Security, string>> = {
  anybody: 'Anybody, from any page.',
  wallet: 'A wallet, from any page: what it shows stands in the body.',
  peer: 'A node, by a signed request (http.md).',
  browser: 'A browser, before it is known.',
  desk: 'The desk and the owner.',
  owner: 'The owner.',
};
const SIGNED_HEADERS = [
  ['covisa-recipient', 'The id of the space that is asked.'],
  ['content-digest', 'RFC 9530: one SHA-256 of the content as sent.'],
  ['signature-input', 'RFC 9421: what is covered, with the tag covisa.'],
  ['signature', 'RFC 9421: 64 bytes of Ed25519.'],
] as const;

function contentOf(content: Content, schemas: NamedSchemas): object {
  const { type, shape } = content;
  return { [type]: shape ? { schema: schemas.of(shape.schema) } : {} };
}

function statusOf({ method, path }: Operation, code: Code): number {
  return OTHER_STATUS[`${method} ${path} ${code}`] ?? STATUS_OF_CODE.get(code) ?? 500;
}

/** One response a status, with the codes that it may have in its description. */
function errorResponses(operation: Operation): object {
  const byStatus = new Map<number, Code[]>();
  for (const code of new Set([...ANY, ...operation.codes])) {
    const status = statusOf(operation, code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const responses = [...byStatus].map(([status, codes]) => [
    status,
    { $ref: '#/components/responses/Error', description: codes.join(', ') },
  ]);
  return Object.fromEntries(responses);
}

function parameter(name: string, place: string, more: object): object {
  return { name, in: place, ...more };
}

/** Path and query by their shapes' members; and the headers of a signed request. */
function parametersOf(operation: Operation, schemas: NamedSchemas): readonly object[] {
  const members = (described: Operation['query'], place: string): readonly object[] => {
    const { properties = {}, required = [] } = Object(described?.schema);
    return Object.entries(properties).map(([name, schema]) =>
      parameter(name, place, {
        required: Array.isArray(required) && required.includes(name),
        schema: schemas.of(schema),
      }),
    );
  };
  const headers = SIGNED_HEADERS.map(([name]) => ({ $ref: `#/components/parameters/${name}` }));
  return [
    ...members(operation.parameters, 'path'),
    ...members(operation.query, 'query'),
    ...(operation.security === 'peer' ? headers : []),
  ];
}

/** `postMembersIdPause` */
function operationId({ method, path }: Operation): string {
  const parts = path.replace(/^\/(?:covisa\/v1|api|\.well-known)/u, '').match(/[a-z]+/gu) ?? [];
  return [method, ...parts.map((one) => one.charAt(0).toUpperCase() + one.slice(1))].join('');
}

function operationOf(operation: Operation, schemas: NamedSchemas): object {
  const { summary, security, body, status, answer } = operation;
  const parameters = parametersOf(operation, schemas);
  return {
    operationId: operationId(operation),
    summary,
    description: WHO[security],
    security: SECURITY[security],
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        ...(body.description !== undefined && { description: body.description }),
        required: body.type !== 'application/json' || isRequired(body),
        content: contentOf(body, schemas),
      },
    }),
    responses: {
      [status]: {
        description: answer.description ?? 'Done.',
        content: contentOf(answer, schemas),
      },
      ...errorResponses(operation),
    },
  };
}

/** No body at all reads as `{}`. */
function isRequired({ shape }: Content): boolean {
  const { required = [], anyOf } = Object(shape?.schema);
  return anyOf !== undefined || (Array.isArray(required) && required.length > 0);
}

function pathsOf(operations: readonly Operation[], schemas: NamedSchemas): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const { path, method } = operation;
    paths[path] = { ...paths[path], [method]: operationOf(operation, schemas) };
  }
  return paths;
}

const HEADERS = Object.fromEntries(
  SIGNED_HEADERS.map(([name, description]) => [
    name,
    parameter(name, 'header', { required: true, description, schema: { type: 'string' } }),
  ]),
);
const SIGNATURE = {
  type: 'apiKey',
  in: 'header',
  name: 'signature',
  description: 'A message signature (RFC 9421) by the caller’s peer key; see http.md.',
};
const TOKEN = { type: 'http', scheme: 'bearer', description: 'An API token of the node.' };
const SESSION = {
  type: 'apiKey',
  in: 'cookie',
  name: '__Host-covisa',
  description:
    'A session. On the node’s own machine the cookie is `covisa-<port>`. What is no GET also needs `Origin`.',
};

function documentOf(
  info: { readonly title: string; readonly description: string },
  operations: readonly Operation[],
  components: object,
): string {
  const schemas = new NamedSchemas();
  const paths = pathsOf(operations, schemas);
  const error = {
    description: 'See errors.md.',
    content: { 'application/json': { schema: schemas.named('Error') } },
  };
  const document = {
    openapi: '3.1.0',
    info: { ...info, version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: '/' }],
    paths,
    components: { schemas: schemas.all(), responses: { Error: error }, ...components },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Path from the root → text. */
export function openapiDocuments(): ReadonlyMap<string, string> {
  return new Map([
    [
      'spec/openapi.json',
      documentOf(
        {
          title: 'covisa: between nodes, for wallets, for everybody',
          description: 'The protocol’s routes. What they mean stands in http.md.',
        },
        PROTOCOL_OPERATIONS,
        { parameters: HEADERS, securitySchemes: { signature: SIGNATURE } },
      ),
    ],
    [
      'spec/openapi-people.json',
      documentOf(
        {
          title: 'covisa: for people',
          description:
            'Routes of our node for its owner and its desk. Other nodes may have others, or none.',
        },
        PEOPLE_OPERATIONS,
        { securitySchemes: { token: TOKEN, session: SESSION } },
      ),
    ],
  ]);
}
