/**
 * As much of CDDL (RFC 8610) as spec/covisa.cddl needs: types, choices, ranges, maps with literal
 * keys, arrays, occurrences, and the controls `.size`, `.cbor` and `.regexp`. What else stands in a
 * file is an error.
 */

import { encodeUtf8, parseCbor } from '@covisa/protocol';

/** Whether a decoded value is of a type. */
type Type = (value: unknown) => boolean;
/** One member of a map or array. */
interface Entry {
  readonly key: unknown;
  readonly least: number;
  readonly most: number;
  readonly type: Type;
}

const TOKEN =
  /;[^\n]*|\s+|(?<token>h'[0-9a-f]*'|"[^"]*"|\.\.|\.[a-z]+|-?\d+|[a-z][a-z0-9-]*|[[\]{}()=:,/?*])/gu;
const NAMES: Readonly<Record<string, Type>> = {
  bstr: (value) => value instanceof Uint8Array,
  tstr: (value) => typeof value === 'string',
  true: (value) => value === true,
  null: (value) => value === null,
};

function tokensOf(text: string): readonly string[] {
  const matches = [...text.matchAll(TOKEN)];
  const read = matches.reduce((length, [whole]) => length + whole.length, 0);
  if (read !== text.length) throw new Error('CDDL: expected no other signs than are known');
  return matches.flatMap(({ groups }) => (groups?.token === undefined ? [] : [groups.token]));
}

function bytesEqual(value: unknown, hex: string): boolean {
  return value instanceof Uint8Array && Buffer.from(value).toString('hex') === hex;
}

/** Bytes of a text or byte string. */
function sizeOf(value: unknown): unknown {
  if (typeof value === 'string') return encodeUtf8(value).length;
  return value instanceof Uint8Array ? value.length : null;
}

function decoded(bytes: unknown): { readonly value: unknown } | null {
  try {
    return bytes instanceof Uint8Array ? { value: parseCbor(bytes) } : null;
  } catch {
    return null;
  }
}

function mapOf(entries: readonly Entry[]): Type {
  return (value) => {
    if (!(value instanceof Map)) return false;
    const known = entries.filter(({ key }) => value.has(key));
    const isWhole = entries.every(({ key, least }) => least === 0 || value.has(key));
    return (
      isWhole && known.length === value.size && known.every(({ key, type }) => type(value.get(key)))
    );
  };
}

/** Greedy: no array of ours needs to look back. */
function arrayOf(entries: readonly Entry[]): Type {
  return (value) => {
    if (!Array.isArray(value)) return false;
    let at = 0;
    for (const { least, most, type } of entries) {
      let taken = 0;
      while (taken < most && at < value.length && type(value[at])) {
        at += 1;
        taken += 1;
      }
      if (taken < least) return false;
    }
    return at === value.length;
  };
}

class Parser {
  readonly #tokens: readonly string[];
  readonly #rules = new Map<string, Type>();
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  rules(): ReadonlyMap<string, Type> {
    while (this.#at < this.#tokens.length) {
      const name = this.#take();
      this.#expect('=');
      if (this.#rules.has(name)) throw new Error(`CDDL: ${name} stands twice`);
      this.#rules.set(name, this.#type());
    }
    return this.#rules;
  }

  #peek(ahead = 0): string {
    return this.#tokens[this.#at + ahead] ?? '';
  }

  #take(): string {
    this.#at += 1;
    return this.#peek(-1);
  }

  #expect(token: string): void {
    const got = this.#take();
    if (got !== token) throw new Error(`CDDL: expected ${token}, got ${got}`);
  }

  #type(): Type {
    const choices = [this.#controlled()];
    while (this.#peek() === '/') {
      this.#take();
      choices.push(this.#controlled());
    }
    return (value) => choices.some((type) => type(value));
  }

  #controlled(): Type {
    const first = this.#peek();
    const type = this.#single();
    switch (this.#peek()) {
      case '..': {
        this.#take();
        const [from, to] = [Number(first), Number(this.#take())];
        return (value) => typeof value === 'number' && value >= from && value <= to;
      }
      case '.size': {
        this.#take();
        const size = this.#single();
        return (value) => type(value) && size(sizeOf(value));
      }
      case '.cbor': {
        this.#take();
        const inner = this.#single();
        return (value) => {
          const content = decoded(value);
          return type(value) && content !== null && inner(content.value);
        };
      }
      case '.regexp': {
        this.#take();
        const pattern = new RegExp(`^(?:${this.#take().slice(1, -1)})$`, 'u');
        return (value) => type(value) && pattern.test(String(value));
      }
      default:
        return type;
    }
  }

  #single(): Type {
    const token = this.#take();
    if (token === '{') return mapOf(this.#entries('}'));
    if (token === '[') return arrayOf(this.#entries(']'));
    if (token === '(') {
      const inner = this.#type();
      this.#expect(')');
      return inner;
    }
    if (/^-?\d/u.test(token)) return (value) => value === Number(token);
    if (token.startsWith('"')) return (value) => value === token.slice(1, -1);
    if (token.startsWith("h'")) return (value) => bytesEqual(value, token.slice(2, -1));
    if (/^[a-z]/u.test(token)) return NAMES[token] ?? this.#named(token);
    throw new Error(`CDDL: expected a type, got ${token}`);
  }

  /** A rule may stand below those that name it. */
  #named(name: string): Type {
    return (value) => {
      const type = this.#rules.get(name);
      if (type === undefined) throw new Error(`CDDL: there is no rule ${name}`);
      return type(value);
    };
  }

  #entries(close: string): readonly Entry[] {
    const entries: Entry[] = [];
    while (this.#peek() !== close) {
      entries.push(this.#entry());
      if (this.#peek() === ',') this.#take();
    }
    this.#take();
    return entries;
  }

  #entry(): Entry {
    const [least, most] = this.#occurrence();
    const isKeyed = this.#peek(1) === ':';
    const key = isKeyed ? Number(this.#take()) : null;
    if (isKeyed) this.#take();
    return { key, least, most, type: this.#type() };
  }

  #occurrence(): readonly [number, number] {
    if (this.#peek() === '?') {
      this.#take();
      return [0, 1];
    }
    if (this.#peek(1) !== '*') return [1, 1];
    const [least, , most] = [this.#take(), this.#take(), this.#take()];
    return [Number(least), Number(most)];
  }
}

/** Reads a file; gives by the name of a rule whether bytes are CBOR of that type. */
export function readCddl(text: string): (rule: string, bytes: Uint8Array) => boolean {
  const rules = new Parser(text).rules();
  return (rule, bytes) => {
    const type = rules.get(rule);
    if (type === undefined) throw new Error(`CDDL: there is no rule ${rule}`);
    const content = decoded(bytes);
    return content !== null && type(content.value);
  };
}
