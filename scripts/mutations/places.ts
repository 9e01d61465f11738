/** Where a rule stands in the code, and what stands below it. */

import { readText } from '../repository.js';
import type { Rule } from '../rules-document.js';
import { type Edit, editsOf, quoted } from './mutators.js';
import { child, childrenOf, parseSource, type SyntaxNode, textOf } from './syntax.js';

const COMMENT = /\/\*\*?(?:(?!\*\/)[\s\S])*\*\/|(?:^[ \t]*\/\/[^\n]*\n)+/gmu;
/** A blank line, or the next rule. */
const END_OF_RUN = /\n[ \t]*\n|^[ \t]*\/\/ [A-Z][A-Z0-9]*-\d+: /mu;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The comments that state the rule. */
function commentsOf({ id, isCheck }: Rule, text: string): readonly Span[] {
  return [...text.matchAll(COMMENT)]
    .filter(([comment]) => comment.includes(`${id}: `) && comment.startsWith('/*') !== isCheck)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The innermost node around a comment. */
function around(root: SyntaxNode, { start, end }: Span): SyntaxNode {
  const inner = childrenOf(root).find((one) => one.start <= start && one.end >= end);
  return inner ? around(inner, { start, end }) : root;
}

/**
 * The statements, members or arguments below a comment: up to the next rule or a blank line, and
 * further on if nothing that can be removed stands before it.
 */
function runBelow(nodes: readonly SyntaxNode[], text: string): readonly Edit[] {
  const found: Edit[] = [];
  for (const [index, node] of nodes.entries()) {
    const between = text.slice(nodes[index - 1]?.end ?? node.start, node.start);
    if (END_OF_RUN.test(between) && found.length > 0) break;
    found.push(...editsOf(node, text));
  }
  return found;
}

/** What is removed of an operand that has a comment of its own. */
function ownEdits(parent: SyntaxNode, node: SyntaxNode, text: string): readonly Edit[] {
  const inner = editsOf(node, text);
  const other = child(parent, 'left');
  if (other === null || child(parent, 'right') !== node) return inner;
  const label = `of \`${parent.operator}\`, ${quoted(textOf(node, text))} removed`;
  const by = `(${textOf(other, text)})`;
  return [{ start: parent.start, end: parent.end, by, label }, ...inner];
}

function editsBelow(root: SyntaxNode, comment: Span, rule: Rule, text: string): readonly Edit[] {
  const parent = around(root, comment);
  const after = childrenOf(parent).filter(({ start }) => start >= comment.end);
  const [first] = after;
  if (first === undefined || first.type === 'ImportDeclaration') return [];
  if (!rule.isCheck) return editsOf(first, text);
  const isOperand = parent.type === 'LogicalExpression';
  return isOperand ? ownEdits(parent, first, text) : runBelow(after, text);
}

function isSame(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.by === b.by;
}

/** The function or method of that name. */
function named(root: SyntaxNode, name: string): SyntaxNode | null {
  const own = child(root, 'id') ?? child(root, 'key');
  if (own?.name === name && /Function|Method/u.test(root.type)) return root;
  return childrenOf(root).reduce<SyntaxNode | null>(
    (found, one) => found ?? named(one, name),
    null,
  );
}

/** Each way to take a check out of a function of a file. */
export function editsForFunction(path: string, name: string): readonly Edit[] {
  const text = readText(path);
  const found = named(parseSource(text), name);
  if (found === null) throw new Error(`expected a function ${name} in ${path}`);
  return unlike(editsOf(found, text));
}

/** Each way to take a check of the rule out of its file. */
export function editsForRule(rule: Rule): readonly Edit[] {
  const text = readText(rule.path);
  const root = parseSource(text);
  return unlike(commentsOf(rule, text).flatMap((one) => editsBelow(root, one, rule, text)));
}

function unlike(all: readonly Edit[]): readonly Edit[] {
  return all.filter((one, index) => all.findIndex((other) => isSame(one, other)) === index);
}
