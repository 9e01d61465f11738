/** A TypeScript file as a tree, with only what the mutators ask of it. */

import { parseAst } from 'vite';

/** A node of the tree, in the form of ESTree; places are offsets in the text. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [name: string]: unknown;
}

function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  );
}

/** The tree of a file's text. */
export function parseSource(text: string): SyntaxNode {
  const program: unknown = parseAst(text, { lang: 'ts' });
  if (!isNode(program)) throw new Error('expected a tree');
  return program;
}

/** The node under a name, if there is one. */
export function child(node: SyntaxNode, name: string): SyntaxNode | null {
  const value = node[name];
  return isNode(value) ? value : null;
}

/** The nodes in a list under a name. */
export function list(node: SyntaxNode, name: string): readonly SyntaxNode[] {
  const value = node[name];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** All nodes right below one, in the order of the text. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  return Object.values(node)
    .flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]))
    .filter(isNode)
    .sort((a, b) => a.start - b.start);
}

/** The text of a node. */
export function textOf(node: SyntaxNode, text: string): string {
  return text.slice(node.start, node.end);
}
