/**
 * spec/openapi.json and spec/openapi-people.json: sound, and of the routes that there are. What
 * nodes answer is held to them in every test (test/support/documented-answers.ts).
 */

import { readFileSync } from 'node:fs';
import { sha256 } from '@covisa/protocol';
import { expect } from 'chai';
import type { Express } from 'express';
import { systemClock } from '../../dist/adapters/clock-system.js';
import { createApp } from '../../dist/http/app.js';
import { STATUS_OF_CODE } from '../../dist/http/status.js';
import { testAccess } from '../support/access.js';
import { engineDouble } from './support/engine-double.js';
import { NOW, signatures, testNode } from './support/test-node.js';

/** An object of JSON: what is in it is looked at as it comes. */
type Json = Readonly<Record<string, unknown>>;

const FILES = ['openapi.json', 'openapi-people.json'] as const;

function textOf(file: string): string {
  return readFileSync(new URL(`../../../../spec/${file}`, import.meta.url), 'utf8');
}

function read(file: string): Json {
  return JSON.parse(textOf(file));
}

function objectAt(value: unknown, ...names: readonly string[]): Json {
  return names.reduce<Json>((found, name) => Object(found[name]), Object(value));
}

/** Each operation of a document, with its method and path. */
function operationsIn(document: Json): readonly (readonly [string, string, Json])[] {
  return Object.entries(objectAt(document, 'paths')).flatMap(([path, methods]) =>
    Object.entries(Object(methods)).map(([method, one]) => [method, path, Object(one)] as const),
  );
}

/** All objects in a value. */
function objectsIn(value: unknown): readonly Json[] {
  if (typeof value !== 'object' || value === null) return [];
  return [Object(value), ...Object.values(value).flatMap(objectsIn)];
}

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
  match(path: string): boolean;
}

/** `get /api/members/{id}` for each route of a router, and of those that are mounted in it. */
function routesOf(stack: readonly Layer[], prefix: string): readonly string[] {
  return stack.flatMap((layer) => {
    const { route, handle } = layer;
    if (route)
      return methodsOf(route.methods).map((one) => `${one} ${prefix}${braced(route.path)}`);
    return handle.stack ? routesOf(handle.stack, prefix + mountOf(layer)) : [];
  });
}

/** What is mounted at `/api` matches nothing else; everything else is mounted at `/`. */
function mountOf(layer: Layer): string {
  return layer.match('/nowhere') ? '' : '/api';
}

/** A route answers all methods: those that it has not by 405. */
function methodsOf(methods: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.keys(methods).filter((name) => name !== '_all');
}

function braced(path: string): string {
  return path.replace(/[:*](\w+)/gu, '{$1}');
}

async function app(): Promise<Express> {
  const setUp = {
    isOpenTo: () => false,
    profile: () => null,
    timeZone: 'UTC',
    finish: () => Promise.reject(new Error('expected nobody to set up')),
  };
  const logger = { info: () => {}, warn: () => {}, error: () => {} };
  return createApp({
    engine: engineDouble(testNode('host')),
    settings: {
      publicUrl: null,
      trustProxy: 0,
      rateLimits: { wallet: null, peers: null, people: null },
    },
    access: await testAccess({ logger, fileToken: 'token' }),
    now: () => NOW,
    clock: systemClock,
    logger,
    testClock: null,
    signatures,
    sha256,
    pages: null,
    setUp,
  });
}

describe('The OpenAPI documents', () => {
  it('have every route of the protocol and of people, and no other', async () => {
    const { router } = await app();
    const routes = routesOf(router.stack as readonly unknown[] as readonly Layer[], '')
      .filter((route) => / \/(?:api|covisa|\.well-known)\//u.test(route))
      .sort();
    expect(routes.length).to.be.greaterThan(90);
    const documented = FILES.flatMap((file) => operationsIn(read(file)));
    expect(documented.map(([method, path]) => `${method} ${path}`).sort()).to.deep.equal(routes);
  });

  it('have each route of the protocol where a chapter says in words what it does', () => {
    const chapters = ['http.md', 'http-wallets.md'].map(textOf).join('\n');
    const silent = operationsIn(read('openapi.json'))
      .map(([method, path]) => `| \`${method.toUpperCase()} ${path.replace('{path}', '')}`)
      .filter((route) => !chapters.includes(route));
    expect(silent).to.deep.equal([]);
  });

  for (const file of FILES) {
    describe(file, () => {
      const document = read(file);
      const operations = operationsIn(document);

      it('is OpenAPI 3.1 with a name for each operation', () => {
        expect(document).to.include({ openapi: '3.1.0' });
        const ids = operations.map(([, , { operationId }]) => operationId);
        expect(ids.every((id) => /^[a-z][A-Za-z]+$/u.test(String(id)))).to.equal(true);
        expect(new Set(ids).size).to.equal(ids.length);
      });

      it('refers to nothing that is not in it', () => {
        const references = objectsIn(document).flatMap(({ $ref }) =>
          typeof $ref === 'string' ? [$ref] : [],
        );
        expect(references.length).to.be.greaterThan(100);
        const broken = references.filter((reference) => {
          const [root, ...names] = reference.split('/');
          return root !== '#' || Object.keys(objectAt(document, ...names)).length === 0;
        });
        expect(broken).to.deep.equal([]);
      });

      it('names each parameter of a path, and security that it has', () => {
        const schemes = Object.keys(objectAt(document, 'components', 'securitySchemes'));
        for (const [method, path, { parameters = [], security = [] }] of operations) {
          const named = objectsIn(parameters).flatMap((one) =>
            one.in === 'path' ? [one.name] : [],
          );
          const braces = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
          expect(named, `${method} ${path}`).to.deep.equal(braces);
          const used = objectsIn(security).flatMap((one) => Object.keys(one));
          expect(
            used.filter((name) => !/^\d+$/u.test(name) && !schemes.includes(name)),
          ).to.deep.equal([]);
        }
      });

      it('names error codes that there are, each under its status', () => {
        for (const [method, path, { responses }] of operations) {
          const errors = Object.entries(Object(responses)).filter(
            ([status]) => Number(status) > 399,
          );
          expect(errors.length, `${method} ${path}`).to.be.greaterThan(2);
          for (const [status, one] of errors) {
            for (const code of String(objectAt(one).description).split(', ')) {
              const own = STATUS_OF_CODE.get(code);
              // It is another one here, as http/people/status.ts says.
              const expected = code === 'TEST_CLOCK_OFF' ? 403 : own;
              expect(String(expected), `${method} ${path}: ${code}`).to.equal(status);
            }
          }
        }
      });
    });
  }
});
