/** The code with which the check below a rule's comment refuses, read from the source. */

/** A comment of a source: its text, and where it starts. */
export interface Comment {
  readonly text: string;
  readonly at: number;
}

/** What follows a comment, up to the next rule or the end of the block that it stands in. */
function checkBelow(source: string, { text, at }: Comment): string {
  const rest = source.slice(at + text.length);
  const isBlock = text.startsWith('/*');
  const column = isBlock ? at - source.lastIndexOf('\n', at) - 1 : text.search(/\S/u) - 2;
  const end = new RegExp(`^ {0,${Math.max(0, column)}}\\}|(?://|\\*) [A-Z][A-Z0-9]*-\\d+: `, 'mu');
  return rest.slice(0, end.exec(rest)?.index);
}

function firstCode(source: string): string | undefined {
  return /'(?<code>[A-Z][A-Z0-9_]{5,})'/u.exec(source)?.groups?.code;
}

/** The code that a helper of the same file gives its errors, as `invalid` and `misfit` do. */
function helperCode(source: string, name: string): string | undefined {
  if (name.endsWith('.misfit'))
    return firstCode(/new CborMapReader\([^;]*;/u.exec(source)?.[0] ?? '');
  return firstCode(new RegExp(`function ${name}\\b[\\s\\S]*?\\n\\}`, 'u').exec(source)?.[0] ?? '');
}

/**
 * The code of the first error that is thrown between a rule's comment and the next rule or the end
 * of the block; undefined where nothing is thrown.
 */
export function brokenCode(source: string, comment: Comment): string | undefined {
  const thrown = /\bthrow (?<what>[^;]+)/u.exec(checkBelow(source, comment))?.groups?.what;
  if (thrown === undefined) return undefined;
  const helper = /^(?<name>[\w.]+)\(/u.exec(thrown)?.groups?.name;
  return firstCode(thrown) ?? (helper === undefined ? undefined : helperCode(source, helper));
}
