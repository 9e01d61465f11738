/**
 * RFC 9421's signature base and fields, and RFC 9530's content digest: the parts that know nothing
 * of covisa's choices, which are in signature.ts. Structured fields (RFC 9651) are read and written
 * by `structured-headers`.
 */

import { encodeUtf8, type Sha256 } from '@covisa/protocol';
import {
  type InnerList,
  isInnerList,
  parseDictionary,
  serializeDictionary,
  serializeInnerList,
  serializeItem,
} from 'structured-headers';

/** Headers by lower-case name, as node:http and the Transport port give them. */
export type HeaderValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A covered component: its name, a field or one that starts with `@`, and its value. */
export type Component = readonly [name: string, value: string];

/** The signature's parameters, in their order. */
export type SignatureParameters = Readonly<Record<string, string | number>>;

/** A signature as it came, parsed: what it says that it covers, and 64 bytes. */
export interface ReadSignature {
  readonly covered: readonly string[];
  readonly parameters: ReadonlyMap<string, unknown>;
  /** What `@signature-params` is: the covered components with the parameters, serialised anew. */
  readonly input: string;
  readonly signature: Uint8Array;
}

/** `("@method" "@path");created=1;keyid="…"` */
export function encodeSignatureInput(
  covered: readonly string[],
  parameters: SignatureParameters,
): string {
  const list: InnerList = [
    covered.map((name) => [name, new Map()]),
    new Map(Object.entries(parameters)),
  ];
  return serializeInnerList(list);
}

/**
 * The signature base (RFC 9421 §2.5): the bytes that are signed. `input` is what
 * `encodeSignatureInput` gives.
 */
export function encodeSignatureBase(components: readonly Component[], input: string): Uint8Array {
  const lines = components.map(([name, value]) => `${serializeItem(name)}: ${value}`);
  return encodeUtf8([...lines, `"@signature-params": ${input}`].join('\n'));
}

/**
 * A field's value as RFC 9421 §2.1 has it: trimmed, several joined by a comma; null if the field is
 * missing.
 */
export function fieldValue(headers: HeaderValues, name: string): string | null {
  const value = headers[name];
  if (value === undefined) return null;
  const values = typeof value === 'string' ? [value] : value;
  return values.map((one) => one.trim()).join(', ');
}

/** `signature` for a label. */
export function encodeSignature(label: string, signature: Uint8Array): string {
  return serializeDictionary(new Map([[label, [signature, new Map()]]]));
}

/**
 * The one signature that carries `tag`, or null if there is none, several, or a malformed one.
 * Signatures with other tags belong to somebody else, such as a proxy, and are passed over.
 */
export function readSignature(headers: HeaderValues, tag: string): ReadSignature | null {
  try {
    const inputs = parseDictionary(fieldValue(headers, 'signature-input') ?? '');
    const signatures = parseDictionary(fieldValue(headers, 'signature') ?? '');
    // HTTP-2: a message carries one signature whose `tag` is `covisa`. Its name means nothing, and
    // signatures with other tags are passed over.
    const tagged = [...inputs].filter(([, member]) => member[1].get('tag') === tag);
    const found = tagged[0];
    if (found === undefined || tagged.length > 1) return null;
    const [label, list] = found;
    const signature = signatures.get(label)?.[0];
    if (!isInnerList(list) || !(signature instanceof ArrayBuffer)) return null;
    return {
      covered: list[0].map((item) => coveredName(item)),
      parameters: list[1],
      input: serializeInnerList(list),
      signature: new Uint8Array(signature),
    };
  } catch {
    // Whatever the parser dislikes is no signature.
    return null;
  }
}

/** A component's name; one with parameters (`;req`, `;sf`) is none that covisa covers. */
function coveredName([name, parameters]: InnerList[0][number]): string {
  return typeof name === 'string' && parameters.size === 0 ? name : '';
}

/** The `content-digest` field (RFC 9530) of content as it is sent, after any content coding. */
export function encodeContentDigest(content: Uint8Array, sha256: Sha256): string {
  return serializeDictionary(new Map([['sha-256', [sha256(content), new Map()]]]));
}

/** Whether a `content-digest` field is that of the content, in the one form that it has here. */
export function contentDigestHolds(field: string, content: Uint8Array, sha256: Sha256): boolean {
  // HTTP-1: the content digest is one SHA-256, `sha-256=:<base64>:`, with no other member and no
  // parameter.
  return field === encodeContentDigest(content, sha256);
}
